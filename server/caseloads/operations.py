"""The verbs of caseloads: a young person is invited, given a new code."""

from __future__ import annotations

from datetime import date

from server.identity.invitations import IssuedInvitation, Purpose, issue_invitation
from server.identity.models import YOUNG_PERSON, Account, Advisor
from server.identity.operations import open_account
from server.identity.policy import relations_to_structure
from server.identity.sessions import end_all_sessions
from server.kernel.errors import Missing
from server.kernel.ids import is_id
from server.kernel.policy import Actor, require
from server.kernel.scopes import find_scope, grant_scope, open_scope
from server.kernel.unit_of_work import UnitOfWork
from server.structures.operations import day_end, local_date

from .models import REFERENT, STAND_IN, Assignment, YoungPerson
from .policy import relations_to_young_person


def add_young_person(
    uow: UnitOfWork,
    *,
    advisor_id: str,
    first_name: str,
    last_name: str,
    birth_on: date | None = None,
    scheme: str = "CEJ",
    site_id: str | None = None,
    ends_on: date | None = None,
) -> YoungPerson:
    """Make a young person followed by that advisor, at the advisor's site unless told otherwise.

    `ends_on` is the last day of the scheme, where it is known.
    """
    uow.lock([find_scope(uow.session, "u", advisor_id).id])
    advisor = uow.session.get_one(Advisor, advisor_id)
    account = open_account(
        uow,
        role=YOUNG_PERSON,
        structure_id=advisor.account.structure_id,
        first_name=first_name,
        last_name=last_name,
    )
    young_person = YoungPerson(
        account=account,
        birth_on=birth_on,
        scheme=scheme,
        ends_on=ends_on,
        site_id=site_id or advisor.site_id,
    )
    uow.session.add(young_person)
    uow.session.flush()
    dossier = open_scope(uow, "d", account.id)
    notes = open_scope(uow, "n", account.id)
    grant_scope(uow, user_id=account.id, scope=dossier, role="self")
    for scope in (dossier, notes):
        grant_scope(uow, user_id=advisor_id, scope=scope, role=REFERENT)
    today = local_date(account.structure, uow.at)
    young_person.assignments.append(Assignment(advisor=advisor, role=REFERENT, since_on=today))
    return young_person


def appoint_stand_in(
    uow: UnitOfWork, *, young_person_id: str, advisor_id: str, until_on: date
) -> None:
    """Let an advisor stand in for the referent, until the end of that day where they work.

    They read and write the dossier and its private side like the referent. Only the application
    itself does it; the scopes it needs are locked here, in order.
    """
    scopes = [find_scope(uow.session, kind, young_person_id) for kind in ("d", "n")]
    uow.lock([*(one.id for one in scopes), find_scope(uow.session, "u", advisor_id).id])
    young_person = uow.session.get_one(YoungPerson, young_person_id)
    structure = young_person.account.structure
    until_at = day_end(structure, until_on)
    for scope in scopes:
        grant_scope(uow, user_id=advisor_id, scope=scope, role=STAND_IN, until_at=until_at)
    young_person.assignments.append(
        Assignment(
            advisor=uow.session.get_one(Advisor, advisor_id),
            role=STAND_IN,
            since_on=local_date(structure, uow.at),
            until_on=until_on,
        )
    )
    uow.touch(young_person)
    uow.audit("stand_in.appoint", about=young_person_id, thing=advisor_id)


def invite_young_person(
    uow: UnitOfWork,
    *,
    by: Actor,
    first_name: str,
    last_name: str,
    birth_on: date | None = None,
    scheme: str = "CEJ",
) -> tuple[YoungPerson, IssuedInvitation]:
    """Take somebody into one's own caseload, with a code to hand over. Raises Refused."""
    require(by, "POST /api/young-people", relations_to_structure(by, by.structure_id))
    young_person = add_young_person(
        uow,
        advisor_id=by.id,
        first_name=first_name,
        last_name=last_name,
        birth_on=birth_on,
        scheme=scheme,
    )
    return young_person, issue_invitation(uow, account=young_person.account, purpose="first")


def issue_new_code(uow: UnitOfWork, *, by: Actor, young_person_id: str) -> IssuedInvitation:
    """Give access back to a young person one follows: a new code, and every old session ends.

    Raises Missing for anybody else, there or not.
    """
    if not is_id(young_person_id):
        raise Missing()
    door = "POST /api/young-people/<young_person_id>/invitations"
    require(by, door, relations_to_young_person(uow, by, young_person_id))
    account = uow.session.get_one(Account, young_person_id)
    if account.closed_at is not None:
        raise Missing()
    young_person = uow.session.get_one(YoungPerson, young_person_id)
    end_all_sessions(uow, account_id=account.id)
    purpose: Purpose = "first" if young_person.activated_at is None else "again"
    return issue_invitation(uow, account=account, purpose=purpose)


def welcome_young_person(uow: UnitOfWork, *, account: Account) -> None:
    """Note that a young person came in; only the first time is kept."""
    uow.lock([find_scope(uow.session, "d", account.id).id])
    young_person = uow.session.get_one(YoungPerson, account.id)
    if young_person.activated_at is None:
        young_person.activated_at = uow.at

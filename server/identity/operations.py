"""The verbs of identity: people get an account, keep preferences, choose a password."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.kernel.edit import Edit
from server.kernel.errors import Invalid
from server.kernel.policy import Actor, require
from server.kernel.scopes import find_scope, grant_scope, open_scope
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork
from server.structures.operations import get_site

from .invitations import IssuedInvitation, issue_invitation
from .models import ADVISOR, Account, Advisor, DemoPersona, Preferences
from .policy import relations_to_account, relations_to_structure


def open_account(
    uow: UnitOfWork,
    *,
    role: str,
    structure_id: str,
    first_name: str,
    last_name: str,
    email: str | None = None,
) -> Account:
    """Make an account, with its own scope and the right to read its structure's."""
    account = Account(
        role=role,
        structure_id=structure_id,
        first_name=first_name,
        last_name=last_name,
        email=email,
        created_at=uow.at,
    )
    uow.session.add(account)
    uow.session.flush()
    own = open_scope(uow, "u", account.id)
    grant_scope(uow, user_id=account.id, scope=own, role="self")
    structure = find_scope(uow.session, "s", structure_id)
    grant_scope(uow, user_id=account.id, scope=structure, role="member")
    uow.session.add(Preferences(account_id=account.id))
    uow.audit("account.open", about=account.id, thing=role)
    return account


def add_advisor(
    uow: UnitOfWork,
    *,
    structure_id: str,
    first_name: str,
    last_name: str,
    email: str,
    title: str,
    site_id: str | None = None,
    is_supervisor: bool = False,
    usual_delay: str | None = None,
) -> Advisor:
    """Make an advisor of a structure; they cannot sign in before an invitation is used.

    Raises Invalid for an e-mail already known or a site of another structure.
    """
    uow.lock([find_scope(uow.session, "s", structure_id).id])
    if site_id is not None:
        get_site(uow.session, site_id, structure_id=structure_id)
    if find_by_email(uow.session, email) is not None:
        raise Invalid(fields={"email": [t("identity.email.taken")]})
    account = open_account(
        uow,
        role=ADVISOR,
        structure_id=structure_id,
        first_name=first_name,
        last_name=last_name,
        email=normal_email(email),
    )
    advisor = Advisor(
        account=account,
        title=title,
        site_id=site_id,
        is_supervisor=is_supervisor,
        usual_delay=usual_delay,
    )
    uow.session.add(advisor)
    uow.session.flush()
    return advisor


def invite_advisor(
    uow: UnitOfWork,
    *,
    by: Actor,
    first_name: str,
    last_name: str,
    email: str,
    title: str,
    site_id: str | None = None,
) -> IssuedInvitation:
    """Invite somebody as an advisor of one's structure.

    Invited again before they came, the same address gets a new code and the earlier one stops.
    Raises Refused to whoever does not supervise, Invalid as `add_advisor` does.
    """
    structure_id = by.structure_id
    require(by, "POST /api/advisors/invitations", relations_to_structure(by, structure_id))
    known = find_by_email(uow.session, email)
    if known is not None and _still_awaited(known, structure_id):
        return issue_invitation(uow, account=known, purpose="first")
    advisor = add_advisor(
        uow,
        structure_id=structure_id,
        first_name=first_name,
        last_name=last_name,
        email=email,
        title=title,
        site_id=site_id,
    )
    return issue_invitation(uow, account=advisor.account, purpose="first")


def _still_awaited(account: Account, structure_id: str) -> bool:
    return account.structure_id == structure_id and account.password_hash is None


def find_by_email(session: Session, email: str) -> Account | None:
    """Give the open account of an e-mail address, however it was typed."""
    return session.scalar(select(Account).where(Account.email == normal_email(email)))


def normal_email(email: str) -> str:
    """Give the form in which an e-mail address is kept and compared."""
    return email.strip().lower()


def set_preferences(
    uow: UnitOfWork, *, by: Actor, account_id: str, values: Mapping[str, object], edit: Edit
) -> None:
    """Change some of one's own preferences; each is settled apart, and the later wish stays.

    A wish that lost is not kept: nobody wants to be asked about a colour they no longer see.
    Raises Missing for anybody else's.
    """
    require(by, "intent preferences.set", relations_to_account(by, account_id))
    preferences = uow.session.get_one(Preferences, by.id)
    decisions = [uow.merge(preferences, group, value, edit) for group, value in values.items()]
    if any(decision.outcome != "noop" for decision in decisions):
        uow.audit("preferences.set", about=account_id)


def shares_reading(session: Session, account_id: str) -> bool:
    """Say whether a person lets others see « Lu »."""
    shares = session.scalar(
        select(Preferences.share_read).where(Preferences.account_id == account_id)
    )
    return bool(shares)


def name_persona(uow: UnitOfWork, *, persona: str, account_id: str, position: int) -> None:
    """Let anybody be this person of the demo."""
    uow.session.add(DemoPersona(persona=persona, account_id=account_id, position=position))

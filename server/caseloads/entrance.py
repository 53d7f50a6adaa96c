"""How a one-time code becomes a session, for young people and for advisors.

A code is looked at as often as one likes and used once. Only the device that used it may do so
again, for some minutes: the answer may have got lost. Wrong codes are counted by source.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.identity import lockout, passwords
from server.identity.entrance import enter
from server.identity.invitations import find_invited, note_session, use_invitation
from server.identity.models import ADVISOR, YOUNG_PERSON, Account, Advisor
from server.identity.sessions import (
    OpenedSession,
    actor_of,
    end_all_sessions,
    end_one_session,
)
from server.identity.terms import check_terms, note_acceptance
from server.kernel.errors import Invalid, Missing
from server.kernel.policy import require
from server.kernel.strings import t
from server.kernel.threads import off_loop
from server.kernel.unit_of_work import UnitOfWork, unit_of_work

from .models import REFERENT, Assignment
from .operations import welcome_young_person


@dataclass(frozen=True)
class Guest:
    """Whom a code lets in, and who invited them: what is shown before it is used."""

    role: str
    first_name: str
    structure: str
    #: First name and title of the advisor a young person will have.
    advisor: tuple[str, str] | None
    #: Words that must not be in their password.
    known_as: tuple[str, ...]

    @property
    def needs_password(self) -> bool:
        """Advisors choose one; young people never have any."""
        return self.role == ADVISOR


def look_at_code(*, code: str, source: str, secret: str | None = None) -> Guest:
    """Give whom a code lets in, without using it. `secret`: see `come_in`.

    Raises Missing (`invitation_unknown`) for a code unknown, used or too old, TooMany when that
    source tried too many of them.
    """
    with unit_of_work(by=None) as uow:
        require(None, "POST /api/invitations/preview", {"public"})
        lockout.charge(uow, lockout.CODE, about="", source=source)
        account = find_invited(uow.session, code=code, secret=secret, at=uow.at)
        if account is not None:
            lockout.refund(uow, lockout.CODE, about="", source=source)
        guest = _guest(uow.session, account) if account else None
    if guest is None:
        raise Missing("invitation_unknown")
    return guest


def come_in(
    *,
    code: str,
    terms: str,
    password: str | None,
    source: str,
    label: str,
    secret: str | None = None,
    held_token: str = "",
) -> OpenedSession:
    """Use a code up: accept the terms, keep an advisor's password, open a session.

    The same code with the same `secret`, made by the device, does it again for fifteen minutes: the
    session of the answer that was lost ends, another one opens.

    Raises as `look_at_code`, and Invalid for other terms or a password missing or weak; the code
    then stays good.
    """
    guest = look_at_code(code=code, source=source, secret=secret)
    check_terms(terms, field="terms")
    password_hash = _password_hash(guest, password) if guest.needs_password else None
    with unit_of_work(by=None) as uow:
        require(None, "POST /api/invitations/redeem", {"public"})
        used = use_invitation(uow, code=code, secret=secret)
        account = used.account
        uow.by = actor_of(uow.session, account)  # from here on, they act
        if account.role == YOUNG_PERSON:
            welcome_young_person(uow, account=account)
        else:
            _renew_password(uow, account, password_hash)
        note_acceptance(uow, account)
        if used.lost_session_id is not None:
            end_one_session(uow, session_id=used.lost_session_id)
        opened = enter(uow, account_id=account.id, label=label, held_token=held_token)
        note_session(uow, code=code, session_id=opened.actor.session_id)
        return opened


def _password_hash(guest: Guest, password: str | None) -> str:
    if password is None:
        raise Invalid(fields={"password": [t("form.required")]})
    passwords.check_strength(password, about=guest.known_as)
    return off_loop(passwords.hash_password, password)


def _renew_password(uow: UnitOfWork, account: Account, password_hash: str | None) -> None:
    end_all_sessions(uow, account_id=account.id)
    account.password_hash = password_hash
    uow.audit("password.set", about=account.id)


def _guest(session: Session, account: Account) -> Guest:
    structure = account.structure.name
    return Guest(
        role=account.role,
        first_name=account.first_name,
        structure=structure,
        advisor=_host(session, account) if account.role == YOUNG_PERSON else None,
        known_as=(account.first_name, account.last_name, account.email or "", structure),
    )


def _host(session: Session, account: Account) -> tuple[str, str] | None:
    row = session.execute(
        select(Account.first_name, Advisor.title)
        .join(Advisor, Advisor.id == Account.id)
        .join(Assignment, Assignment.advisor_id == Advisor.id)
        .where(
            Assignment.young_person_id == account.id,
            Assignment.role == REFERENT,
            Assignment.until_on.is_(None),
        )
        .order_by(Assignment.since_on.desc())
    ).first()
    return (row.first_name, row.title) if row else None

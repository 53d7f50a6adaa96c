"""Invitations: a code is handed over, looked at, then used once within seven days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from server.kernel.clock import DAY_MS
from server.kernel.errors import Missing
from server.kernel.unit_of_work import UnitOfWork

from .codes import hash_code, make_code
from .models import Account, Invitation

LIFE_MS = 7 * DAY_MS

Purpose = Literal["first", "again"]


@dataclass(frozen=True)
class IssuedInvitation:
    """A code just made: shown once, kept nowhere. `expires_at` in milliseconds UTC."""

    code: str
    expires_at: int


def issue_invitation(uow: UnitOfWork, *, account: Account, purpose: Purpose) -> IssuedInvitation:
    """Make a code for a person; the earlier ones of that person stop working."""
    revoke_invitations(uow, account_id=account.id)
    issued = IssuedInvitation(make_code(), uow.at + LIFE_MS)
    uow.session.add(
        Invitation(
            code_sha256=hash_code(issued.code),
            account_id=account.id,
            purpose=purpose,
            created_by=uow.by.id if uow.by else None,
            created_at=uow.at,
            expires_at=issued.expires_at,
        )
    )
    uow.audit("invitation.issue", about=account.id, thing=purpose)
    return issued


def revoke_invitations(uow: UnitOfWork, *, account_id: str) -> None:
    """Stop every unused code of a person."""
    uow.session.execute(
        update(Invitation)
        .where(
            Invitation.account_id == account_id,
            Invitation.used_at.is_(None),
            Invitation.revoked_at.is_(None),
        )
        .values(revoked_at=uow.at)
    )


def find_invited(session: Session, *, code: str, at: int) -> Account | None:
    """Give whom a code lets in, without using it; None for any code that does not."""
    return session.scalar(
        select(Account)
        .join(Invitation, Invitation.account_id == Account.id)
        .where(*_is_open(code, at), Account.closed_at.is_(None))
    )


def use_invitation(uow: UnitOfWork, *, code: str) -> Account:
    """Use a code up and give whom it lets in. Raises Missing, always the same.

    Of two who use it at once, one gets in.
    """
    account = find_invited(uow.session, code=code, at=uow.at)
    used = uow.session.execute(
        update(Invitation)
        .where(*_is_open(code, uow.at))
        .values(used_at=uow.at)
        .returning(Invitation.account_id)
    ).all()
    if account is None or not used:
        raise Missing("invitation_unknown")
    uow.audit("invitation.use", about=account.id)
    return account


def _is_open(code: str, at: int) -> tuple[ColumnElement[bool], ...]:
    return (
        Invitation.code_sha256 == (hash_code(code) or ""),
        Invitation.used_at.is_(None),
        Invitation.revoked_at.is_(None),
        Invitation.expires_at > at,
    )

"""Invitations: a code is handed over, looked at, then used once within seven days.

The answer to its use may get lost on the way. The device sends a secret of its own along: for some
minutes the same code with the same secret lets it in again, and nobody else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from server.kernel.clock import DAY_MS, MINUTE_MS
from server.kernel.errors import Missing
from server.kernel.unit_of_work import UnitOfWork

from .codes import hash_code, make_code
from .models import Account, DeviceSession, Invitation

LIFE_MS = 7 * DAY_MS
#: How long the device that used a code may use it again.
RETRY_MS = 15 * MINUTE_MS

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
    """Stop every code of a person, even for the device that has just used one."""
    uow.session.execute(
        update(Invitation)
        .where(
            Invitation.account_id == account_id,
            Invitation.revoked_at.is_(None),
        )
        .values(revoked_at=uow.at)
    )


def find_invited(session: Session, *, code: str, secret: str | None, at: int) -> Account | None:
    """Give whom a code lets in, without using it; None for any code that does not.

    `secret`: what the device made for itself; it opens a code this very device has just used.
    """
    return session.scalar(
        select(Account)
        .join(Invitation, Invitation.account_id == Account.id)
        .where(_lets_in(code, secret, at), Account.closed_at.is_(None))
    )


@dataclass(frozen=True)
class UsedInvitation:
    """Whom a code has let in, and the session its lost answer had opened, if any."""

    account: Account
    lost_session_id: str | None


def use_invitation(uow: UnitOfWork, *, code: str, secret: str | None) -> UsedInvitation:
    """Use a code up and give whom it lets in. Raises Missing, always the same.

    Of two who use it at once, one gets in. The one who got in may ask again.
    """
    account = find_invited(uow.session, code=code, secret=secret, at=uow.at)
    used = uow.session.execute(
        update(Invitation)
        .where(_lets_in(code, secret, uow.at))
        .values(
            used_at=func.coalesce(Invitation.used_at, uow.at),
            secret_sha256=_hash_secret(secret) if secret else None,
        )
        .returning(Invitation.session_id)
        .execution_options(synchronize_session=False)
    ).all()
    if account is None or not used:
        raise Missing("invitation_unknown")
    uow.audit("invitation.use", about=account.id)
    return UsedInvitation(account, used[0].session_id)


def note_session(uow: UnitOfWork, *, code: str, session_id: str) -> None:
    """Remember which session the use of a code opened."""
    uow.session.execute(
        update(Invitation)
        .where(Invitation.code_sha256 == hash_code(code))
        .values(session_id=session_id)
        .execution_options(synchronize_session=False)
    )


def _lets_in(code: str, secret: str | None, at: int) -> ColumnElement[bool]:
    return and_(
        Invitation.code_sha256 == (hash_code(code) or ""),
        Invitation.revoked_at.is_(None),
        or_(
            and_(Invitation.used_at.is_(None), Invitation.expires_at > at),
            and_(
                Invitation.used_at > at - RETRY_MS,
                Invitation.secret_sha256 == (_hash_secret(secret) if secret else ""),
                # A session that was ended since, by whoever, is not opened again.
                Invitation.session_id.in_(
                    select(DeviceSession.id).where(DeviceSession.ended_at.is_(None))
                ),
            ),
        ),
    )


def _hash_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

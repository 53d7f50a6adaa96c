"""Device sessions: a random token in a cookie, its SHA-256 here, an end in any case.

A young person's lasts 180 days and 30 without a visit; an advisor's 7 days and 12 hours.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from server.kernel.clock import DAY_MS, MINUTE_MS
from server.kernel.errors import Missing
from server.kernel.ids import is_id
from server.kernel.policy import Actor, require
from server.kernel.unit_of_work import UnitOfWork

from .models import ADVISOR, YOUNG_PERSON, Account, Advisor, DeviceSession
from .policy import relations_to_account

#: By role: how long in all, and how long without a visit (milliseconds).
LIFE_MS = {YOUNG_PERSON: 180 * DAY_MS, ADVISOR: 7 * DAY_MS}
IDLE_MS = {YOUNG_PERSON: 30 * DAY_MS, ADVISOR: DAY_MS // 2}
#: A visit is written at most this often.
SEEN_EVERY_MS = 5 * MINUTE_MS


@dataclass(frozen=True)
class OpenedSession:
    """A session just opened; the token exists nowhere else than here and in the cookie."""

    actor: Actor
    token: str
    life_seconds: int


def hash_token(token: str) -> str:
    """Give what is stored for a cookie's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_session(uow: UnitOfWork, account: Account, *, label: str) -> OpenedSession:
    """Sign a person in on one device."""
    token = secrets.token_urlsafe(32)
    life = LIFE_MS[account.role]
    session = DeviceSession(
        token_sha256=hash_token(token),
        account_id=account.id,
        label=label[:80],
        created_at=uow.at,
        last_seen_at=uow.at,
        expires_at=uow.at + life,
    )
    uow.session.add(session)
    uow.session.flush()
    actor = uow.by = actor_of(uow.session, account, session.id)  # from here on, they act
    uow.audit("session.open", about=account.id, thing=session.id)
    return OpenedSession(actor, token, life // 1000)


def actor_of(session: Session, account: Account, session_id: str = "") -> Actor:
    """Give the actor an account is."""
    advisor = session.get(Advisor, account.id) if account.role == ADVISOR else None
    return _actor(account, session_id, advisor is not None and advisor.is_supervisor)


def _actor(account: Account, session_id: str, is_supervisor: bool) -> Actor:
    return Actor(
        id=account.id,
        role="advisor" if account.role == ADVISOR else "young_person",
        structure_id=account.structure_id,
        is_supervisor=is_supervisor,
        session_id=session_id,
        name=account.name,
    )


#: A session, whose it is, and whether they supervise (None for young people).
_Found = Row[DeviceSession, Account, bool]


@dataclass(frozen=True)
class SeenSession:
    """Who a token belongs to, and whether their visit deserves to be written."""

    actor: Actor
    is_due: bool


def find_actor(session: Session, *, token: str, at: int) -> SeenSession | None:
    """Give who a token belongs to; None when its session is unknown, ended or too old."""
    return _seen(session.execute(_BY_TOKEN, {"wanted": hash_token(token)}).one_or_none(), at)


def is_live(session: Session, *, session_id: str, at: int) -> bool:
    """Say whether a session is still good: what an open socket asks at each heartbeat."""
    row = session.execute(_BY_ID, {"wanted": session_id}).one_or_none()
    return _seen(row, at) is not None


# Built once: every request asks, and building a statement costs more than running it.
_WITH_ACCOUNT = (
    select(DeviceSession, Account, Advisor.is_supervisor)
    .join(Account, Account.id == DeviceSession.account_id)
    .outerjoin(Advisor, Advisor.id == Account.id)
)
_BY_TOKEN = _WITH_ACCOUNT.where(DeviceSession.token_sha256 == bindparam("wanted"))
_BY_ID = _WITH_ACCOUNT.where(DeviceSession.id == bindparam("wanted"))


def _seen(row: _Found | None, at: int) -> SeenSession | None:
    if row is None:
        return None
    device, account, is_supervisor = row
    if account.closed_at is not None or not _is_good(device, account.role, at):
        return None
    actor = _actor(account, device.id, bool(is_supervisor))
    return SeenSession(actor, is_due=at - device.last_seen_at >= SEEN_EVERY_MS)


def _is_good(device: DeviceSession, role: str, at: int) -> bool:
    idle = at - device.last_seen_at
    return device.ended_at is None and at < device.expires_at and idle < IDLE_MS[role]


def see_session(uow: UnitOfWork, *, session_id: str) -> None:
    """Write that a session was just used."""
    device = uow.session.get(DeviceSession, session_id)
    if device is not None:
        device.last_seen_at = max(device.last_seen_at, uow.at)


def live_sessions(session: Session, *, by: Actor, at: int) -> list[DeviceSession]:
    """List the devices a person is signed in on, the latest used first."""
    require(by, "GET /api/me/sessions", relations_to_account(by, by.id))
    devices = session.scalars(
        select(DeviceSession)
        .where(DeviceSession.account_id == by.id, DeviceSession.ended_at.is_(None))
        .order_by(DeviceSession.last_seen_at.desc(), DeviceSession.id)
    )
    return [device for device in devices if _is_good(device, by.role, at)]


def end_session(uow: UnitOfWork, *, by: Actor, session_id: str) -> None:
    """Sign one of one's own devices out. Raises Missing for any other session, there or not."""
    device = uow.session.get(DeviceSession, session_id) if is_id(session_id) else None
    if device is None or device.ended_at is not None:
        raise Missing()
    door = "DELETE /api/me/sessions/<session_id>"
    require(by, door, relations_to_account(by, device.account_id))
    _end(uow, [device])


def end_all_sessions(uow: UnitOfWork, *, account_id: str) -> None:
    """Sign a person out everywhere."""
    devices = uow.session.scalars(
        select(DeviceSession).where(
            DeviceSession.account_id == account_id, DeviceSession.ended_at.is_(None)
        )
    )
    _end(uow, list(devices))


def end_token(uow: UnitOfWork, *, token: str) -> None:
    """Sign out the session a browser held before it takes another; nothing for an unknown one."""
    device = uow.session.scalar(
        select(DeviceSession).where(
            DeviceSession.token_sha256 == hash_token(token), DeviceSession.ended_at.is_(None)
        )
    )
    if device is not None:
        _end(uow, [device])


def _end(uow: UnitOfWork, devices: list[DeviceSession]) -> None:
    for device in devices:
        device.ended_at = uow.at
        uow.audit("session.end", about=device.account_id, thing=device.id)
    by_account: dict[str, list[str]] = {}
    for device in devices:
        by_account.setdefault(device.account_id, []).append(device.id)
    for account_id, session_ids in by_account.items():
        uow.end_sockets(account_id, session_ids, "session")

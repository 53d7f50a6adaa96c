"""Device sessions: a random token in a cookie, its SHA-256 here, an end in any case.

A young person's lasts 180 days and 30 without a visit; an advisor's 7 days and 12 hours.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from server.extensions import table_of
from server.kernel.clock import DAY_MS, MINUTE_MS
from server.kernel.errors import Missing
from server.kernel.ids import is_id
from server.kernel.policy import Actor, require
from server.kernel.statements import ask_alone
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
    is_supervisor = advisor is not None and advisor.is_supervisor
    return _actor(account, session_id, account.name, is_supervisor=is_supervisor)


def _actor(account: _Found | Account, session_id: str, name: str, *, is_supervisor: bool) -> Actor:
    return Actor(
        id=account.id,
        role="advisor" if account.role == ADVISOR else "young_person",
        structure_id=account.structure_id,
        is_supervisor=is_supervisor,
        session_id=session_id,
        name=name,
    )


@dataclass(frozen=True)
class SeenSession:
    """Who a token belongs to, and whether their visit deserves to be written."""

    actor: Actor
    is_due: bool


class _Found(NamedTuple):
    """A session, whose it is, and whether they supervise (None for young people)."""

    session_id: str
    last_seen_at: int
    expires_at: int
    ended_at: int | None
    id: str
    role: str
    structure_id: str
    first_name: str
    last_name: str
    closed_at: int | None
    is_supervisor: bool | None


def find_actor(*, token: str, at: int) -> SeenSession | None:
    """Give who a token belongs to; None when its session is unknown, ended or too old."""
    return _seen(ask_alone((_BY_TOKEN, {"wanted": hash_token(token)})), at)


def is_live(session: Session, *, session_id: str, at: int) -> bool:
    """Say whether a session is still good: what an open socket asks at each heartbeat."""
    return _seen(session.execute(_BY_ID, {"wanted": session_id}), at) is not None


# Built once and on plain columns: every request asks, and building objects costs more.
_SESSIONS, _ACCOUNTS, _ADVISORS = table_of(DeviceSession), table_of(Account), table_of(Advisor)
_WITH_ACCOUNT = select(
    _SESSIONS.c.id.label("session_id"),
    _SESSIONS.c.last_seen_at,
    _SESSIONS.c.expires_at,
    _SESSIONS.c.ended_at,
    _ACCOUNTS.c.id,
    _ACCOUNTS.c.role,
    _ACCOUNTS.c.structure_id,
    _ACCOUNTS.c.first_name,
    _ACCOUNTS.c.last_name,
    _ACCOUNTS.c.closed_at,
    _ADVISORS.c.is_supervisor,
).select_from(
    _SESSIONS.join(_ACCOUNTS, _ACCOUNTS.c.id == _SESSIONS.c.account_id).outerjoin(
        _ADVISORS, _ADVISORS.c.id == _ACCOUNTS.c.id
    )
)
_BY_TOKEN = _WITH_ACCOUNT.where(_SESSIONS.c.token_sha256 == bindparam("wanted"))
_BY_ID = _WITH_ACCOUNT.where(_SESSIONS.c.id == bindparam("wanted"))


def _seen(rows: Iterable[Sequence[Any]], at: int) -> SeenSession | None:
    found = next((_Found(*row) for row in rows), None)
    if found is None or found.closed_at is not None or not _is_good(found, found.role, at):
        return None
    name = f"{found.first_name} {found.last_name}"
    actor = _actor(found, found.session_id, name, is_supervisor=bool(found.is_supervisor))
    return SeenSession(actor, is_due=at - found.last_seen_at >= SEEN_EVERY_MS)


def _is_good(device: _Found | DeviceSession, role: str, at: int) -> bool:
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


def end_one_session(uow: UnitOfWork, *, session_id: str) -> None:
    """Sign one device out; nothing for a session that has ended."""
    device = uow.session.get(DeviceSession, session_id)
    if device is not None and device.ended_at is None:
        _end(uow, [device])


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

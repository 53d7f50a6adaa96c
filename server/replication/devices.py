"""Whose device is it, and which database is this."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from server.extensions import db
from server.kernel.clock import now_ms
from server.kernel.database import read_only, write_session
from server.kernel.ids import new_id
from server.kernel.policy import Actor

from .models import Device, Incarnation

SEEN_EVERY_MS = 5 * 60_000


def is_own_device(by: Actor, client: str, *, app: str) -> bool:
    """Say whether this device id is this person's; the first to show it owns it."""
    with read_only() as session:
        device = session.get(Device, client)
    if device is not None and device.user_id != by.id:
        return False
    now = now_ms()
    if device is None or device.seen_at < now - SEEN_EVERY_MS or device.app != app:
        _note(by, client, app=app, now=now)
    return True


def _note(by: Actor, client: str, *, app: str, now: int) -> None:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    with write_session() as session:
        session.execute(
            dialect.insert(Device)
            .values(client_id=client, user_id=by.id, app=app, seen_at=now)
            .on_conflict_do_update(
                index_elements=["client_id"],
                set_={"seen_at": now, "app": app},
                where=Device.user_id == by.id,
            )
        )
        session.commit()


def incarnation() -> str:
    """Give the identity of this database, made at the first question."""
    with read_only() as session:
        token = session.scalar(select(Incarnation.token))
    return token or _incarnate()


def _incarnate() -> str:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    with write_session() as session:
        session.execute(
            dialect.insert(Incarnation).values(id=1, token=new_id()).on_conflict_do_nothing()
        )
        session.commit()
        return str(session.scalar(select(Incarnation.token)))

"""Whose device is it, and which database is this.

Both are asked by every exchange and almost never change: the answers are remembered per process.
"""

from __future__ import annotations

from flask import current_app
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from server.extensions import db
from server.kernel.clock import now_ms
from server.kernel.database import read_only, write_session
from server.kernel.ids import new_id
from server.kernel.policy import Actor

from .models import Device, Incarnation

SEEN_EVERY_MS = 5 * 60_000
MOST_REMEMBERED = 50_000

#: (device id) -> (its person, client build, when it was last noted).
Known = dict[str, tuple[str, str, int]]


def is_own_device(by: Actor, client: str, *, app: str) -> bool:
    """Say whether this device id is this person's; the first to show it owns it."""
    known: Known = current_app.extensions.setdefault("known_devices", {})
    now = now_ms()
    if client not in known or now - known[client][2] >= SEEN_EVERY_MS or known[client][1] != app:
        if len(known) >= MOST_REMEMBERED:
            known.clear()
        known[client] = (_note(by, client, app=app, now=now), app, now)
    return known[client][0] == by.id


def _note(by: Actor, client: str, *, app: str, now: int) -> str:
    """Write that the device was seen; give the person it belongs to."""
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
        return session.scalar(select(Device.user_id).where(Device.client_id == client)) or ""


def incarnation() -> str:
    """Give the identity of this database, made at the first question."""
    remembered: dict[str, str] = current_app.extensions
    if "incarnation" not in remembered:
        with read_only() as session:
            token = session.scalar(select(Incarnation.token))
        remembered["incarnation"] = token or _incarnate()
    return remembered["incarnation"]


def _incarnate() -> str:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    with write_session() as session:
        session.execute(
            dialect.insert(Incarnation).values(id=1, token=new_id()).on_conflict_do_nothing()
        )
        session.commit()
        return str(session.scalar(select(Incarnation.token)))

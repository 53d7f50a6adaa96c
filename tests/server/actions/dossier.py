"""Karim's dossier as the tests of actions use it: devices, days, one action in any state."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from server.kernel.clock import now_ms
from server.kernel.ids import new_id
from server.kernel.policy import Actor
from tests.factories import World
from tests.server.wire import Json, Wire, intent


def today() -> date:
    """Give the day it is in Karim's structure."""
    return datetime.fromtimestamp(now_ms() / 1000, ZoneInfo("Europe/Paris")).date()


def day(offset: int = 0) -> str:
    """Give a day so far from today, as it travels."""
    return (today() + timedelta(days=offset)).isoformat()


class Device:
    """One device of somebody on Karim's dossier, numbering its own intents."""

    def __init__(self, world: World, person: Actor) -> None:
        self.world, self.person = world, person
        self.wire: Wire = world.wire(person)
        self.scope = world.dossier(world.karim)
        self.n = 0

    def does(self, type_: str, id_: str | None = None, **values: Any) -> Json:
        """Push one gesture and give its outcome, without its number."""
        self.n += 1
        outcome = self.wire.push(self.scope, intent(self.n, type_, id_, **values))[0]
        return {key: value for key, value in outcome.items() if key != "n"}

    def creates(self, **values: Any) -> str:
        """Create an action and give its id."""
        action_id = new_id()
        values = {"title": "Mettre à jour mon CV", "due": day(2), **values}
        assert self.does("action.create", action_id, **values) == {"o": "applied"}
        return action_id

    def shown(self, action_id: str) -> Json:
        """Give the document of an action as this device would receive it."""
        (row,) = [row for row in self.wire.rows("action") if row["id"] == action_id]
        document: Json = row["d"]
        return document

    def seen(self, action_id: str) -> int:
        """Give the version of an action's row."""
        (row,) = [row for row in self.wire.rows("action") if row["id"] == action_id]
        version: int = row["v"]
        return version

    def conflicts(self) -> list[Json]:
        """Give every conflict of the dossier, with its id."""
        return [{"id": row["id"], "v": row["v"], **row["d"]} for row in self.wire.rows("conflict")]


APPLIED, NOOP = {"o": "applied"}, {"o": "noop"}


def rejected(why: str) -> Json:
    """Give the outcome of a refusal."""
    return {"o": "rejected", "why": why}


def action_in(world: World, status: str, *, qualified: bool, commented: bool) -> str:
    """Write an action of Karim in that state and give its id."""
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    action_id = karim.creates(category="EMPLOI")
    if commented:
        karim.does("action.comment", action=action_id, text="Bientôt fini")
    if status != "not_started":
        seen = {"status": karim.seen(action_id)}
        karim.does("action.status", action_id, base=seen, status=status)
    if qualified:
        assert nadia.does("action.qualify", action_id, hours=2) == APPLIED
    return action_id

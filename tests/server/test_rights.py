"""Every door has a row in the policy table, and every row says what really happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from server.channel.protocol import KINDS
from server.kernel.ids import new_id
from server.kernel.policy import TABLE
from server.replication.registry import INTENTS
from tests.factories import World
from tests.server.wire import intent

#: Doors that exist in some configurations only.
DEMO_ONLY = {"GET /api/demo/personas", "POST /api/demo/sessions"}


def doors_of(app: Flask) -> set[str]:
    routes = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in set(rule.methods or ()) - {"HEAD", "OPTIONS"}
    }
    intents = {f"intent {name}" for name in INTENTS}
    return routes | intents | {f"socket {kind}" for kind in KINDS}


def test_every_door_has_a_row_and_every_row_a_door(app: Flask) -> None:
    doors = doors_of(app)

    assert doors - TABLE.keys() == set(), "a door nobody guards"
    assert TABLE.keys() - doors - DEMO_ONLY == set(), "a row without a door"


def test_the_demo_opens_its_own_doors_and_no_others(variant: Callable[..., Flask]) -> None:
    with_demo = doors_of(variant(demo="small"))

    assert with_demo == TABLE.keys()


#: Who tries, from nearest to farthest from Karim's file.
PEOPLE = ("karim", "ines", "nadia", "marc", "paule", "stranger")


def attempts(world: World) -> dict[str, tuple[int, dict[str, Any]]]:
    """One well-formed try of each intent type on Karim's records: (scope, intent 1)."""
    dossier, notes, own = (
        world.dossier(world.karim),
        world.notes(world.karim),
        world.own_scope(world.karim),
    )
    theirs = world.message_of_karim
    conflict = world.conflict_of_karim
    return {
        "message.send": (dossier, intent(1, "message.send", text="Bonjour")),
        "message.edit": (dossier, intent(1, "message.edit", theirs, text="Autrement")),
        "message.delete": (dossier, intent(1, "message.delete", theirs)),
        "thread.read": (dossier, intent(1, "thread.read", world.karim.id, seq=1)),
        "triage.flag": (notes, intent(1, "triage.flag", world.karim.id, flagged=True)),
        "triage.handle": (notes, intent(1, "triage.handle", world.karim.id, seq=1)),
        "preferences.set": (own, intent(1, "preferences.set", world.karim.id, theme="dark")),
        "read_position.set": (own, intent(1, "read_position.set", world.karim.id, seq=1)),
        "conflict.close": (own, intent(1, "conflict.close", conflict, choice="kept")),
    }


#: intent type -> who may do it to Karim's file. Everybody else gets « forbidden ».
MAY: dict[str, set[str]] = {
    "message.send": {"karim", "nadia"},
    "message.edit": {"karim"},
    "message.delete": {"karim"},
    "thread.read": {"karim", "nadia"},
    "triage.flag": {"nadia"},
    "triage.handle": {"nadia"},
    "preferences.set": {"karim"},
    "read_position.set": {"karim"},
    "conflict.close": {"karim"},
}


def test_the_truth_table_of_intents_is_complete() -> None:
    assert MAY.keys() == INTENTS.keys()


@pytest.mark.parametrize("type_", sorted(MAY))
def test_intents_do_what_the_truth_table_says(world: World, type_: str) -> None:
    world.prepare_karims_records()

    found = set()
    for name in PEOPLE:
        scope, tried = attempts(world)[type_]
        outcome = world.wire(getattr(world, name)).push(scope, tried)[0]
        if outcome["o"] in ("applied", "noop", "merged"):
            found.add(name)
        else:
            assert (outcome["o"], outcome["why"]) == ("rejected", "forbidden"), (name, outcome)
        world.prepare_karims_records()

    assert found == MAY[type_]


@pytest.mark.parametrize("type_", ["message.edit", "message.delete", "conflict.close"])
def test_an_id_of_another_scope_and_an_unknown_id_are_the_same_answer(
    world: World, type_: str
) -> None:
    world.prepare_karims_records()
    _, tried = attempts(world)[type_]
    mine = world.own_scope(world.ines) if type_ == "conflict.close" else world.dossier(world.ines)
    unknown = {**tried, "n": 2, "u": new_id(), "id": new_id()}

    outcomes = world.wire(world.ines).push(mine, tried, unknown)

    assert [(one["o"], one["why"]) for one in outcomes] == [("rejected", "forbidden")] * 2


def test_an_id_already_used_elsewhere_cannot_be_taken_again(world: World) -> None:
    world.prepare_karims_records()
    stolen = world.message_of_karim

    outcome = world.wire(world.ines).push(
        world.dossier(world.ines), intent(1, "message.send", stolen, text="À moi maintenant")
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]


def test_a_reading_position_cannot_be_kept_on_a_thread_that_is_not_mine(world: World) -> None:
    world.prepare_karims_records()

    outcome = world.wire(world.ines).push(
        world.own_scope(world.ines), intent(1, "read_position.set", world.karim.id, seq=1)
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]

"""Every door has a row in the policy table, and every row says what really happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask

from server.channel.protocol import KINDS
from server.kernel.clock import now_ms
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
        **attempts_on_actions(world, dossier),
        **attempts_on_appointments(world, dossier),
        **attempts_on_notes(world, notes),
        "contact.set": (dossier, intent(1, "contact.set", world.karim.id, phone="06 12 34 56 78")),
        "preferences.set": (own, intent(1, "preferences.set", world.karim.id, theme="dark")),
        "read_position.set": (own, intent(1, "read_position.set", world.karim.id, seq=1)),
        "conflict.close": (own, intent(1, "conflict.close", conflict, choice="kept")),
    }


def attempts_on_actions(world: World, dossier: int) -> dict[str, tuple[int, dict[str, Any]]]:
    theirs, done = world.action_of_karim, world.done_action_of_karim
    today = datetime.now(UTC).date().isoformat()
    tries = [
        intent(1, "action.create", title="Appeler la CAF", due=today),
        intent(1, "action.edit", theirs, title="Refaire mon CV"),
        intent(1, "action.status", theirs, status="in_progress"),
        intent(1, "action.comment", action=theirs, text="C’est bien avancé"),
        intent(1, "action.delete", theirs),
        intent(1, "action.restore", theirs),
        intent(1, "action.qualify", done, hours=3),
    ]
    return {tried["type"]: (dossier, tried) for tried in tries}


def attempts_on_appointments(world: World, dossier: int) -> dict[str, tuple[int, dict[str, Any]]]:
    theirs, starts, seen = world.appointment_of_karim, now_ms(), world.version(dossier)
    later: dict[str, Any] = {"starts": starts, "ends": starts + 60_000, "modality": "phone"}
    invited = {"id": new_id(), "young_person": world.karim.id, "s": dossier}
    tries = [
        intent(1, "appointment.create", participants=[invited], **later),
        intent(1, "appointment.move", theirs, **later),
        intent(1, "appointment.edit", theirs, type="visit"),
        intent(1, "appointment.cancel", theirs, everyone=True),
        intent(1, "appointment.restore", theirs),
        intent(1, "appointment.attend", theirs, attendance="present"),
        intent(1, "appointment.answer", theirs, base={"answer": seen}, answer="coming"),
    ]
    return {tried["type"]: (dossier, tried) for tried in tries}


def attempts_on_notes(world: World, notes: int) -> dict[str, tuple[int, dict[str, Any]]]:
    theirs = world.note_about_karim
    tries = [
        intent(1, "note.write", text="Cherche un stage"),
        intent(1, "note.edit", theirs, text="Autrement"),
        intent(1, "note.delete", theirs),
        intent(1, "note.restore", theirs),
    ]
    return {tried["type"]: (notes, tried) for tried in tries}


#: intent type -> who may do it to Karim's file. Everybody else gets « forbidden ».
MAY: dict[str, set[str]] = {
    "message.send": {"karim", "nadia"},
    "message.edit": {"karim"},
    "message.delete": {"karim"},
    "thread.read": {"karim", "nadia"},
    "triage.flag": {"nadia"},
    "triage.handle": {"nadia"},
    "action.create": {"karim", "nadia"},
    "action.edit": {"karim", "nadia"},
    "action.status": {"karim", "nadia"},
    "action.comment": {"karim", "nadia"},
    "action.delete": {"karim", "nadia"},
    "action.restore": {"karim", "nadia"},
    "action.qualify": {"nadia"},
    "appointment.create": {"nadia"},
    "appointment.move": {"nadia"},
    "appointment.edit": {"nadia"},
    "appointment.cancel": {"nadia"},
    "appointment.restore": {"nadia"},
    "appointment.attend": {"nadia"},
    "appointment.answer": {"karim"},
    "note.write": {"nadia"},
    "note.edit": {"nadia"},
    "note.delete": {"nadia"},
    "note.restore": {"nadia"},
    "contact.set": {"karim", "nadia"},
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


@pytest.mark.parametrize(
    "type_",
    [
        "message.edit",
        "message.delete",
        "conflict.close",
        "action.edit",
        "action.status",
        "action.comment",
        "action.delete",
        "action.restore",
    ],
)
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

"""A young person says whether they come, for the time they were shown."""

from __future__ import annotations

import pytest

from server.kernel.clock import DAY_MS, move_clock, now_ms
from tests.factories import World
from tests.server.wire import Json, intent

from .scene import (
    CHANGED,
    HOUR,
    OK,
    act,
    conflicts,
    gesture,
    karims,
    meet,
    only,
    place_at,
    row,
    shown,
    tomorrow,
)


def test_an_answer_is_changed_and_taken_back(world: World) -> None:
    [karim] = meet(world, [world.karim])

    no = {"answer": "not_coming", "reason": "transport", "text": " Grève du bus "}
    assert act(world, world.karim, "answer", karim, **no) == OK
    now = karims(world, karim)
    assert (now["answer"], now["answer_reason"], now["answer_text"]) == (
        "not_coming",
        "transport",
        "Grève du bus",
    )
    assert now["answered"] is not None
    assert act(world, world.karim, "answer", karim, answer="coming") == OK
    now = karims(world, karim)
    assert (now["answer"], now["answer_reason"], now["answer_text"]) == ("coming", None, None)
    assert act(world, world.karim, "answer", karim, answer=None) == OK
    now = karims(world, karim)
    assert (now["answer"], now["answered"]) == (None, None)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, "validation"),
        ({"answer": "maybe"}, "validation"),
        ({"answer": "coming", "reason": "health"}, "validation"),
        ({"answer": "not_coming", "reason": "laziness"}, "validation"),
        ({"answer": "not_coming", "text": "x" * 251}, "too_large"),
        ({"answer": "coming", "attendance": "present"}, "unknown_type"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(world: World, values: Json, why: str) -> None:
    [karim] = meet(world, [world.karim])

    assert act(world, world.karim, "answer", karim, **values) == ("rejected", why)


def test_an_answer_given_in_time_is_accepted_late(world: World) -> None:
    [karim] = meet(world, [world.karim], starts=now_ms())
    wire, scope = world.wire(world.karim), world.dossier(world.karim)
    said = gesture("answer", karim, world.version(scope))
    move_clock(3 * HOUR)

    assert only(wire.push(scope, said)) == OK


def test_an_answer_to_another_time_is_not_taken_for_the_new_one(world: World) -> None:
    [karim] = meet(world, [world.karim])
    scope, wire = world.dossier(world.karim), world.wire(world.karim)
    said = gesture("answer", karim, row(wire, karim)["v"])
    assert act(world, world.nadia, "move", karim, **place_at(tomorrow() + DAY_MS)) == OK

    assert only(wire.push(scope, said)) == CHANGED
    assert karims(world, karim)["answer"] is None
    again = {**gesture("answer", karim, row(wire, karim)["v"]), "n": 2}
    assert only(wire.push(scope, again)) == OK


def test_two_answers_of_ones_two_devices_are_ones_own_to_choose(world: World) -> None:
    [karim] = meet(world, [world.karim])
    phone, tablet = world.wire(world.karim), world.wire(world.karim)
    scope, seen = world.dossier(world.karim), {"answer": row(phone, karim)["v"]}
    no = {"answer": "not_coming", "reason": "work", "text": "Je travaille"}
    phone.push(scope, intent(1, "appointment.answer", karim, base=seen, **no))
    tablet.push(scope, intent(1, "appointment.answer", karim, base=seen, answer="coming"))

    assert shown(phone, karim)["answer"] == "coming"
    [conflict] = phone.rows("conflict")
    assert conflict["d"]["lost"]["value"] == no
    assert conflicts(world, world.nadia) == []
    chosen = intent(1, "conflict.close", conflict["id"], choice="restored")
    phone.push(world.own_scope(world.karim), chosen)

    now = shown(world.wire(world.nadia), karim)
    assert (now["answer"], now["answer_reason"], now["answer_text"]) == tuple(no.values())

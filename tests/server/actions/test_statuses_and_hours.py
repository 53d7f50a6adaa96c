"""Where an action stands, since when, and the hours an advisor confirms."""

from __future__ import annotations

from typing import Any

import pytest

from server.kernel.clock import DAY_MS, move_clock, now_ms
from tests.factories import World
from tests.server.actions.dossier import APPLIED, Device, action_in, day, rejected


def test_finishing_without_saying_when_is_on_the_day_of_the_gesture(world: World) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()
    at = now_ms() + DAY_MS
    move_clock(4 * DAY_MS)

    karim.does("action.status", made, base={"status": karim.seen(made)}, status="done", at=at)

    assert karim.shown(made)["done_on"] == day(-3)


def test_leaving_done_forgets_the_day(world: World) -> None:
    karim = Device(world, world.karim)
    made = karim.creates(status="done", done_on=day(-1))

    karim.does("action.status", made, base={"status": karim.seen(made)}, status="in_progress")

    assert karim.shown(made)["done_on"] is None


def test_the_day_of_a_completion_can_be_corrected(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    made = karim.creates(status="done")
    base = {"status": nadia.seen(made)}

    outcome = nadia.does("action.status", made, base=base, status="done", done_on=day(-2))

    assert outcome == APPLIED
    assert karim.shown(made)["done_on"] == day(-2)
    assert karim.conflicts() == []


@pytest.mark.parametrize(
    "values",
    [
        {"status": "done", "done_on": "2087-01-01"},
        {"status": "done", "done_on": "1987-01-01"},
        {"status": "in_progress", "done_on": "2026-11-20"},
        {"status": "done", "done_on": "hier"},
        {"status": "lost"},
        {},
    ],
)
def test_a_status_or_a_day_that_makes_no_sense_is_refused(
    world: World, values: dict[str, Any]
) -> None:
    karim = Device(world, world.karim)
    made = karim.creates()

    assert karim.does("action.status", made, **values) == rejected("validation")
    assert karim.shown(made)["status"] == "not_started"


def test_the_day_is_counted_where_the_structure_is(world: World) -> None:
    """At 22:30 UTC it is already tomorrow in Paris."""
    midnight = now_ms() // DAY_MS * DAY_MS
    move_clock(midnight + 3 * DAY_MS - now_ms() - 30 * 60_000)  # 23:30 UTC
    karim = Device(world, world.karim)
    made = karim.creates()

    karim.does("action.status", made, base={"status": karim.seen(made)}, status="done")

    assert karim.shown(made)["done_on"] == day(0)


def test_a_qualification_says_who_how_much_and_why(world: World) -> None:
    done = action_in(world, "done", qualified=False, commented=False)
    nadia = Device(world, world.nadia)

    nadia.does("action.qualify", done, hours=0, comment="  Déjà comptée ")

    found = Device(world, world.karim).shown(done)["qualification"]
    assert found.pop("at") <= now_ms()
    assert found == {
        "hours": 0,
        "comment": "Déjà comptée",
        "by": world.nadia.id,
        "name": "Nadia Benali",
    }


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"hours": 13}, "validation"),
        ({"hours": -1}, "validation"),
        ({"hours": 2.5}, "validation"),
        ({"hours": "3"}, "validation"),
        ({"hours": True}, "validation"),
        ({"hours": None}, "validation"),
        ({}, "validation"),
        ({"hours": 3, "comment": "a" * 256}, "too_large"),
    ],
)
def test_hours_that_make_no_sense_are_refused(
    world: World, values: dict[str, Any], why: str
) -> None:
    done = action_in(world, "done", qualified=False, commented=False)
    nadia = Device(world, world.nadia)

    assert nadia.does("action.qualify", done, **values) == rejected(why)
    assert nadia.shown(done)["qualification"] is None


def test_an_edit_made_before_the_hours_were_confirmed_arrives_too_late(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    done = action_in(world, "done", qualified=False, commented=False)
    seen = {"title": karim.seen(done)}
    nadia.does("action.qualify", done, hours=3)

    outcome = karim.does("action.edit", done, base=seen, title="Autrement", at=now_ms() - 60_000)

    assert outcome == rejected("invalid_transition")
    assert karim.shown(done)["title"] == "Mettre à jour mon CV"

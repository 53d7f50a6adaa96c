"""A new action, by either side: what it may hold, and what it looks like on the other's device."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.caseloads.operations import add_young_person
from server.kernel.clock import DAY_MS, move_clock, now_ms
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.actions.dossier import APPLIED, NOOP, Device, day, rejected, today


def test_an_action_of_the_young_person_reaches_the_advisor_whole(world: World) -> None:
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)

    made = karim.creates(
        title="  Mettre  à jour mon CV ", description=" Avec le stage \n", category="EMPLOI"
    )

    shown = nadia.shown(made)
    (line,) = shown.pop("history")
    assert shown.pop("created") == line["at"] <= now_ms()
    assert shown == {
        "title": "Mettre à jour mon CV",
        "description": "Avec le stage",
        "category": "EMPLOI",
        "due": day(2),
        "status": "not_started",
        "done_on": None,
        "creator": {"id": world.karim.id, "side": "young_person", "name": "Karim Haddad"},
        "qualification": None,
        "deleted": None,
    }
    assert (line["what"], line["by"], line["side"]) == ("created", world.karim.id, "young_person")


def test_an_action_of_the_advisor_says_so(world: World) -> None:
    nadia = Device(world, world.nadia)

    made = nadia.creates(category=None)

    assert Device(world, world.karim).shown(made)["creator"] == {
        "id": world.nadia.id,
        "side": "advisor",
        "name": "Nadia Benali",
    }


def test_an_activity_declared_after_the_fact_is_done_that_day(world: World) -> None:
    karim = Device(world, world.karim)

    made = karim.creates(status="done", done_on=day(-3), due=day(-3))

    assert (karim.shown(made)["status"], karim.shown(made)["done_on"]) == ("done", day(-3))


def test_created_done_without_a_day_is_done_on_the_day_it_was_written(world: World) -> None:
    karim, made = Device(world, world.karim), new_id()
    move_clock(3 * DAY_MS)

    karim.does("action.create", made, title="CV", due=day(), status="done", at=now_ms() - DAY_MS)

    assert karim.shown(made)["done_on"] == day(-1)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"title": " \n "}, "validation"),
        ({"title": "a" * 61}, "too_large"),
        ({"title": None}, "validation"),
        ({"description": "a" * 1_025}, "too_large"),
        ({"category": "VACANCES"}, "validation"),
        ({"status": "cancelled"}, "validation"),
        ({"status": "finished"}, "validation"),
        ({"done_on": "2026-11-23"}, "validation"),
        ({"due": "demain"}, "validation"),
        ({"due": "2026-02-30"}, "validation"),
        ({"due": 20261123}, "validation"),
        ({"due": "1987-01-01"}, "validation"),
        ({"due": "2087-01-01"}, "validation"),
        ({"colour": "red"}, "unknown_type"),
    ],
)
def test_values_that_make_no_sense_are_refused(
    world: World, values: dict[str, Any], why: str
) -> None:
    karim = Device(world, world.karim)

    outcome = karim.does("action.create", **{"title": "CV", "due": day(), **values})

    assert outcome == rejected(why)
    assert karim.wire.rows("action") == []


@pytest.mark.parametrize(("years", "beyond"), [(-2, -1), (2, 1)])
def test_a_due_day_may_be_two_years_away_and_not_a_day_more(
    world: World, years: int, beyond: int
) -> None:
    move_clock((45 - today().day) * DAY_MS)  # the middle of a month, which every year has
    karim = Device(world, world.karim)
    edge = today().replace(year=today().year + years)

    karim.creates(due=edge.isoformat())
    outcome = karim.does(
        "action.create", title="CV", due=(edge + timedelta(days=beyond)).isoformat()
    )

    assert outcome == rejected("validation")


def test_nothing_is_done_tomorrow(world: World) -> None:
    karim = Device(world, world.karim)

    outcome = karim.does("action.create", title="CV", due=day(), status="done", done_on=day(2))

    assert outcome == rejected("validation")


def test_created_twice_by_its_creator_it_is_one_action_as_first_written(world: World) -> None:
    karim, tablet = Device(world, world.karim), Device(world, world.karim)
    made = karim.creates(title="CV")

    assert tablet.does("action.create", made, title="Autre chose", due=day()) == NOOP
    assert karim.shown(made)["title"] == "CV"


def test_an_id_used_by_somebody_else_is_forbidden(world: World) -> None:
    made = Device(world, world.karim).creates()

    outcome = Device(world, world.nadia).does("action.create", made, title="À moi", due=day())

    assert outcome == rejected("forbidden")


def test_an_id_used_in_another_dossier_is_forbidden_even_to_its_creator(world: World) -> None:
    nadia = Device(world, world.nadia)
    made = nadia.creates()
    with unit_of_work(by=SYSTEM) as uow:
        other = add_young_person(
            uow, advisor_id=world.nadia.id, first_name="Lina", last_name="Petit"
        ).id

    nadia.scope, nadia.n = world.scope("d", other), 0
    outcome = nadia.does("action.create", made, title="CV", due=day())

    assert outcome == rejected("forbidden")


def test_created_and_changed_offline_it_arrives_as_it_was_left(world: World) -> None:
    karim, made = Device(world, world.karim), new_id()

    outcomes = [
        karim.does("action.create", made, title="CV", due=day(1)),
        karim.does("action.edit", made, base={"title": 0}, title="Mon CV"),
        karim.does("action.status", made, base={"status": 0}, status="done"),
        karim.does("action.comment", action=made, text="Fait !"),
    ]

    assert outcomes == [APPLIED] * 4
    assert karim.conflicts() == []
    assert karim.shown(made)["title"] == "Mon CV"

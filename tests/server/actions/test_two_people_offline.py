"""Karim and Nadia change the same action without a network: same end in any order, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from server.kernel.clock import move_clock, now_ms
from tests.factories import World
from tests.server.actions.dossier import APPLIED, Device, day, rejected
from tests.server.wire import Json

EDIT, STATUS = "action.edit", "action.status"


@dataclass
class Meeting:
    """What two people did to one action, in one order of arrival."""

    karim: Device
    nadia: Device
    action: str
    outcomes: dict[str, Json]

    def state(self) -> Json:
        """Give all that must not depend on the order of arrival."""
        shown = self.karim.shown(self.action)
        told = [(line["what"], line["name"], line["value"]) for line in shown.pop("history")]
        shown.pop("created")
        return {**shown, "told": told}

    def disputes(self) -> list[Json]:
        """Give the conflicts of this action without their ids and instants."""
        return [
            {
                "group": one["group"],
                **{side: (one[side]["value"], one[side]["name"]) for side in ("kept", "lost")},
            }
            for one in self.karim.conflicts()
            if one["record"] == {"k": "action", "id": self.action}
        ]


Gesture = tuple[str, dict[str, Any]]


def meet(world: World, karims: Gesture, nadias: Gesture, *, first: str) -> Meeting:
    """Both saw the same action; Karim acted a minute ago, Nadia 30 s later; one arrives first."""
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    action = karim.creates(category="EMPLOI", description="Un brouillon")
    seen = karim.seen(action)
    base = dict.fromkeys(("title", "description", "category", "due", "status", "deleted"), seen)
    now = now_ms()
    made = {"karim": (karim, karims, now + 30_000), "nadia": (nadia, nadias, now + 60_000)}
    move_clock(90_000)
    outcomes = {}
    for name in sorted(made, key=lambda one: one != first):
        device, (type_, values), at = made[name]
        if type_ == "action.comment":
            outcomes[name] = device.does(type_, action=action, at=at, **values)
        else:
            outcomes[name] = device.does(type_, action, at=at, base=base, **values)
    move_clock(0)
    return Meeting(karim, nadia, action, outcomes)


KARIM, NADIA = "Karim Haddad", "Nadia Benali"

#: What each did -> what both see in the end, and what is kept for them to choose.
DISPUTES: list[tuple[Gesture, Gesture, Json, list[Json]]] = [
    (
        (EDIT, {"title": "De Karim"}),
        (EDIT, {"title": "De Nadia"}),
        {"title": "De Nadia"},
        [{"group": "title", "kept": ("De Nadia", NADIA), "lost": ("De Karim", KARIM)}],
    ),
    (
        (EDIT, {"description": "De Karim"}),
        (EDIT, {"description": "De Nadia"}),
        {"description": "De Nadia"},
        [{"group": "description", "kept": ("De Nadia", NADIA), "lost": ("De Karim", KARIM)}],
    ),
    (
        (EDIT, {"category": "SANTE"}),
        (EDIT, {"category": "LOGEMENT"}),
        {"category": "LOGEMENT"},
        [{"group": "category", "kept": ("LOGEMENT", NADIA), "lost": ("SANTE", KARIM)}],
    ),
    (
        (EDIT, {"due": day(5)}),
        (EDIT, {"due": day(9)}),
        {"due": day(9)},
        [{"group": "due", "kept": (day(9), NADIA), "lost": (day(5), KARIM)}],
    ),
    (
        (STATUS, {"status": "done", "done_on": day()}),
        (STATUS, {"status": "in_progress"}),
        {"status": "done", "done_on": day()},
        [],
    ),
    (
        (STATUS, {"status": "done", "done_on": day(-1)}),
        (STATUS, {"status": "cancelled"}),
        {"status": "done", "done_on": day(-1)},
        [{"group": "status", "kept": ("done", KARIM), "lost": ("cancelled", NADIA)}],
    ),
    (
        (STATUS, {"status": "cancelled"}),
        (STATUS, {"status": "in_progress"}),
        {"status": "cancelled", "done_on": None},
        [{"group": "status", "kept": ("cancelled", KARIM), "lost": ("in_progress", NADIA)}],
    ),
    (
        (STATUS, {"status": "done", "done_on": day(-2)}),
        (STATUS, {"status": "done", "done_on": day(-1)}),
        {"status": "done", "done_on": day(-1)},
        [{"group": "done_on", "kept": (day(-1), NADIA), "lost": (day(-2), KARIM)}],
    ),
    (
        (STATUS, {"status": "done", "done_on": day(-1)}),
        (STATUS, {"status": "done", "done_on": day(-1)}),
        {"status": "done", "done_on": day(-1)},
        [],
    ),
]


@pytest.mark.parametrize(("karims", "nadias", "end", "kept"), DISPUTES, ids=str)
@pytest.mark.parametrize("first", ["karim", "nadia"])
def test_the_same_field_ends_the_same_whoever_arrives_first(
    world: World, karims: Gesture, nadias: Gesture, end: Json, kept: list[Json], first: str
) -> None:
    met = meet(world, karims, nadias, first=first)

    assert {name: met.state()[name] for name in end} == end
    assert met.disputes() == kept
    assert "rejected" not in {outcome["o"] for outcome in met.outcomes.values()}


@pytest.mark.parametrize(
    ("karims", "nadias"),
    [
        ((EDIT, {"title": "De Karim"}), (EDIT, {"description": "De Nadia"})),
        ((EDIT, {"title": "De Karim"}), (STATUS, {"status": "in_progress"})),
        ((EDIT, {"category": "SANTE"}), (EDIT, {"due": day(9), "description": "De Nadia"})),
        ((STATUS, {"status": "cancelled"}), ("action.comment", {"text": "Dommage"})),
        ((EDIT, {"description": "De Karim"}), ("action.comment", {"text": "Bien"})),
    ],
    ids=str,
)
def test_different_fields_never_conflict(world: World, karims: Gesture, nadias: Gesture) -> None:
    one, other = (meet(world, karims, nadias, first=name) for name in ("karim", "nadia"))

    assert one.state() == other.state()
    assert one.disputes() == other.disputes() == []
    assert [*one.outcomes.values(), *other.outcomes.values()] == [APPLIED] * 4


def disputed(world: World) -> Meeting:
    return meet(
        world,
        (EDIT, {"title": "De Karim"}),
        (EDIT, {"title": "De Nadia"}),
        first="karim",
    )


@pytest.mark.parametrize("chooser", ["karim", "nadia"])
def test_the_other_version_comes_back_for_everybody_and_can_be_undone(
    world: World, chooser: str
) -> None:
    met = disputed(world)
    device: Device = getattr(met, chooser)
    (conflict,) = device.conflicts()

    closed = device.does(
        "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored"
    )

    assert closed == APPLIED
    assert met.state()["title"] == "De Karim"
    (conflict,) = device.conflicts()
    assert conflict["state"] == "restored"

    device.does("conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="kept")

    assert met.state()["title"] == "De Nadia"
    assert [one["state"] for one in device.conflicts()] == ["kept"]


def test_a_choice_never_hides_words_its_author_had_not_read(world: World) -> None:
    met = disputed(world)
    (conflict,) = met.karim.conflicts()
    base = {"title": met.nadia.seen(met.action)}
    met.nadia.does("action.edit", met.action, base=base, title="Encore autre chose")

    met.karim.does(
        "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored"
    )

    assert met.state()["title"] == "De Karim"
    (again,) = [one for one in met.disputes() if one["kept"][0] == "De Karim"]
    assert again == {
        "group": "title",
        "kept": ("De Karim", KARIM),
        "lost": ("Encore autre chose", NADIA),
    }


def test_undoing_a_choice_of_status_finds_the_day_again(world: World) -> None:
    done: Gesture = (STATUS, {"status": "done", "done_on": day(-1)})
    met = meet(world, done, (STATUS, {"status": "cancelled"}), first="nadia")
    found = []

    for choice in ("restored", "kept"):
        (conflict,) = met.nadia.conflicts()
        base = {"state": conflict["v"]}
        met.nadia.does("conflict.close", conflict["id"], base=base, choice=choice)
        found.append((met.state()["status"], met.state()["done_on"]))

    assert found == [("cancelled", None), ("done", day(-1))]


def test_a_version_cannot_come_back_once_the_hours_are_confirmed(world: World) -> None:
    met = disputed(world)
    base = {"status": met.nadia.seen(met.action)}
    met.nadia.does("action.status", met.action, base=base, status="done")
    met.nadia.does("action.qualify", met.action, hours=3)
    (conflict,) = met.karim.conflicts()

    closed = met.karim.does(
        "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice="restored"
    )

    assert closed == rejected("invalid_transition")
    assert met.state()["title"] == "De Nadia"

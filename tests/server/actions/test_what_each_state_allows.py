"""The truth table of actions: in each state, which gestures pass and why the others are refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import World
from tests.server.actions.dossier import APPLIED, NOOP, Device, action_in, rejected
from tests.server.wire import Json

MOVED, GONE = rejected("invalid_transition"), rejected("gone")
YES, SAME = APPLIED, NOOP

GESTURES: dict[str, tuple[str, dict[str, Any]]] = {
    "edit": ("action.edit", {"title": "Autrement"}),
    "not_started": ("action.status", {"status": "not_started"}),
    "in_progress": ("action.status", {"status": "in_progress"}),
    "done": ("action.status", {"status": "done"}),
    "cancelled": ("action.status", {"status": "cancelled"}),
    "comment": ("action.comment", {"text": "Bravo"}),
    "delete": ("action.delete", {}),
    "restore": ("action.restore", {}),
    "qualify": ("action.qualify", {"hours": 3}),
}

#: (status, qualified, commented) -> outcome of each gesture, in the order of GESTURES.
TABLE: dict[tuple[str, bool, bool], list[Json]] = {
    ("not_started", False, False): [YES, SAME, YES, YES, YES, YES, YES, SAME, MOVED],
    ("in_progress", False, False): [YES, YES, SAME, YES, YES, YES, YES, SAME, MOVED],
    ("done", False, False): [YES, YES, YES, SAME, YES, YES, MOVED, SAME, YES],
    ("cancelled", False, False): [YES, YES, YES, YES, SAME, YES, YES, SAME, MOVED],
    ("not_started", False, True): [YES, SAME, YES, YES, YES, YES, MOVED, SAME, MOVED],
    ("in_progress", False, True): [YES, YES, SAME, YES, YES, YES, MOVED, SAME, MOVED],
    ("done", False, True): [YES, YES, YES, SAME, YES, YES, MOVED, SAME, YES],
    ("cancelled", False, True): [YES, YES, YES, YES, SAME, YES, MOVED, SAME, MOVED],
    ("done", True, False): [MOVED, MOVED, MOVED, MOVED, MOVED, YES, MOVED, SAME, MOVED],
    ("done", True, True): [MOVED, MOVED, MOVED, MOVED, MOVED, YES, MOVED, SAME, MOVED],
}


def attempt(device: Device, gesture: str, action_id: str) -> Json:
    """Do a gesture having seen the action as it stands."""
    type_, values = GESTURES[gesture]
    if type_ == "action.comment":
        return device.does(type_, action=action_id, **values)
    seen = device.seen(action_id)
    base = dict.fromkeys(("title", "status", "deleted"), seen)
    return device.does(type_, action_id, base=base, **values)


@pytest.mark.parametrize("state", TABLE, ids=str)
def test_each_gesture_passes_in_the_states_of_the_table(
    world: World, state: tuple[str, bool, bool]
) -> None:
    status, qualified, commented = state
    nadia = Device(world, world.nadia)

    found = [
        attempt(nadia, one, action_in(world, status, qualified=qualified, commented=commented))
        for one in GESTURES
    ]

    assert dict(zip(GESTURES, found, strict=True)) == dict(zip(GESTURES, TABLE[state], strict=True))


@pytest.mark.parametrize("status", ["not_started", "in_progress", "cancelled"])
def test_a_deleted_action_only_comes_back(world: World, status: str) -> None:
    nadia = Device(world, world.nadia)
    found = {}
    for gesture in GESTURES:
        action_id = action_in(world, status, qualified=False, commented=False)
        attempt(nadia, "delete", action_id)
        found[gesture] = attempt(nadia, gesture, action_id)

    assert found.pop("restore") == APPLIED
    assert found.pop("delete") == NOOP
    assert found == dict.fromkeys(found, GONE)


def test_qualifying_is_not_for_young_people(world: World) -> None:
    done = action_in(world, "done", qualified=False, commented=False)

    outcome = attempt(Device(world, world.karim), "qualify", done)

    assert outcome == rejected("forbidden")
    assert Device(world, world.karim).shown(done)["qualification"] is None

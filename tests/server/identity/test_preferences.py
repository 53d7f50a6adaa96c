"""Preferences follow a person from device to device; each is settled apart."""

from __future__ import annotations

from typing import Any

import pytest

from server.identity.operations import shares_reading
from server.kernel.database import read_only
from tests.factories import World
from tests.server.wire import Wire, intent


def preferences(device: Wire) -> dict[str, Any]:
    (row,) = device.rows("preferences")
    wishes: dict[str, Any] = row["d"]
    return wishes


def test_everybody_starts_with_the_same_preferences(world: World) -> None:
    assert preferences(world.wire(world.karim)) == {
        "theme": "auto",
        "text_size": "normal",
        "share_read": True,
        "shortcuts": True,
    }


@pytest.mark.parametrize(
    "wish",
    [{"theme": "dark"}, {"text_size": "very_large"}, {"share_read": False}, {"shortcuts": False}],
)
def test_a_wish_reaches_the_other_devices(world: World, wish: dict[str, Any]) -> None:
    phone, tablet = world.wire(world.karim), world.wire(world.karim)

    tried = intent(1, "preferences.set", world.karim.id, **wish)
    outcome = phone.push(world.own_scope(world.karim), tried)

    assert outcome == [{"n": 1, "o": "applied"}]
    assert preferences(tablet).items() >= wish.items()


def test_two_devices_that_change_different_preferences_both_win(world: World) -> None:
    own = world.own_scope(world.karim)

    world.wire(world.karim).push(own, intent(1, "preferences.set", world.karim.id, theme="dark"))
    later = intent(1, "preferences.set", world.karim.id, text_size="large")
    world.wire(world.karim).push(own, later)

    held = preferences(world.wire(world.karim))
    assert (held["theme"], held["text_size"]) == ("dark", "large")


@pytest.mark.parametrize(
    "wish",
    [{}, {"theme": "pink"}, {"text_size": 12}, {"share_read": "no"}, {"shortcuts": None}],
)
def test_a_wish_that_makes_no_sense_changes_nothing(world: World, wish: dict[str, Any]) -> None:
    device = world.wire(world.karim)
    before = preferences(device)

    tried = intent(1, "preferences.set", world.karim.id, **wish)
    outcome = device.push(world.own_scope(world.karim), tried)

    assert outcome == [{"n": 1, "o": "rejected", "why": "validation"}]
    assert preferences(device) == before


def test_nobody_changes_somebody_elses_preferences_from_their_own_scope(world: World) -> None:
    tried = intent(1, "preferences.set", world.ines.id, theme="dark")

    outcome = world.wire(world.karim).push(world.own_scope(world.karim), tried)

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]


def test_hiding_what_one_has_read_is_known_to_messaging(world: World) -> None:
    tried = intent(1, "preferences.set", world.karim.id, share_read=False)
    world.wire(world.karim).push(world.own_scope(world.karim), tried)

    with read_only() as session:
        assert not shares_reading(session, world.karim.id)
        assert shares_reading(session, world.ines.id)

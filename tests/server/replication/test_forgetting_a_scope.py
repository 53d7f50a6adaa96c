"""A device learns that a scope is closed to it, however it asks."""

from __future__ import annotations

from tests.factories import World


def test_a_scope_of_the_cursor_that_is_not_readable_is_dropped(world: World) -> None:
    foreign = world.dossier(world.ines)

    half = world.wire(world.nadia).pull({str(foreign): [1, 1]})

    assert half["drop"] == [{"s": foreign, "why": "revoked"}]


def test_a_scope_asked_for_its_lane_alone_is_dropped_too(world: World) -> None:
    """A device that lost its rows still holds intents there: they must not wait for ever."""
    foreign = world.dossier(world.ines)

    half = world.wire(world.nadia).pull(lanes=[foreign])

    assert half["drop"] == [{"s": foreign, "why": "revoked"}]
    assert foreign not in [entry["s"] for entry in half["scopes"]]

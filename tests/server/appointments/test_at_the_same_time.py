"""Two advisors write the same people's dossiers at the same moment: each waits for the other."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import pytest

from server.kernel.ids import new_id
from server.kernel.policy import Actor
from tests.factories import World
from tests.server.wire import Json, intent

from .scene import HOUR, caseload, follow, meet, only, place_at, tomorrow

ROUNDS = 8


def together(*works: Callable[[], None]) -> None:
    """Do several things at once, in threads that start at the same instant."""
    start, failed = threading.Barrier(len(works)), []

    def run(work: Callable[[], None]) -> None:
        start.wait()
        try:
            work()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_group_gestures_in_opposite_orders_never_wait_for_each_other_in_a_ring(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    people = caseload(world, world.nadia, 6)
    for person in people:
        follow(world, world.marc, person)
    ids = meet(world, people)
    outcomes: list[tuple[str, str | None]] = []
    caplog.set_level(logging.WARNING)

    def repeat(by: Actor, order: list[int]) -> Callable[[], None]:
        wire, first = world.wire(by), order[0]
        scopes = [world.dossier(people[one]) for one in order]

        def gestures() -> None:
            for n in range(1, 2 * ROUNDS, 2):
                asked = [
                    {"id": new_id(), "young_person": people[one].id, "s": scope}
                    for one, scope in zip(order, scopes, strict=True)
                ]
                place: Json = place_at(tomorrow() + n * HOUR)
                made = intent(n, "appointment.create", participants=asked, **place)
                outcomes.append(only(wire.push(scopes[0], made)))
                moved = intent(n + 1, "appointment.move", ids[first], **place)
                outcomes.append(only(wire.push(scopes[0], moved)))

        return gestures

    together(
        repeat(world.nadia, [0, 1, 2, 3, 4, 5]),
        repeat(world.marc, [5, 4, 3, 2, 1, 0]),
    )

    assert len(outcomes) == 4 * ROUNDS
    assert {result for result, _ in outcomes} <= {"applied", "merged"}
    assert [one.message for one in caplog.records if "tried again" in one.message] == []

"""Who came is noted from the day on, where the structure is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from server.kernel.clock import move_clock, now_ms
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from server.structures.models import Structure
from tests.factories import World
from tests.server.wire import intent

from .scene import (
    CHANGED,
    OK,
    act,
    conflicts,
    follow,
    karims,
    local,
    meet,
    row,
)


def live_in(world: World, zone: str) -> None:
    with unit_of_work(by=SYSTEM, scopes=[world.scope("s", world.structure_id)]) as uow:
        uow.session.get_one(Structure, world.structure_id).time_zone = zone


@pytest.fixture
def at(app: object) -> Callable[[int], None]:
    """Bring the clock to an instant."""

    def bring(instant: int) -> None:
        move_clock(0)
        move_clock(instant - now_ms())

    return bring


@pytest.mark.parametrize("zone", ["America/Guadeloupe", "Indian/Reunion", "Europe/Paris"])
def test_attendance_waits_for_the_day_where_it_takes_place(
    world: World, at: Callable[[int], None], zone: str
) -> None:
    day = (2027, 3, 10)
    at(local(zone, 2027, 3, 8, 12, 0))
    live_in(world, zone)
    [karim] = meet(world, [world.karim], starts=local(zone, *day, 23, 30))

    at(local(zone, 2027, 3, 9, 23, 59))
    assert act(world, world.nadia, "attend", karim, attendance="present") == CHANGED
    at(local(zone, *day, 0, 1))
    assert act(world, world.nadia, "attend", karim, attendance="present") == OK
    assert karims(world, karim)["attendance"] == "present"


def test_attendance_is_corrected(world: World) -> None:
    [karim] = meet(world, [world.karim], starts=now_ms())

    for said in ("present", "excused", "absent", "cancelled_by_service", "unknown"):
        assert act(world, world.nadia, "attend", karim, attendance=said) == OK
        assert karims(world, karim)["attendance"] == said


def test_two_attendances_noted_without_knowing_are_kept_among_advisors(world: World) -> None:
    follow(world, world.marc, world.karim)
    [karim] = meet(world, [world.karim], starts=now_ms())
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    scope, seen = world.dossier(world.karim), {"attendance": row(nadia, karim)["v"]}
    nadia.push(scope, intent(1, "appointment.attend", karim, base=seen, attendance="absent"))
    marc.push(scope, intent(1, "appointment.attend", karim, base=seen, attendance="present"))

    [conflict] = conflicts(world, world.nadia)

    assert (conflict["group"], conflict["lost"]["value"]) == ("attendance", "absent")
    assert conflicts(world, world.karim) == []

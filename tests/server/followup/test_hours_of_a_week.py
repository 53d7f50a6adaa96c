"""The server counts from its tables what a device counts from the rows it received."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.appointments.operations import Invitee, attend_appointment, create_appointment
from server.appointments.values import Details, WhenWhere
from server.followup.hours import WeekHours, monday_of, week_hours
from server.followup.weeks import hours_of_week
from server.kernel.database import read_only
from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from server.structures.models import Structure
from tests.factories import World
from tests.server.actions.dossier import Device, day, today

ZONES = ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Pacific/Noumea"]


def settle_in(world: World, time_zone: str) -> None:
    scopes = [world.scope("s", world.structure_id)]
    with unit_of_work(by=SYSTEM, scopes=scopes) as uow:
        uow.session.get_one(Structure, world.structure_id).time_zone = time_zone


def meets(world: World, starts: datetime, type_: str, *, came: bool = False) -> None:
    """Make an appointment of Karim with Nadia, to which he came or not yet."""
    participant, at = new_id(), round(starts.timestamp() * 1000)
    with unit_of_work(by=world.nadia, scopes=[world.dossier(world.karim)]) as uow:
        create_appointment(
            uow,
            by=world.nadia,
            appointment_id=new_id(),
            invitees=[Invitee(participant, world.karim.id)],
            when_where=WhenWhere(at, at + 3_600_000, "phone"),
            details=Details(type_),
            edit=server_edit(uow.at),
        )
    if not came:
        return
    with unit_of_work(by=world.nadia, scopes=[world.dossier(world.karim)]) as uow:
        attend_appointment(
            uow,
            by=world.nadia,
            young_person_id=world.karim.id,
            participant_id=participant,
            attendance="present",
            edit=server_edit(uow.at),
        )


def on_device(world: World, monday: str, time_zone: str) -> WeekHours:
    """Count the week as Karim's phone does."""
    wire = world.wire(world.karim)
    actions, appointments = (
        [{"id": row["id"], **row["d"]} for row in wire.rows(kind)]
        for kind in ("action", "appointment")
    )
    return week_hours(actions, appointments, monday, time_zone)


def on_server(world: World, monday: str) -> WeekHours:
    with read_only() as session:
        return hours_of_week(session, young_person_id=world.karim.id, monday=monday)


def live_a_while(world: World, time_zone: str) -> date:
    """Fill three weeks of Karim's dossier; give last week's Monday, there."""
    zone = ZoneInfo(time_zone)
    here = datetime.now(UTC).astimezone(zone).date()
    last = date.fromisoformat(monday_of((here - timedelta(days=7)).isoformat()))
    karim, nadia = Device(world, world.karim), Device(world, world.nadia)
    for number in range(-1, 8):
        on = (last + timedelta(days=number)).isoformat()
        if on < here.isoformat():
            done = karim.creates(category="SANTE", status="done", done_on=on, due=day(7))
            if number % 3 == 0:
                nadia.does("action.qualify", done, hours=5)
        karim.creates(category="EMPLOI", due=on)
        karim.does("action.delete", karim.creates(category="EMPLOI", due=on), base={"deleted": 99})
    for number in (0, 7):
        midnight = datetime.combine(last + timedelta(days=number), time.min, zone)
        meets(world, midnight - timedelta(minutes=30), "workshop", came=True)
        meets(world, midnight + timedelta(minutes=30), "group_information")
    return last


@pytest.mark.parametrize("time_zone", ZONES)
def test_the_server_and_a_device_count_the_same(world: World, time_zone: str) -> None:
    settle_in(world, time_zone)
    last = live_a_while(world, time_zone)

    weeks = [(last + timedelta(weeks=number)).isoformat() for number in (-1, 0, 1, 2)]
    counted = [on_server(world, monday) for monday in weeks]

    assert counted == [on_device(world, monday, time_zone) for monday in weeks]
    assert [counted[1][one] for one in ("validated", "to_come")] == [5 * 3 + 4, 7 * 3 + 3]
    assert counted[1]["declared"] == (7 - 3) * 2
    assert counted[3]["lines"] == []


def test_counting_costs_the_same_for_a_long_follow_up(
    world: World, count_queries: Callable[[], object]
) -> None:
    monday = monday_of(today().isoformat())

    def cost() -> int:
        with count_queries() as seen:  # type: ignore[attr-defined]
            on_server(world, monday)
        return len(seen)

    meets(world, datetime.now(UTC), "interview")
    before = cost()
    for _ in range(5):
        Device(world, world.karim).creates(due=day())
        meets(world, datetime.now(UTC), "interview")

    assert cost() == before <= 6

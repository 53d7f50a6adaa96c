"""What the tests of appointments share: group appointments, stand-ins, what a device shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.appointments.operations import Invitee, create_appointment
from server.appointments.values import Details, WhenWhere
from server.caseloads.operations import add_young_person
from server.identity.sessions import actor_of
from server.kernel.clock import MINUTE_MS, now_ms
from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM, Actor
from server.kernel.scopes import ScopeGrant, find_scope, grant_scope, revoke_grant
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.wire import Json, Wire, intent

HOUR = 60 * MINUTE_MS

OK, NOTHING = ("applied", None), ("noop", None)
CHANGED, LATE = ("rejected", "invalid_transition"), ("rejected", "too_late")


def place_at(starts: int, *, hours: float = 1, modality: str = "in_person", **more: Any) -> Json:
    """Say when and where, as an intent does."""
    return {"starts": starts, "ends": starts + int(hours * HOUR), "modality": modality, **more}


def tomorrow() -> int:
    """Give the instant 24 hours from now."""
    return now_ms() + 24 * HOUR


def local(zone: str, *when: int) -> int:
    """Give an instant from a local date and time, in milliseconds UTC."""
    year, month, day, hour, minute = when
    return int(datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def meet(
    world: World,
    young_people: Sequence[Actor],
    *,
    by: Actor | None = None,
    starts: int | None = None,
    **details: Any,
) -> list[str]:
    """Make an appointment by the operation; give each one's participation, in their order."""
    starts = tomorrow() if starts is None else starts
    by = by or world.nadia
    invitees = [Invitee(new_id(), one.id) for one in young_people]
    with unit_of_work(by=by, scopes=[world.dossier(one) for one in young_people]) as uow:
        create_appointment(
            uow,
            by=by,
            appointment_id=new_id(),
            invitees=invitees,
            when_where=WhenWhere(starts, starts + HOUR, "in_person", "Salle 2"),
            details=Details(**details),
            edit=server_edit(uow.at),
        )
    return [one.id for one in invitees]


def follow(
    world: World, advisor: Actor, young_person: Actor, *, until_at: int | None = None
) -> None:
    """Let an advisor stand in on a dossier."""
    with unit_of_work(by=SYSTEM, scopes=[world.own_scope(advisor)]) as uow:
        for kind in ("d", "n"):
            scope = find_scope(uow.session, kind, young_person.id)
            grant_scope(uow, user_id=advisor.id, scope=scope, role="stand_in", until_at=until_at)


def unfollow(world: World, advisor: Actor, young_person: Actor) -> None:
    """End every right of an advisor on a dossier."""
    with unit_of_work(by=SYSTEM, scopes=[world.own_scope(advisor)]) as uow:
        for grant in uow.session.query(ScopeGrant).filter_by(
            user_id=advisor.id, owner=young_person.id
        ):
            revoke_grant(uow, grant)


def caseload(world: World, advisor: Actor, count: int) -> list[Actor]:
    """Give young people to an advisor."""
    people = []
    for number in range(count):
        with unit_of_work(by=SYSTEM) as uow:
            added = add_young_person(
                uow, advisor_id=advisor.id, first_name="Jeune", last_name=f"Numéro{number}"
            )
            people.append(actor_of(uow.session, added.account))
    return people


def invited(world: World, young_people: Sequence[Actor]) -> list[Json]:
    """Name young people and their dossiers, as `appointment.create` does."""
    return [
        {"id": new_id(), "young_person": one.id, "s": world.dossier(one)} for one in young_people
    ]


def made(n: int, participants: list[Json], **values: Any) -> Json:
    """Make the intent that asks them to come."""
    given = {**place_at(tomorrow()), **values}
    return intent(n, "appointment.create", participants=participants, **given)


def row(wire: Wire, id_: str) -> Json:
    """Give the row of an appointment as a device of that person shows it."""
    [found] = [one for one in wire.rows("appointment") if one["id"] == id_]
    return found


def shown(wire: Wire, id_: str) -> Json:
    """Give what that row says."""
    document: Json = row(wire, id_)["d"]
    return document


def only(outcomes: list[Json]) -> tuple[str, str | None]:
    """Give the one outcome of a push, and why."""
    [outcome] = outcomes
    return outcome["o"], outcome.get("why")


def act(world: World, by: Actor, type_: str, id_: str, **values: Any) -> tuple[str, str | None]:
    """Make a gesture in Karim's dossier, having seen what it shows now; give its outcome."""
    wire, scope = world.wire(by), world.dossier(world.karim)
    seen = row(wire, id_)["v"]
    groups = ("when_where", "details", "cancelled", "answer", "attendance")
    base = dict.fromkeys(groups, seen)
    return only(wire.push(scope, intent(1, f"appointment.{type_}", id_, base=base, **values)))


def karims(world: World, id_: str) -> Json:
    """Give what Karim is shown."""
    return shown(world.wire(world.karim), id_)


def gesture(type_: str, id_: str, seen: int) -> Json:
    """One well-formed try of each gesture, by somebody who saw the row at that version."""
    values: dict[str, Json] = {
        "move": place_at(tomorrow() + HOUR, modality="phone", place="01 23 45 67 89"),
        "edit": {"type": "visit", "precision": None, "bring": "Une pièce d’identité", "note": None},
        "cancel": {"everyone": False},
        "restore": {"everyone": False},
        "answer": {"answer": "coming"},
        "attend": {"attendance": "present"},
    }
    groups = {"move": "when_where", "edit": "details", "attend": "attendance"}
    group = groups.get(type_, "answer" if type_ == "answer" else "cancelled")
    return intent(1, f"appointment.{type_}", id_, base={group: seen}, **values[type_])


def conflicts(world: World, person: Actor) -> list[Json]:
    """Give the conflicts somebody reads."""
    return [one["d"] for one in world.wire(person).rows("conflict")]

"""What was written before a story begins: long enough a thread, and one record of each kind."""

from __future__ import annotations

from datetime import UTC, datetime

from server.actions.operations import create_action
from server.appointments.operations import Invitee, create_appointment
from server.appointments.values import Details, WhenWhere
from server.caseloads.operations import add_young_person
from server.identity.sessions import actor_of
from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM, Actor
from server.kernel.unit_of_work import unit_of_work
from server.messaging.operations import send_message
from server.notes.operations import write_note
from tests.factories import World

from .chance import HOUR

#: Mark of the words of the appointment of the past.
PAST_MARK = 0


def add_lea(world: World) -> Actor:
    """Add a second young person whom Nadia follows, for appointments of several."""
    with unit_of_work(by=SYSTEM) as uow:
        lea = add_young_person(
            uow, advisor_id=world.nadia.id, first_name="Léa", last_name="Fontaine"
        )
        return actor_of(uow.session, lea.account)


def write_past(world: World, lea: Actor) -> None:
    """Write Karim's past, and the appointment he has with Léa."""
    _write_thread(world)
    for number, by in enumerate((world.karim, world.nadia)):
        _write_action(world, by, f"past {number} <d{world.karim.id}>")
    _write_note(world)
    _give_appointment(world, lea)


def _write_thread(world: World) -> None:
    """Write enough messages to need several small pages."""
    scope = world.dossier(world.karim)
    for number in range(8):
        by = (world.karim, world.nadia)[number % 2]
        text = f"past words {number} about <d{world.karim.id}>" + "." * 2_200
        with unit_of_work(by=by, scopes=[scope]) as uow:
            send_message(
                uow,
                by=by,
                thread_id=world.karim.id,
                message_id=new_id(),
                text=text,
                edit=server_edit(uow.at),
            )


def _write_action(world: World, by: Actor, title: str) -> None:
    with unit_of_work(by=by, scopes=[world.dossier(world.karim)]) as uow:
        create_action(
            uow,
            by=by,
            young_person_id=world.karim.id,
            action_id=new_id(),
            title=title,
            due=datetime.fromtimestamp(uow.at / 1000, UTC).date().isoformat(),
            edit=server_edit(uow.at),
        )


def _write_note(world: World) -> None:
    with unit_of_work(by=world.nadia, scopes=[world.notes(world.karim)]) as uow:
        write_note(
            uow,
            by=world.nadia,
            young_person_id=world.karim.id,
            note_id=new_id(),
            text=f"past note <n{world.karim.id}>",
            edit=server_edit(uow.at),
        )


def _give_appointment(world: World, lea: Actor) -> None:
    guests = (world.karim, lea)
    with unit_of_work(by=world.nadia, scopes=[world.dossier(one) for one in guests]) as uow:
        create_appointment(
            uow,
            by=world.nadia,
            appointment_id=new_id(),
            invitees=[Invitee(new_id(), one.id) for one in guests],
            when_where=WhenWhere(
                uow.at + 5 * HOUR, uow.at + 6 * HOUR, "in_person", f"past place <a{PAST_MARK}>"
            ),
            details=Details(precision=f"past precision <a{PAST_MARK}>"),
            edit=server_edit(uow.at),
        )

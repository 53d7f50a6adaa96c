"""Making an appointment for one or several young people, in one commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from server.kernel.edit import Edit, server_edit
from server.kernel.errors import Invalid, Missing, TooLarge
from server.kernel.policy import Actor, require
from server.kernel.unit_of_work import UnitOfWork

from .merging import Author, sign
from .models import DETAILS, WHEN_WHERE, Appointment, Participant
from .policy import learn_grants, relations_to_dossier
from .values import Details, WhenWhere

#: One gesture locks every dossier it names.
PARTICIPANTS_MAX = 100


@dataclass(frozen=True, slots=True)
class Invitee:
    """One young person asked to come: the id their participation will have.

    `scope_id`, if given, must be the scope of their dossier.
    """

    id: str
    young_person_id: str
    scope_id: int | None = None


def create_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    appointment_id: str,
    invitees: Sequence[Invitee],
    when_where: WhenWhere,
    details: Details,
    edit: Edit,
) -> None:
    """Make an appointment for young people one follows: all of them, or nothing is made.

    Their dossiers must be locked. Made again under the same id by its organiser, it changes
    nothing. Raises Missing when one of them is not followed or an id is used elsewhere, Invalid,
    TooLarge beyond 100 participants or for texts too long.
    """
    _check_invitees(uow, by, invitees)
    shared = when_where.checked(edit.at), details.checked()
    if _is_made(uow, by, appointment_id, invitees):
        return
    appointment = Appointment(
        id=appointment_id, organiser_id=by.id, organiser_name=by.name, created_at=edit.at
    )
    for invitee in invitees:
        participant = Participant(
            id=invitee.id, young_person_id=invitee.young_person_id, appointment=appointment
        )
        participant.when_where, participant.details = shared
        uow.session.add(participant)
        is_first = invitee is invitees[0]
        uow.stamp(participant, (WHEN_WHERE, DETAILS), edit if is_first else server_edit(edit.at))
        if is_first:
            author = Author(by.id, by.name, invitee.young_person_id, edit.client)
            sign(participant, WHEN_WHERE, author)
            sign(participant, DETAILS, author)
        uow.audit("appointment.create", about=invitee.young_person_id, thing=invitee.id)


def _check_invitees(uow: UnitOfWork, by: Actor, invitees: Sequence[Invitee]) -> None:
    if not invitees:
        raise Invalid()
    if len(invitees) > PARTICIPANTS_MAX:
        raise TooLarge()
    young_people = [one.young_person_id for one in invitees]
    if len(set(young_people)) < len(invitees) or len({one.id for one in invitees}) < len(invitees):
        raise Invalid()
    learn_grants(uow, by, young_people)
    for young_person in young_people:
        relations = relations_to_dossier(uow, by, young_person)
        require(by, "intent appointment.create", relations)
    uow.need(("d", one) for one in young_people)
    for one in invitees:
        if one.scope_id not in (None, uow.scope_of("d", one.young_person_id).id):
            raise Missing()


def _is_made(uow: UnitOfWork, by: Actor, appointment_id: str, invitees: Sequence[Invitee]) -> bool:
    """Say whether that very appointment was already made; an id used elsewhere raises Missing."""
    held = uow.session.scalars(
        select(Participant).where(Participant.id.in_([one.id for one in invitees]))
    ).all()
    known = uow.session.get(Appointment, appointment_id)
    if known is None and not held:
        return False
    is_same_one = (
        known is not None
        and known.organiser_id == by.id
        and {one.id for one in held} == {one.id for one in invitees}
        and all(one.appointment_id == appointment_id for one in held)
    )
    if not is_same_one:
        raise Missing()
    return True

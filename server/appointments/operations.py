"""The verbs of appointments. Each asks the policy first and runs from a push, a job or the demo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from server.identity.models import Account
from server.kernel.edit import Edit, server_edit
from server.kernel.errors import Missing, Outdated, TooLate
from server.kernel.policy import SYSTEM, Actor, require
from server.kernel.replicated import registry
from server.kernel.unit_of_work import UnitOfWork
from server.structures.operations import local_date

from .creation import PARTICIPANTS_MAX, Invitee, create_appointment
from .merging import SHARED, Writing, everybody, put_back, sign, write
from .models import DETAILS, WHEN_WHERE, Participant
from .policy import relations_to_dossier
from .values import Answer, Details, WhenWhere, attendance_code


def move_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    when_where: WhenWhere,
    edit: Edit,
) -> None:
    """Change when and where, for everybody; the answers given to the other time are forgotten.

    Raises Missing, Refused, Outdated once cancelled, Invalid, TooLarge.
    """
    participant = _kept(_participant(uow, by, "move", participant_id, young_person_id))
    value = when_where.checked(edit.at)
    write(uow, Writing(participant, WHEN_WHERE, value, by, edit, "appointment.move"))


def edit_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    details: Details,
    edit: Edit,
) -> None:
    """Change what it is, for everybody. Raises as `move_appointment` does."""
    participant = _kept(_participant(uow, by, "edit", participant_id, young_person_id))
    write(uow, Writing(participant, DETAILS, details.checked(), by, edit, "appointment.edit"))


def cancel_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    everyone: bool,
    edit: Edit,
) -> None:
    """Cancel for this young person, or for everybody; what is already cancelled stays so.

    Raises Missing, Refused.
    """
    participant = _participant(uow, by, "cancel", participant_id, young_person_id)
    writing = Writing(participant, "cancelled", edit.at, by, edit, "appointment.cancel")
    if participant.cancelled is None:
        write(uow, writing)
    if everyone and participant.cancelled is not None:
        for one in everybody(uow, participant):
            if one.cancelled is None:
                _follow_cancellation(uow, one, edit.at, writing)


def restore_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    everyone: bool,
    edit: Edit,
) -> None:
    """Undo a cancellation; for everybody, of those that the same gesture had cancelled.

    Raises Missing, Refused.
    """
    participant = _participant(uow, by, "restore", participant_id, young_person_id)
    was = participant.cancelled
    if was is None:
        return
    writing = Writing(participant, "cancelled", None, by, edit, "appointment.restore")
    write(uow, writing)
    if everyone and participant.cancelled is None:
        for one in everybody(uow, participant):
            if one.cancelled == was:
                _follow_cancellation(uow, one, None, writing)


def _follow_cancellation(
    uow: UnitOfWork, participant: Participant, value: int | None, writing: Writing
) -> None:
    participant.cancelled = value
    participant.sequence += 1
    sign(participant, "cancelled", writing.author)
    uow.stamp(participant, ["cancelled"], server_edit(writing.edit.at))
    writing.edit.has_changed = True
    uow.audit(writing.verb, about=participant.young_person_id, thing=participant.id)


def answer_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    answer: Answer,
    edit: Edit,
) -> None:
    """Say whether one comes; the young person alone.

    Raises Missing, Refused, Invalid, TooLarge; Outdated once cancelled, or when it was moved and
    the person had not seen it; TooLate once it has ended, by the answer's own time.
    """
    participant = _kept(_participant(uow, by, "answer", participant_id, young_person_id))
    value = answer.checked()
    if edit.at >= participant.appointment.ends_at:
        raise TooLate()
    seen = replace(edit, base={WHEN_WHERE: edit.base.get("answer", 0)})
    if not uow.has_seen(participant, WHEN_WHERE, seen):
        raise Outdated()
    write(uow, Writing(participant, "answer", value, by, edit, "appointment.answer"))


def attend_appointment(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    participant_id: str,
    attendance: str,
    edit: Edit,
) -> None:
    """Note who came, from the day it takes place on, in the structure's time zone.

    Raises Missing, Refused, Invalid; Outdated before that day or once cancelled.
    """
    participant = _kept(_participant(uow, by, "attend", participant_id, young_person_id))
    value = attendance_code(attendance)
    starts = participant.appointment.starts_at
    if _day(uow, young_person_id, edit.at) < _day(uow, young_person_id, starts):
        raise Outdated()
    write(uow, Writing(participant, "attendance", value, by, edit, "appointment.attend"))


def restore_version(
    uow: UnitOfWork, participant_id: str, group: str, *, value: object, over: object, edit: Edit
) -> None:
    """Put back a version that had lost to a concurrent one, in every dossier it is shown in.

    `over` is what the person was shown beside it; anything else now in its place is kept in turn.
    Raises Missing when it is not there or no longer theirs, Outdated once cancelled.
    """
    by = uow.by or SYSTEM
    found = uow.session.get(Participant, participant_id)
    if found is None:
        raise Missing()
    if group in SHARED:
        everybody(uow, found)  # the choice came in another lane: their dossiers are to be locked
    uow.need([("d", found.young_person_id)])
    verb = _VERBS[group]
    participant = _participant(uow, by, verb, participant_id, found.young_person_id)
    if group != "cancelled":
        _kept(participant)
    writing = Writing(participant, group, value, by, edit, f"appointment.{verb}")
    put_back(uow, writing, over=over)


#: group -> the gesture that writes it.
_VERBS = {
    WHEN_WHERE: "move",
    DETAILS: "edit",
    "cancelled": "restore",
    "answer": "answer",
    "attendance": "attend",
}
registry.restores("appointment", restore_version)


def _participant(
    uow: UnitOfWork, by: Actor, verb: str, participant_id: str, young_person_id: str
) -> Participant:
    """Give a participant of that dossier to who may do that. Raises Missing, Refused."""
    require(by, f"intent appointment.{verb}", relations_to_dossier(uow, by, young_person_id))
    participant = uow.session.get(Participant, participant_id)
    if participant is None or participant.young_person_id != young_person_id:
        raise Missing()
    return participant


def _kept(participant: Participant) -> Participant:
    """Raises Outdated for an appointment cancelled for this young person."""
    if participant.cancelled is not None:
        raise Outdated()
    return participant


def _day(uow: UnitOfWork, young_person_id: str, at: int) -> date:
    return local_date(uow.session.get_one(Account, young_person_id).structure, at)


__all__ = [
    "PARTICIPANTS_MAX",
    "Invitee",
    "answer_appointment",
    "attend_appointment",
    "cancel_appointment",
    "create_appointment",
    "edit_appointment",
    "move_appointment",
    "restore_appointment",
    "restore_version",
]

"""Doors of appointments: every write is an intent, so that it works without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from server.kernel.errors import Invalid
from server.kernel.intents import Gesture, IntentDoor
from server.kernel.unit_of_work import UnitOfWork

from . import operations
from .operations import PARTICIPANTS_MAX, Invitee
from .schemas import (
    AppointmentAnswer,
    AppointmentAttend,
    AppointmentCancel,
    AppointmentCreate,
    AppointmentEdit,
    AppointmentMove,
    AppointmentRestore,
)
from .values import Answer, Details, WhenWhere


def _create(uow: UnitOfWork, gesture: Gesture) -> None:
    values = gesture.values
    invitees = [Invitee(one["id"], one["young_person"], one["s"]) for one in values["participants"]]
    if not invitees or invitees[0].young_person_id != gesture.owner:
        raise Invalid()  # it travels in the lane of the first one
    operations.create_appointment(
        uow,
        by=gesture.by,
        appointment_id=gesture.id,
        invitees=invitees,
        when_where=_when_where(values),
        details=_details(values),
        edit=gesture.edit,
    )


def _named_scopes(raw: Mapping[str, object]) -> Iterable[int]:
    """Read the scopes of the participants in a `set` nobody has checked yet."""
    listed = raw.get("participants")
    if not isinstance(listed, list) or len(listed) > PARTICIPANTS_MAX:
        return []
    named = [one.get("s") for one in listed if isinstance(one, dict)]
    return [one for one in named if type(one) is int and 0 < one < 2**63]


def _move(uow: UnitOfWork, gesture: Gesture) -> None:
    when_where = _when_where(gesture.values)
    operations.move_appointment(uow, when_where=when_where, **_who(gesture))


def _edit(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.edit_appointment(uow, details=_details(gesture.values), **_who(gesture))


def _answer(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.answer_appointment(uow, answer=Answer(**gesture.values), **_who(gesture))


def _as_given(operation: Callable[..., None]) -> Callable[[UnitOfWork, Gesture], None]:
    return lambda uow, gesture: operation(uow, **gesture.values, **_who(gesture))


def _who(gesture: Gesture) -> dict[str, Any]:
    return {
        "by": gesture.by,
        "young_person_id": gesture.owner,
        "participant_id": gesture.id,
        "edit": gesture.edit,
    }


def _when_where(values: Mapping[str, Any]) -> WhenWhere:
    return WhenWhere(**{name: values[name] for name in ("starts", "ends", "modality", "place")})


def _details(values: Mapping[str, Any]) -> Details:
    return Details(**{name: values[name] for name in ("type", "precision", "bring", "note")})


INTENTS = (
    IntentDoor("appointment.create", "d", AppointmentCreate, _create, names=_named_scopes),
    IntentDoor("appointment.move", "d", AppointmentMove, _move),
    IntentDoor("appointment.edit", "d", AppointmentEdit, _edit),
    IntentDoor(
        "appointment.cancel", "d", AppointmentCancel, _as_given(operations.cancel_appointment)
    ),
    IntentDoor(
        "appointment.restore", "d", AppointmentRestore, _as_given(operations.restore_appointment)
    ),
    IntentDoor("appointment.answer", "d", AppointmentAnswer, _answer),
    IntentDoor(
        "appointment.attend", "d", AppointmentAttend, _as_given(operations.attend_appointment)
    ),
)

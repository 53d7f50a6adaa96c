"""The week of a young person, read from the tables: what their devices count from their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.actions import models as action_models
from server.actions.models import Action
from server.appointments import models as appointment_models
from server.appointments.models import Appointment, Participant
from server.identity.models import Account

from .hours import Document, WeekHours, week_days, week_hours, week_instants

#: The very documents that travel: hours are counted from nothing else.
_DECLARED = {one.model: one for one in (*action_models.REPLICATED, *appointment_models.REPLICATED)}


def hours_of_week(session: Session, *, young_person_id: str, monday: str) -> WeekHours:
    """Count the hours of a young person in the week of that Monday, where their structure is.

    Raises NoResultFound for nobody.
    """
    time_zone = session.get_one(Account, young_person_id).structure.time_zone
    actions = session.scalars(_actions(young_person_id, monday))
    appointments = session.scalars(_appointments(young_person_id, monday, time_zone))
    return week_hours(
        _documents(session, actions), _documents(session, appointments), monday, time_zone
    )


def _actions(young_person_id: str, monday: str) -> Any:
    first, *_, last = week_days(monday)
    return select(Action).where(
        Action.young_person_id == young_person_id,
        or_(Action.due.between(first, last), Action.done_on.between(first, last)),
    )


def _appointments(young_person_id: str, monday: str, time_zone: str) -> Any:
    first, end = week_instants(monday, time_zone)
    return (
        select(Participant)
        .join(Participant.appointment)
        .where(
            Participant.young_person_id == young_person_id,
            Appointment.starts_at >= first,
            Appointment.starts_at < end,
        )
    )


def _documents(session: Session, records: Iterable[Any]) -> Iterator[Document]:
    for record in records:
        declared = _DECLARED[type(record)]
        yield {"id": declared.record_id(record), **declared.document(session, record)}

"""The hours of one week: what was validated, what was declared, what is still to come.

A pure function of the actions and appointments as devices hold them. Its twin in the browser is
pwa/src/store/followup/hours.ts; both answer tests/contract/cases/hours.json. Hours by category and
by type of appointment are those that the State's own application of the CEJ counts.
Whether a young person is shown hours at all (CEJ) or not (PACEA) is for screens to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal, TypedDict
from zoneinfo import ZoneInfo

#: Hours of activity a week that a CEJ asks for, as its own application shows them.
WEEKLY_GOAL = 15

CATEGORY_HOURS = {
    "EMPLOI": 3,
    "FORMATION": 3,
    "PROJET_PROFESSIONNEL": 2,
    "CITOYENNETE": 2,
    "LOGEMENT": 2,
    "SANTE": 2,
    "CULTURE_SPORT_LOISIRS": 2,
}
#: Every other type of appointment counts one hour.
APPOINTMENT_HOURS = {"workshop": 4, "group_information": 3}

State = Literal["validated", "declared", "to_come"]
Document = Mapping[str, Any]


class Line(TypedDict):
    """One action or appointment that counts, on its day ("YYYY-MM-DD")."""

    kind: Literal["action", "appointment"]
    id: str
    day: str
    hours: int
    state: State


class WeekHours(TypedDict):
    """Whole hours of a week; `declared` excludes what is validated already."""

    validated: int
    declared: int
    to_come: int
    lines: list[Line]


def week_hours(
    actions: Iterable[Document], appointments: Iterable[Document], monday: str, time_zone: str
) -> WeekHours:
    """Count the week that begins on `monday` in a time zone (IANA name).

    Actions and appointments are their documents with their `id`. Lines that count nothing are left
    out; the others come by day, actions first, then by id.
    """
    days = week_days(monday)
    lines = [*_action_lines(actions), *_appointment_lines(appointments, time_zone)]
    counted = [one for one in lines if one["hours"] > 0 and one["day"] in days]
    counted.sort(key=lambda one: (one["day"], one["kind"], one["id"]))
    return {
        "validated": _sum(counted, "validated"),
        "declared": _sum(counted, "declared"),
        "to_come": _sum(counted, "to_come"),
        "lines": counted,
    }


def local_day(at: int, time_zone: str) -> str:
    """Give the day it is in a time zone at an instant (milliseconds UTC)."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(time_zone)).date().isoformat()


def monday_of(day: str) -> str:
    """Give the Monday of the week of a day."""
    asked = date.fromisoformat(day)
    return (asked - timedelta(days=asked.weekday())).isoformat()


def week_days(monday: str) -> list[str]:
    """Give the seven days of the week that begins on that day."""
    first = date.fromisoformat(monday)
    return [(first + timedelta(days=number)).isoformat() for number in range(7)]


def week_instants(monday: str, time_zone: str) -> tuple[int, int]:
    """Give the first instant of a week and that of the next one (milliseconds UTC)."""
    first = date.fromisoformat(monday)
    return _midnight(first, time_zone), _midnight(first + timedelta(days=7), time_zone)


def _midnight(day: date, time_zone: str) -> int:
    begins = datetime.combine(day, time.min, ZoneInfo(time_zone))
    return round(begins.timestamp() * 1000)


def _action_lines(actions: Iterable[Document]) -> Iterator[Line]:
    for action in actions:
        if action["deleted"] is not None or action["status"] == "cancelled":
            continue
        hours, state = _action_hours(action)
        day = action["done_on"] if action["status"] == "done" else action["due"]
        yield {"kind": "action", "id": action["id"], "day": day, "hours": hours, "state": state}


def _action_hours(action: Document) -> tuple[int, State]:
    usual = CATEGORY_HOURS.get(action["category"], 0)
    if action["status"] != "done":
        return usual, "to_come"
    if action["qualification"] is not None:
        return action["qualification"]["hours"], "validated"
    return usual, "declared"


def _appointment_lines(appointments: Iterable[Document], time_zone: str) -> Iterator[Line]:
    for one in appointments:
        state = _appointment_state(one)
        if state is None:
            continue
        hours = APPOINTMENT_HOURS.get(one["type"], 1)
        day = local_day(one["starts"], time_zone)
        yield {"kind": "appointment", "id": one["id"], "day": day, "hours": hours, "state": state}


def _appointment_state(appointment: Document) -> State | None:
    if appointment["cancelled"] is not None:
        return None
    if appointment["attendance"] == "present":
        return "validated"
    is_expected = appointment["attendance"] == "unknown" and appointment["answer"] != "not_coming"
    return "to_come" if is_expected else None


def _sum(lines: Iterable[Line], state: State) -> int:
    return sum(one["hours"] for one in lines if one["state"] == state)

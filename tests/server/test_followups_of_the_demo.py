"""What the demo draws beside its threads: always the same, believable, at hours people work."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from server.fixtures.calendar import ZONE, milliseconds, moment_of, monday_of
from server.fixtures.followup import ActionPart, Followup
from server.fixtures.followups import followup_of
from server.fixtures.ideas import ideas
from server.fixtures.personas import HERE, YoungPart, cast_for
from server.followup.hours import week_hours
from server.kernel.clock import DAY_MS

#: One instant of each day of a week, from early on a Monday to late on a Sunday.
WEEK = [
    milliseconds(datetime(2026, 11, 23 + day, hour, 10, tzinfo=ZONE))
    for day, hour in enumerate((6, 8, 10, 12, 15, 18, 21))
]


@cache
def told(size: str, now: int) -> list[tuple[YoungPart, int, Followup]]:
    """Tell the followups of everybody: (who, since when, what)."""
    cast = cast_for(size, moment_of(now).date())
    advisors = {part.key: part for part in cast.advisors}
    everybody = []
    for number, young in enumerate(cast.young_people):
        began = now - (60 + 11 * number % 120) * DAY_MS
        part = followup_of(young, advisors[young.advisor], began=began, now=now)
        everybody.append((young, began, part))
    return everybody


def of(key: str, now: int) -> Followup:
    (found,) = [part for young, _, part in told("small", now) if young.key == key]
    return found


def test_the_same_day_is_told_the_same_way_twice() -> None:
    once = told("small", WEEK[2])
    told.cache_clear()

    assert told("small", WEEK[2]) == once


@pytest.mark.parametrize("now", WEEK, ids=lambda now: f"{moment_of(now):%a}")
def test_nothing_is_told_before_its_time(now: int) -> None:
    today = moment_of(now).date()
    for young, began, part in told("full", now):
        for action in part.actions:
            times = [action.made, *(said.at for said in action.says)]
            times += [at for at in (action.changed, action.validated) if at is not None]
            assert min(times) >= min(began, now - 40 * DAY_MS), (young, action)
            assert max(times) <= now, (young, action)
            assert min(times) == action.made, (young, action)
            assert (action.done_on is not None) == (action.status == "done")
            if action.done_on and action.changed:
                assert action.done_on <= moment_of(action.changed).date() <= today
            assert len(action.title) <= 60
        for one in part.appointments:
            assert one.made <= now
            assert one.answered is None or one.made < one.answered < min(one.ends, now)
            assert one.attended is None or one.starts < one.attended <= now
        assert all(note.at <= now for note in part.notes)


@pytest.mark.parametrize("now", WEEK, ids=lambda now: f"{moment_of(now):%a}")
def test_appointments_are_in_office_hours_and_never_on_a_sunday(now: int) -> None:
    for _, _, part in told("full", now):
        for one in part.appointments:
            starts, ends = moment_of(one.starts), moment_of(one.ends)
            assert starts.weekday() < 5
            assert (starts.hour >= 9, ends.date(), ends.hour < 18) == (True, starts.date(), True)


def test_the_proportions_are_those_of_a_mission_locale() -> None:
    counts: Counter[str] = Counter()
    for young, began, part in told("full", WEEK[2]):
        if young.advisor == "nadia" or not young.is_activated or young.quiet_days > 20:
            continue
        past = [one for one in part.actions if one.due < moment_of(WEEK[2]).date()]
        counts["weeks"] += (WEEK[2] - began) // (7 * DAY_MS)
        counts["actions"] += len(past)
        counts["done"] += sum(one.status == "done" for one in past)
        counts["validated"] += sum(one.hours is not None for one in past)
        counts["appointments"] += len(part.appointments)

    assert 1 <= counts["actions"] / counts["weeks"] <= 4
    assert 0.55 <= counts["done"] / counts["actions"] <= 0.70
    assert 0.30 <= counts["validated"] / counts["actions"] <= 0.40
    assert 0.33 <= counts["appointments"] / counts["weeks"] <= 0.50


@pytest.mark.parametrize("now", WEEK, ids=lambda now: f"{moment_of(now):%a}")
def test_nadias_morning_is_a_few_things(now: int) -> None:
    today = moment_of(now).date()
    hers = [part for young, _, part in told("full", now) if young.advisor == "nadia"]
    actions = [action for part in hers for action in part.actions]
    days = [moment_of(one.starts).date() for part in hers for one in part.appointments]

    assert 3 <= len([one for one in actions if one.status == "done" and one.hours is None]) <= 25
    assert 3 <= len([one for one in actions if _is_late(one, today)]) <= 16
    if today.weekday() < 5:
        assert 1 <= days.count(today) <= 3


def _is_late(action: ActionPart, today: date) -> bool:
    return action.status in ("not_started", "in_progress") and action.due < today


@pytest.mark.parametrize("now", WEEK, ids=lambda now: f"{moment_of(now):%a}")
def test_karim_has_three_things_to_do_one_of_them_late(now: int) -> None:
    today = moment_of(now).date()
    left = [one for one in of("karim", now).actions if one.status == "not_started"]

    assert [one.title for one in left if _is_late(one, today)] == ["Appeler l’auto-école"]
    assert len(left) == 3
    sunday = monday_of(today) + timedelta(days=6)
    assert all(one.due <= sunday for one in left)


@pytest.mark.parametrize("now", WEEK, ids=lambda now: f"{moment_of(now):%a}")
def test_karims_week_counts_nine_hours_five_of_them_validated(now: int) -> None:
    today = moment_of(now).date()
    actions = [
        {
            "id": one.title,
            "category": one.category,
            "status": one.status,
            "due": one.due.isoformat(),
            "done_on": one.done_on.isoformat() if one.done_on else None,
            "qualification": None if one.hours is None else {"hours": one.hours},
            "deleted": None,
        }
        for one in of("karim", now).actions
    ]

    week = week_hours(actions, [], monday_of(today).isoformat(), "Europe/Paris")

    # The workshop of the last working day, when it is in the week, counts four of the five.
    workshop = 0 if today.weekday() == 0 else 4
    assert (week["validated"], week["declared"]) == (5 - workshop, 4)


def test_karims_next_appointment_is_the_one_of_the_screens() -> None:
    upcoming = [one for one in of("karim", WEEK[1]).appointments if one.ends > WEEK[1]]

    (one,) = upcoming
    assert moment_of(one.starts) == datetime(2026, 11, 26, 14, 0, tzinfo=ZONE)
    assert (one.place, one.bring) == ("Bureau 4, au premier étage", "Votre CV")
    assert (one.answer, one.attendance) == (None, "unknown")


def test_everybody_is_written_with_correct_typography() -> None:
    text = (HERE / "followups.json").read_text(encoding="utf-8")
    mine = [one[1] for one in ideas()["exchanges"]]
    mine += [str(one) for name in ("appointments", "notes") for one in ideas()[name]]
    mine += [one["title"] for one in ideas()["actions"]]
    mine += re.findall(r'"(?:title|text|say|precision|description)": "(.*?)"[,}]', text)

    assert [one for one in mine if re.search(r"\w'\w| [;!?:»]|« |\d h\b", one)] == []


def test_emails_and_numbers_belong_to_nobody() -> None:
    contacts = [part.contact for _, _, part in told("full", WEEK[2]) if part.contact]

    assert {str(one.values["phone"])[:8] for one in contacts if one.values.get("phone")} == {
        "06 39 98"
    }
    addresses = [str(one.values["email"]) for one in contacts if one.values.get("email")]
    assert addresses
    assert all(one.endswith("@courriel.example") for one in addresses)

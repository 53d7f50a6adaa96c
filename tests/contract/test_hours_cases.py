"""The shared cases of hours: the server counts a week as the browser does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.followup.hours import local_day, monday_of, week_days, week_hours, week_instants

CASES = json.loads((Path(__file__).parent / "cases" / "hours.json").read_text(encoding="utf-8"))[
    "cases"
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_server_counts_the_shared_week(case: dict[str, Any]) -> None:
    counted = week_hours(case["actions"], case["appointments"], case["monday"], case["time_zone"])

    assert counted == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_instants_of_a_week_agree_with_its_days(case: dict[str, Any]) -> None:
    first, end = week_instants(case["monday"], case["time_zone"])

    for appointment in case["appointments"]:
        day = local_day(appointment["starts"], case["time_zone"])
        assert (first <= appointment["starts"] < end) == (day in week_days(case["monday"]))


@pytest.mark.parametrize(
    ("day", "monday"),
    [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2027-01-01", "2026-12-28")],
)
def test_every_day_belongs_to_the_week_of_its_monday(day: str, monday: str) -> None:
    assert monday_of(day) == monday


def test_a_week_in_which_clocks_change_is_an_hour_shorter_or_longer() -> None:
    hour = 3_600_000

    def length(monday: str) -> int:
        first, end = week_instants(monday, "Europe/Paris")
        return (end - first) // hour

    assert [length("2026-03-23"), length("2026-10-19"), length("2026-11-23")] == [167, 169, 168]

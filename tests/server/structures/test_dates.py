"""A date is the one people read on the wall of their structure."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from server.structures.models import Structure
from server.structures.operations import local_date


@pytest.mark.parametrize(
    ("time_zone", "moment", "day"),
    [
        ("Europe/Paris", datetime(2026, 11, 23, 22, 59, tzinfo=UTC), date(2026, 11, 23)),
        ("Europe/Paris", datetime(2026, 11, 23, 23, 0, tzinfo=UTC), date(2026, 11, 24)),
        ("Europe/Paris", datetime(2026, 7, 14, 22, 0, tzinfo=UTC), date(2026, 7, 15)),
        ("Indian/Reunion", datetime(2026, 11, 23, 20, 0, tzinfo=UTC), date(2026, 11, 24)),
        ("America/Cayenne", datetime(2026, 11, 24, 2, 0, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_the_date_is_the_local_one(time_zone: str, moment: datetime, day: date) -> None:
    structure = Structure(name="Mission Locale", time_zone=time_zone)

    assert local_date(structure, int(moment.timestamp() * 1000)) == day

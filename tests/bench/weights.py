"""What a phone downloads, as sent with brotli."""

from __future__ import annotations

from collections.abc import Iterator

from tests.budgets.test_bytes import ending, first_load, weight, whole

from .figures import Figure


def figures() -> Iterator[Figure]:
    """Weigh the build."""
    yield Figure("first load of the young view, everything", weight(first_load()), "kB", 100)
    yield Figure("first load, scripts", weight(ending(first_load(), ".js")), "kB", 70)
    yield Figure("first load, styles", weight(ending(first_load(), ".css")), "kB", 15)
    yield Figure("whole young view", weight(whole("young")), "kB", 250)
    yield Figure("whole advisor view", weight(whole("advisor")), "kB", 400)

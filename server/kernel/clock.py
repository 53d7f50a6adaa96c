"""The one source of wall time: milliseconds since 1970, UTC."""

from __future__ import annotations

import time

DAY_MS = 86_400_000
MINUTE_MS = 60_000


class _Clock:
    offset_ms: int = 0


def now_ms() -> int:
    """Give the present instant in milliseconds UTC."""
    return time.time_ns() // 1_000_000 + _Clock.offset_ms


def move_clock(offset_ms: int) -> None:
    """Shift the clock by so many milliseconds; reachable in test mode only."""
    _Clock.offset_ms = offset_ms

"""Admission: a device gone mad must not take the place of everybody else's.

One bucket per person and process, in memory: a restart forgives everybody.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

from server.kernel.errors import TooMany

BURST_SECONDS = 10
MOST_REMEMBERED = 20_000


@dataclass
class Bucket:
    """What one person may still do now; refilled as time passes."""

    left: float
    at: float


_buckets: OrderedDict[str, Bucket] = OrderedDict()


def admit(person_id: str, *, rate: int, now: float | None = None) -> None:
    """Let one exchange through. Raises TooMany with the seconds to wait; `rate` 0 never does.

    `rate` is in exchanges a second, `now` in seconds of any steady clock.
    """
    if rate <= 0:
        return
    now = time.monotonic() if now is None else now
    bucket = _buckets.pop(person_id, None) or Bucket(rate * BURST_SECONDS, now)
    bucket.left = min(rate * BURST_SECONDS, bucket.left + (now - bucket.at) * rate)
    bucket.at = now
    _buckets[person_id] = bucket
    if len(_buckets) > MOST_REMEMBERED:
        _buckets.popitem(last=False)
    if bucket.left < 1:
        raise TooMany(retry_after=max(1, math.ceil((1 - bucket.left) / rate)))
    bucket.left -= 1


def charge(person_id: str, exchanges: float) -> None:
    """Count work already accepted as so many exchanges more: it is paid before the next one."""
    bucket = _buckets.get(person_id)
    if bucket is not None:
        bucket.left -= exchanges


def forgive() -> None:
    """Forget every bucket."""
    _buckets.clear()

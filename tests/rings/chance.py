"""Time and chance of a story: both come from its seed, so that it can be told again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from unittest.mock import patch

from server.kernel import clock, ids

MORNING = 1_795_420_800_000  # 23 November 2026, 8 h UTC
MINUTE = 60_000
HOUR = 60 * MINUTE
YEAR = 365 * 24 * HOUR


class VirtualTime:
    """Stands for the module `time` behind the server's clock; it moves only when told."""

    def __init__(self) -> None:
        self.now = MORNING

    def time_ns(self) -> int:
        """Give the instant in nanoseconds."""
        return self.now * 1_000_000


class _SeededSecrets:
    """Stands for the module `secrets` behind the server's ids."""

    def __init__(self, random: Random) -> None:
        self.randbits = random.getrandbits


@contextmanager
def told_again(seed: int) -> Iterator[tuple[VirtualTime, Random]]:
    """Give the server the time and the chance of one seed, for the length of a story."""
    time, random = VirtualTime(), Random(seed)
    secrets = _SeededSecrets(Random(seed + 1))
    with patch.object(clock, "time", time), patch.object(ids, "secrets", secrets):
        yield time, random

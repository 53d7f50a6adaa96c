"""What became of an intent, in the words of the wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """The fate of one intent."""

    APPLIED = "applied"
    MERGED = "merged"
    NOOP = "noop"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"
    FORKED = "forked"
    GAP = "gap"
    RETRY = "retry"


class Why(StrEnum):
    """Why an intent was rejected."""

    FORBIDDEN = "forbidden"
    INVALID_TRANSITION = "invalid_transition"
    VALIDATION = "validation"
    GONE = "gone"
    TOO_LATE = "too_late"
    TOO_LARGE = "too_large"
    UNKNOWN_TYPE = "unknown_type"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to one intent.

    `kept` names the conflict rows of a merge; `was` is the stored answer a duplicate
    repeats; `expected` is the number a lane with a hole waits for.
    """

    result: Result
    why: Why | None = None
    kept: tuple[str, ...] = ()
    was: Outcome | None = None
    expected: int | None = None

    @property
    def is_recorded(self) -> bool:
        """Tell whether the lane advances past this intent."""
        return self.result not in (Result.DUPLICATE, Result.FORKED, Result.GAP, Result.RETRY)

    def to_wire(self) -> dict[str, object]:
        """Write the answer without its number, leaving out what does not apply."""
        wire: dict[str, object] = {"o": self.result.value}
        if self.why is not None:
            wire["why"] = self.why.value
        if self.kept:
            wire["kept"] = list(self.kept)
        if self.was is not None:
            wire["was"] = self.was.to_wire()
        if self.expected is not None:
            wire["expected"] = self.expected
        return wire


APPLIED = Outcome(Result.APPLIED)
NOOP = Outcome(Result.NOOP)
FORKED = Outcome(Result.FORKED)
RETRY = Outcome(Result.RETRY)


def rejected(why: Why) -> Outcome:
    """Refuse one intent; its words stay with their author."""
    return Outcome(Result.REJECTED, why=why)


def merged(*kept: str) -> Outcome:
    """Answer that the value met another; `kept` are the conflict rows opened, if any."""
    return Outcome(Result.MERGED, kept=kept)


def duplicate(was: Outcome) -> Outcome:
    """Repeat the answer already given."""
    return Outcome(Result.DUPLICATE, was=was)


def gap(expected: int) -> Outcome:
    """Ask for the lane again from `expected`."""
    return Outcome(Result.GAP, expected=expected)

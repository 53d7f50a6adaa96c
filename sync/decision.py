"""What becomes of a group of fields once two writings of it have met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sync.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Loser:
    """A human value that is no longer shown, to be kept where its authors can restore it."""

    value: object
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Decision:
    """What is shown from now on, under which stamp, and what must be kept aside.

    noop   the value does not change. `stamp` may still be later than before (the same
           value was written again): store it, take no version.
    apply  the incoming value replaces the held one.
    merge  both were written without knowing each other; `value` may be either.
    """

    outcome: Literal["noop", "apply", "merge"]
    value: object
    stamp: Stamp
    lost: Loser | None = None


def unchanged(value: object, stamp: Stamp) -> Decision:
    """Leave the value as it is."""
    return Decision("noop", value, stamp)


def applied(value: object, stamp: Stamp) -> Decision:
    """Replace the value; nobody's concurrent work is touched."""
    return Decision("apply", value, stamp)


def settled(shown: Loser, hidden: Loser, *, is_loss: bool = True) -> Decision:
    """Show one of two concurrent values and keep the other if it says something else."""
    lost = hidden if is_loss and is_meaningful(hidden.value, beside=shown.value) else None
    return Decision("merge", shown.value, shown.stamp, lost)


def is_same(one: object, other: object) -> bool:
    """Compare two JSON values; `true` is not 1."""
    return type(one) is type(other) and one == other


def is_meaningful(value: object, *, beside: object) -> bool:
    """Tell whether hiding `value` takes words away from its reader: spaces alone do not."""
    if value is None or is_same(value, beside):
        return False
    if isinstance(value, str):
        words = value.split()
        return bool(words) and not (isinstance(beside, str) and beside.split() == words)
    return True

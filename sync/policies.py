"""How a group of fields is settled when two people wrote it without knowing each other.

Each policy commutes: concurrent writings give the same value in every order of arrival.
An add-wins set is settled element by element, in `add_wins.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sync.decision import Decision, Loser, applied, settled, unchanged
from sync.errors import BadValue
from sync.stamp import Stamp

Settle = Callable[[object, Stamp, object, Stamp], Decision]


@dataclass(frozen=True, slots=True)
class Policy:
    """How one group is settled: a function of (held, its stamp, incoming, its stamp).

    `is_absolute`: asked even when the writer had seen the held value (a mark never goes
    back, words once appended never change).
    """

    settle: Settle
    is_absolute: bool = False


def append(held: object, held_stamp: Stamp, incoming: object, stamp: Stamp) -> Decision:
    """Never change what was written; a different value under the same id is kept aside."""
    return settled(Loser(held, held_stamp), Loser(incoming, stamp))


def last_writer(held: object, held_stamp: Stamp, incoming: object, stamp: Stamp) -> Decision:
    """Show the later edit; the other is kept."""
    return _later(Loser(held, held_stamp), Loser(incoming, stamp))


def delete_wins(held: object, held_stamp: Stamp, incoming: object, stamp: Stamp) -> Decision:
    """Show nothing (None) if either side deleted, keeping the edit; else the later edit."""
    ours, theirs = Loser(held, held_stamp), Loser(incoming, stamp)
    if held is None:
        return settled(ours, theirs)
    if incoming is None:
        return settled(theirs, ours)
    return _later(ours, theirs)


def highest(held: object, held_stamp: Stamp, incoming: object, stamp: Stamp) -> Decision:
    """Keep the greater number: a reading mark never goes back. Raises BadValue."""
    if type(held) is not int or type(incoming) is not int:
        raise BadValue("a mark is a whole number")
    return applied(incoming, stamp) if incoming > held else unchanged(held, held_stamp)


def status_lattice(order: tuple[str, ...], *, cancelled: str) -> Settle:
    """Make the function that joins concurrent statuses in `order`, the last being « done ».

    Going further is not a loss for the one who stopped earlier. Cancelling is a
    disagreement: it wins over work under way and yields to work done, and whichever
    side is hidden is kept.
    """
    ranks = {status: rank for rank, status in enumerate((*order[:-1], cancelled, order[-1]))}

    def settle(held: object, held_stamp: Stamp, incoming: object, stamp: Stamp) -> Decision:
        ours, theirs = Loser(held, held_stamp), Loser(incoming, stamp)
        is_loss = cancelled in (held, incoming)
        if _rank(ranks, incoming) > _rank(ranks, held):
            return settled(theirs, ours, is_loss=is_loss)
        return settled(ours, theirs, is_loss=is_loss)

    return settle


def _later(ours: Loser, theirs: Loser) -> Decision:
    if theirs.stamp.order() > ours.stamp.order():
        return settled(theirs, ours)
    return settled(ours, theirs)


def _rank(ranks: dict[str, int], status: object) -> int:
    if not isinstance(status, str) or status not in ranks:
        raise BadValue(f"not a status: {status!r}")
    return ranks[status]


APPEND = Policy(append, is_absolute=True)
LAST_WRITER = Policy(last_writer)
DELETE_WINS = Policy(delete_wins)
MAX = Policy(highest, is_absolute=True)
STATUS_LATTICE = Policy(
    status_lattice(("not_started", "in_progress", "done"), cancelled="cancelled")
)

"""One group of fields meets one intent: the heart of the engine.

Clocks never decide whether a value survives. They only choose which of two concurrent
values is shown; the other comes back as `Decision.lost`, for its authors to restore.
"""

from __future__ import annotations

from sync.decision import Decision, Loser, applied, is_same, unchanged
from sync.policies import Policy
from sync.stamp import Stamp

__all__ = ["Decision", "Loser", "is_concurrent", "merge_group"]


def merge_group(
    *,
    held: object,
    held_stamp: Stamp | None,
    incoming: object,
    base_version: int,
    stamp: Stamp,
    policy: Policy,
) -> Decision:
    """Decide what a group holds after `incoming`, written by someone who had seen `base_version`.

    `stamp.version` is the version being written. In this order: equal values change
    nothing; a writer who had seen the held value replaces it, without a look at any
    clock; otherwise the policy settles. Merging the same intent twice changes nothing.
    """
    if is_same(held, incoming):
        return unchanged(held, (held_stamp or stamp.unwritten()).confirmed_by(stamp))
    if held_stamp is None:
        return applied(incoming, stamp)
    if policy.is_absolute or is_concurrent(held_stamp, base_version=base_version, stamp=stamp):
        return policy.settle(held, held_stamp, incoming, stamp)
    return applied(incoming, stamp.not_before(held_stamp))


def is_concurrent(held: Stamp, *, base_version: int, stamp: Stamp) -> bool:
    """Tell whether the writer of `stamp` did not know the held value.

    They knew it if they had received it, or if it is their own earlier intent: a phone
    that edits twice offline quotes a base older than its own first edit. The server
    writes what it has just read. From a device, a base that does not exist yet (forged,
    or lost with a restored backup) proves nothing.
    """
    if not stamp.client:
        return False
    if held.is_of_lane(stamp):
        return held.n > stamp.n
    return not held.version <= base_version < stamp.version

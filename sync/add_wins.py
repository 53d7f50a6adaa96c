"""A set people fill and empty from several devices: a removal only removes what it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sync.merge import is_concurrent
from sync.stamp import Stamp

Elements = Mapping[str, frozenset[Stamp]]
"""Each element present, with the additions that hold it there."""


@dataclass(frozen=True, slots=True)
class SetDecision:
    """The elements from now on, and whether a version must be taken for them."""

    elements: Elements
    is_changed: bool


def merge_set(
    held: Elements,
    *,
    added: Iterable[str] = (),
    removed: Iterable[str] = (),
    base_version: int,
    stamp: Stamp,
) -> SetDecision:
    """Add and remove elements; a concurrent addition survives any removal.

    An addition the writer had already received is not written again. One they had not
    received is: the removal of the first must not take the second away.
    """
    elements = dict(held)
    for element in removed:
        elements[element] = _unseen(held.get(element, frozenset()), base_version, stamp)
    for element in added:
        present = elements.get(element, frozenset())
        if _unseen(present, base_version, stamp) == present:
            elements[element] = present | {stamp}
    elements = {element: stamps for element, stamps in elements.items() if stamps}
    return SetDecision(elements, is_changed=elements != dict(held))


def _unseen(additions: frozenset[Stamp], base_version: int, stamp: Stamp) -> frozenset[Stamp]:
    return frozenset(
        addition
        for addition in additions
        if is_concurrent(addition, base_version=base_version, stamp=stamp)
    )

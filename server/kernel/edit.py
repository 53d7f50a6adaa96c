"""What an operation knows of the gesture behind it: when, from which device, seen from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.stamp import Stamp


@dataclass
class Edit:
    """One gesture: its edit time (corrected and clamped, milliseconds UTC) and its lane position.

    `base` is, by field group, the version the person saw. Merges leave here what they decided, so
    that the intent's outcome can be told.
    """

    at: int
    client: str = ""
    n: int = 0
    base: Mapping[str, int] = field(default_factory=dict)
    #: True for what is decided on the current state: the application itself, a form online.
    is_current: bool = False
    has_changed: bool = False
    has_merged: bool = False
    kept: list[str] = field(default_factory=list)

    def base_of(self, group: str, *, current: int) -> int:
        """Give the version of the group the person saw; `current` is the scope's version."""
        return current if self.is_current else self.base.get(group, 0)

    def stamp(self, version: int, *, not_before: int = 0) -> Stamp:
        """Make the stamp this gesture leaves; nobody edits a record before it was made."""
        at = max(self.at, not_before)
        return Stamp(version=version, edit_ms=at, client=self.client, n=self.n)


def server_edit(at: int) -> Edit:
    """The gesture of the application itself, or of a form answered online."""
    return Edit(at=at, is_current=True)

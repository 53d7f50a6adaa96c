"""A stamp says who wrote a group of fields, in which version, and when they did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from sync.errors import BadValue


@dataclass(frozen=True, slots=True)
class Stamp:
    """One writing: the scope version that holds it, its edit time (ms), the device, its number.

    `client` is empty and `n` is 0 for what the server wrote by itself.
    """

    version: int
    edit_ms: int
    client: str
    n: int

    def order(self) -> tuple[int, str, int]:
        """Rank two concurrent writings: the later edit, then a fixed order of devices."""
        return (self.edit_ms, self.client, self.n)

    def is_of_lane(self, other: Stamp) -> bool:
        """Tell whether both come from the same device, hence from the same lane."""
        return bool(self.client) and self.client == other.client

    def not_before(self, earlier: Stamp) -> Self:
        """Be at least as late as the writing it knowingly replaces.

        A phone whose clock went back between two edits would otherwise make its
        second edit older than its first, and arrival order would decide.
        """
        return replace(self, edit_ms=max(self.edit_ms, earlier.edit_ms))

    def unwritten(self) -> Stamp:
        """Stand for a value nobody has written: everybody has seen it."""
        return Stamp(version=0, edit_ms=self.edit_ms, client="", n=0)

    def confirmed_by(self, same_value: Stamp) -> Stamp:
        """Keep the version, take the later edit: someone else wrote the very same value."""
        later = max(self, same_value, key=Stamp.order)
        return replace(later, version=self.version)

    def to_list(self) -> list[int | str]:
        """Write `[version, edit_ms, client, n]`, the form kept beside a row."""
        return [self.version, self.edit_ms, self.client, self.n]

    @classmethod
    def from_list(cls, raw: Sequence[object]) -> Self:
        """Read what `to_list` wrote. Raises BadValue."""
        match raw:
            case [int() as version, int() as edit_ms, str() as client, int() as n]:
                return cls(version=version, edit_ms=edit_ms, client=client, n=n)
        raise BadValue(f"not a stamp: {raw!r}")


def edit_time(*, client_at: int, sent_at: int, server_now: int, base_time: int) -> int:
    """Say when an edit was made, in server milliseconds, whatever the device's clock.

    The skew is measured at this very push. The result lies in [base_time, server_now]:
    nobody edits what they have not seen yet, and nobody edits in the future. A phone
    set to 2099 or to 1970 can therefore neither win for ever nor be refused.
    """
    corrected = client_at + (server_now - sent_at)
    return min(max(corrected, base_time), server_now)

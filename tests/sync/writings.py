"""Short ways to speak of writings, for the tests of the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sync.merge import Decision, Loser, merge_group
from sync.policies import LAST_WRITER, Policy
from sync.stamp import Stamp


def stamp(version: int = 1, *, at: int = 100, by: str = "nadia", n: int = 1) -> Stamp:
    """A writing of Nadia's computer, unless said otherwise."""
    return Stamp(version=version, edit_ms=at, client=by, n=n)


@dataclass(frozen=True)
class Writing:
    """One intent on one group: who, which of theirs, what, when, having seen which version."""

    by: str
    n: int
    value: object
    at: int
    base: int = 0


@dataclass
class Register:
    """One group of one record, written by intents as they arrive."""

    policy: Policy = LAST_WRITER
    value: object = None
    stamp: Stamp | None = None
    version: int = 0
    lost: list[Loser] = field(default_factory=list)

    def receive(self, writing: Writing) -> Decision:
        """Merge one intent, taking a version only if something changed."""
        decision = merge_group(
            held=self.value,
            held_stamp=self.stamp,
            incoming=writing.value,
            base_version=writing.base,
            stamp=Stamp(self.version + 1, writing.at, writing.by, writing.n),
            policy=self.policy,
        )
        self.value, self.stamp = decision.value, decision.stamp
        self.lost += [decision.lost] if decision.lost else []
        self.version += decision.outcome != "noop"
        return decision

    def receive_all(self, writings: Iterable[Writing]) -> Register:
        """Merge intents in this order."""
        for writing in writings:
            self.receive(writing)
        return self

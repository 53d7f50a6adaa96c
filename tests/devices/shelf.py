"""What a simulated device keeps on disk: outbox, base, cursors. It follows PROTOCOL.md, part 5."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Key = tuple[str, str]
#: Scopes being filled page after page, in one tab's memory: scope -> epoch, to, keys received.
Filling = dict[int, tuple[int, int, set[Key]]]


@dataclass
class Pending:
    """One gesture of the person, until its fate is known and its effect received."""

    scope: int
    n: int
    uid: str
    type: str
    at: int
    id: str
    base: dict[str, int]
    values: Json
    outcome: Json | None = None

    def to_wire(self) -> Json:
        """Write the intent as it travels."""
        return {
            "n": self.n,
            "u": self.uid,
            "type": self.type,
            "mv": 1,
            "at": self.at,
            "id": self.id,
            "base": self.base,
            "set": self.values,
        }


@dataclass
class Shelf:
    """The durable half of a device. Nothing a person wrote ever leaves it unaccounted."""

    client: str
    inc: str | None = None
    lanes: dict[int, list[Pending]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    confirmed: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    base: dict[int, dict[Key, Json]] = field(default_factory=lambda: defaultdict(dict))
    cursors: dict[int, list[int]] = field(default_factory=dict)
    sent: list[Pending] = field(default_factory=list)
    refused: list[Pending] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        """Tell whether anything is still to be sent or confirmed."""
        return any(self.lanes.values())

    def take_number(self, scope: int) -> int:
        """Give the next number of a lane."""
        self.numbers[scope] += 1
        return self.numbers[scope]

    def add(self, pending: Pending) -> Pending:
        """Put an intent at the end of its lane."""
        self.lanes[pending.scope].append(pending)
        return pending

    def find(self, scope: int, n: int, uid: str | None) -> Pending | None:
        """Give the undecided intent that a request called `n`, if it still has that number."""
        for pending in self.lanes[scope]:
            if (pending.n, pending.uid) == (n, uid) and pending.outcome is None:
                return pending
        return None

    def version_of(self, scope: int, record: Key) -> int:
        """Give the version in which a record is held, 0 if it was never received."""
        row = self.base[scope].get(record)
        return row["v"] if row else 0

    def shown(self, scope: int) -> dict[str, str | None]:
        """Give each message as its reader sees it now: the base, and what is pending over it."""
        shown = {i: row["d"]["text"] for (k, i), row in self.base[scope].items() if k == "message"}
        for pending in self.lanes[scope]:
            if pending.n > self.confirmed[scope]:
                _replay(shown, pending)
        return shown

    # -- outcomes --------------------------------------------------------------------------------

    def settle(self, pending: Pending) -> None:
        """Take an intent out of its lane, to where its author finds it."""
        self.lanes[pending.scope].remove(pending)
        is_refused = (pending.outcome or {}).get("o") == "rejected"
        (self.refused if is_refused else self.sent).append(pending)

    def renumber(self, scope: int, missing: int, expected: int) -> None:
        """Number the undecided intents again, from the number the server waits for."""
        late = [p for p in self.lanes[scope] if p.n >= missing and p.outcome is None]
        for number, pending in enumerate(late, start=expected):
            pending.n = number
        self.numbers[scope] = expected + len(late) - 1

    def fork(self, client: str) -> None:
        """Become another device; what was decided under the old name is settled."""
        self.client = client
        self.confirmed.clear()
        self.numbers.clear()
        for lane in list(self.lanes.values()):
            for pending in list(lane):
                if pending.outcome is not None:
                    self.settle(pending)
                else:
                    pending.n = self.take_number(pending.scope)

    # -- rows ------------------------------------------------------------------------------------

    def know_incarnation(self, inc: str) -> None:
        """Forget every cursor when the server's database is another one."""
        if self.inc not in (None, inc):
            self.cursors.clear()
        self.inc = inc

    def take(self, entry: Json, filling: Filling, *, is_own: bool) -> None:
        """Store one scope's part of a page, unless it comes from another time."""
        scope, epoch, to = entry["s"], entry["epoch"], entry["to"]
        held = self.cursors.get(scope)
        if _is_stale(entry, held):
            return
        if entry["from"] == 0 or held is None or epoch > held[0]:
            self._fill(entry, filling)
        else:
            self._change(entry)
        if entry["part"]:
            return
        self.cursors[scope] = [epoch, to]
        if is_own and "lane" in entry:
            self.confirmed[scope] = max(self.confirmed[scope], entry["lane"])
            for pending in list(self.lanes[scope]):
                if pending.n <= self.confirmed[scope] and pending.outcome is not None:
                    self.settle(pending)

    def forget(self, scope: int) -> None:
        """Erase a scope its person may no longer read; their unsent words come back to them."""
        self.base.pop(scope, None)
        self.cursors.pop(scope, None)
        for pending in list(self.lanes[scope]):
            pending.outcome = pending.outcome or {"o": "rejected", "why": "forbidden"}
            self.settle(pending)

    def _change(self, entry: Json) -> None:
        base = self.base[entry["s"]]
        for row in entry["rows"]:
            if row["v"] >= self.version_of(entry["s"], (row["k"], row["id"])):
                base[row["k"], row["id"]] = row
        for kind, record, version in entry["del"]:
            if version >= self.version_of(entry["s"], (kind, record)):
                base.pop((kind, record), None)

    def _fill(self, entry: Json, filling: Filling) -> None:
        scope, epoch, to = entry["s"], entry["epoch"], entry["to"]
        if filling.get(scope, (None, None))[:2] != (epoch, to):
            filling[scope] = (epoch, to, set())  # pages of one filling share both
        received = filling[scope][2]
        for row in entry["rows"]:
            self.base[scope][row["k"], row["id"]] = row
            received.add((row["k"], row["id"]))
        if not entry["part"]:
            self.base[scope] = {k: row for k, row in self.base[scope].items() if k in received}
            del filling[scope]


def _is_stale(entry: Json, held: list[int] | None) -> bool:
    if held is None:
        return bool(entry["from"] > 0)
    if entry["epoch"] != held[0]:
        return bool(entry["epoch"] < held[0] or entry["from"] > 0)
    return not entry["from"] <= held[1] <= entry["to"]


def _replay(shown: dict[str, str | None], pending: Pending) -> None:
    is_there = shown.get(pending.id) is not None
    if pending.type == "message.send" or (pending.type == "message.edit" and is_there):
        shown[pending.id] = pending.values["text"]
    elif pending.type == "message.delete" and is_there:
        shown[pending.id] = None

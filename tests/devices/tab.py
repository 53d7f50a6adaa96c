"""One tab of a device: it sends one request at a time and understands the answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .shelf import Filling, Json, Pending

if TYPE_CHECKING:
    from .device import Device

Answer = tuple[int, bytes]
#: The network: a request goes out, a status and bytes come back, or nothing at all.
Exchange = Callable[["Sent"], Answer | None]

MAX_SLICE = 50


@dataclass(eq=False)
class Sent:
    """One request, kept to understand its answer, however late it comes."""

    tab: Tab
    client: str
    uids: dict[tuple[int, int], str]
    body: bytes


@dataclass(eq=False)
class Tab:
    """What a tab holds in memory: the page it is at, the scopes it is filling."""

    device: Device
    token: str | None = None
    filling: Filling = field(default_factory=dict)
    is_busy: bool = False

    def sync(self) -> bool:
        """Make one round trip; tell whether an answer came and was understood."""
        sent = self.request()
        answer = self.device.exchange(sent)
        return answer is not None and self.receive(sent, answer)

    def request(self) -> Sent:
        """Put everything that waits in one request, and ask for what moved."""
        shelf = self.device.shelf
        lanes = {scope: lane for scope, lane in shelf.lanes.items() if lane}
        slices = {scope: _first_undecided(lane) for scope, lane in lanes.items()}
        body = {
            "proto": 1,
            "app": "2026.11.1",
            "client": shelf.client,
            "inc": shelf.inc,
            "sent_at": self.device.clock(),
            "push": [
                {"s": scope, "m": [pending.to_wire() for pending in pushed]}
                for scope, pushed in slices.items()
                if pushed
            ],
            "pull": {
                "cursor": {str(scope): cursor for scope, cursor in shelf.cursors.items()},
                "lanes": sorted(lanes),
                "budget": self.device.budget,
                "more": self.token,
            },
        }
        uids = {(scope, p.n): p.uid for scope, pushed in slices.items() for p in pushed}
        return Sent(self, shelf.client, uids, json.dumps(body).encode())

    def receive(self, sent: Sent, answer: Answer) -> bool:
        """Take the answer to this tab's request; anything but 200 keeps everything."""
        status, raw = answer
        if status != 200:
            assert status in (401, 429, 500, 503), f"{self.device.name}: {status} {raw!r}"
            self.device.must_sign_in = status == 401
            return False
        body: Json = json.loads(raw)
        shelf = self.device.shelf
        shelf.know_incarnation(body["inc"])
        if sent.client == shelf.client and self._hear_all(sent, body["push"]):
            shelf.fork(self.device.new_client())
        self._store(body["pull"], is_own=sent.client == shelf.client)
        return True

    def _hear_all(self, sent: Sent, slices: list[Json]) -> bool:
        """Note every outcome; tell whether the device must take another name."""
        return any([self._hear(sent, slice_) for slice_ in slices])

    def _hear(self, sent: Sent, slice_: Json) -> bool:
        shelf, scope = self.device.shelf, slice_["s"]
        for answer in slice_["r"]:
            pending = shelf.find(scope, answer["n"], sent.uids.get((scope, answer["n"])))
            if pending is None:
                continue  # decided or renumbered since this request
            match answer["o"]:
                case "gap":
                    shelf.renumber(scope, pending.n, answer["expected"])
                    break
                case "forked":
                    return True
                case "retry":
                    break
                case "duplicate":
                    self._decided(pending, answer["was"], slice_)
                case _:
                    self._decided(pending, answer, slice_)
        return False

    def _decided(self, pending: Pending, outcome: Json, slice_: Json) -> None:
        pending.outcome = outcome
        if slice_["last"] < pending.n:  # no lane was kept: no entry will ever confirm it
            self.device.shelf.settle(pending)

    def _store(self, half: dict[str, Any], *, is_own: bool) -> None:
        self.token = None
        if "error" in half:
            return
        for entry in half["scopes"]:
            self.device.shelf.take(entry, self.filling, is_own=is_own)
        for dropped in half["drop"]:
            self.filling.pop(dropped["s"], None)
            self.device.shelf.forget(dropped["s"])
        self.token = half["more"]


def _first_undecided(lane: list[Pending]) -> list[Pending]:
    return [pending for pending in lane if pending.outcome is None][:MAX_SLICE]

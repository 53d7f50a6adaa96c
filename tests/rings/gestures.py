"""What people do in a story, on whatever their device shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from server.kernel.policy import Actor
from tests.devices.device import Device
from tests.devices.shelf import Json, Key

from .ledger import Ledger


@dataclass
class Hands:
    """The people of a story at their devices. `scopes` maps (kind, owner) to scope ids."""

    random: Random
    ledger: Ledger
    people: dict[str, Actor]
    scopes: dict[tuple[str, str], int]
    dossiers: list[str]
    written: int = 0

    def act(self, device: Device) -> None:
        """Make one gesture, whichever is possible."""
        gestures: list[tuple[Callable[[Device, str], None], int]] = [
            (self._write, 8),
            (self._rewrite, 6),
            (self._take_back, 2),
            (self._read, 3),
            (lambda one, _: self.choose(one), 6),
        ]
        if self.people[device.name].role == "advisor":
            gestures += [(self._flag, 3), (self._handle, 1)]
        owner = self._dossier(device)
        if owner is None or self.random.random() < 0.1:
            self._prefer(device)
        else:
            chosen = self.random.choices([g for g, _ in gestures], [w for _, w in gestures])[0]
            chosen(device, owner)

    def disagree(self, devices: list[Device]) -> None:
        """Change the same message on each of these devices of one person."""
        first = devices[0]
        owner = self._dossier(first)
        for message in self._own_message(first, owner) if owner else ():
            for device in devices:
                scope = self.scopes["d", owner or ""]
                if device.shelf.shown(scope).get(message) is None:
                    continue
                if self.random.random() < 0.25:
                    self.ledger.take_back(device, scope, message)
                else:
                    self.ledger.rewrite(device, scope, message, self._text(owner or ""))

    def _dossier(self, device: Device) -> str | None:
        """Choose a dossier on show; now and then any, as a forger would."""
        if self.random.random() < 0.02:
            return self.random.choice(self.dossiers)
        held = device.shelf.cursors
        shown = [one for one in self.dossiers if self.scopes["d", one] in held]
        return self.random.choice(shown) if shown else None

    def _text(self, owner: str) -> str:
        self.written += 1
        padding = "." * self.random.choice([0, 0, 0, 0, 300, 2_000])
        return f"words {self.written} about <{owner}>{padding}"

    def _write(self, device: Device, owner: str) -> None:
        self.ledger.write(device, self.scopes["d", owner], self._text(owner))

    def _rewrite(self, device: Device, owner: str) -> None:
        for message in self._own_message(device, owner):
            scope = self.scopes["d", owner]
            self.ledger.rewrite(device, scope, message, self._text(owner))

    def _take_back(self, device: Device, owner: str) -> None:
        for message in self._own_message(device, owner):
            self.ledger.take_back(device, self.scopes["d", owner], message)

    def _own_message(self, device: Device, owner: str) -> list[str]:
        scope = self.scopes["d", owner]
        mine = self.people[device.name].id
        rows = device.shelf.base[scope]
        shown = device.shelf.shown(scope)
        found = [
            message
            for message, text in shown.items()
            if text is not None and _author(rows, message, mine) == mine
        ]
        return [self.random.choice(found[-3:])] if found else []

    def _read(self, device: Device, owner: str) -> None:
        scope = self.scopes["d", owner]
        seqs = [r["d"]["seq"] for (k, _), r in device.shelf.base[scope].items() if k == "message"]
        values = {"seq": self.random.choice(seqs) if seqs else 0}
        own = self.scopes["u", self.people[device.name].id]
        first = device.write(scope, "thread.read", ("thread", owner), values)
        self.ledger.gesture(device, first)
        second = device.write(own, "read_position.set", ("read_position", owner), values)
        self.ledger.gesture(device, second)

    def _prefer(self, device: Device) -> None:
        person = self.people[device.name].id
        values = {"theme": self.random.choice(["auto", "light", "dark"])}
        record = ("preferences", person)
        wish = device.write(self.scopes["u", person], "preferences.set", record, values, values)
        self.ledger.gesture(device, wish)

    def choose(self, device: Device) -> None:
        """Close a conflict on show, if there is one, either way."""
        own = self.scopes["u", self.people[device.name].id]
        conflicts = self._open_conflicts(device)
        if not conflicts:
            return
        key, conflict = self.random.choice(conflicts)
        values = {"choice": self.random.choice(["kept", "restored"])}
        choice = device.write(own, "conflict.close", key, values, ["state"])
        if values["choice"] == "kept":
            self.ledger.gesture(device, choice)
            return
        message, text = conflict["record"]["id"], conflict["lost"]["value"]
        self.ledger.restore(device, choice, self._scope_of(device, message), message, text)

    def rewrite_disputed(self, device: Device) -> None:
        """Change a message two of whose versions wait for a choice, before anybody chooses."""
        for _, conflict in self._open_conflicts(device):
            message = conflict["record"]["id"]
            scope = self._scope_of(device, message)
            if device.shelf.shown(scope).get(message) is not None:
                self.ledger.rewrite(device, scope, message, self._text(self._owner(scope)))

    def _open_conflicts(self, device: Device) -> list[tuple[Key, Json]]:
        own = self.scopes["u", self.people[device.name].id]
        rows = device.shelf.base[own].items()
        conflicts = [(key, row["d"]) for key, row in rows if key[0] == "conflict"]
        return [(key, conflict) for key, conflict in conflicts if conflict["state"] == "open"]

    def _owner(self, scope: int) -> str:
        return next(owner for (_, owner), known in self.scopes.items() if known == scope)

    def _scope_of(self, device: Device, message: str) -> int:
        rows = device.shelf.base.items()
        return next((scope for scope, held in rows if ("message", message) in held), 0)

    def _flag(self, device: Device, owner: str) -> None:
        values = {"flagged": self.random.random() < 0.5}
        record = ("triage", owner)
        flag = device.write(self.scopes["n", owner], "triage.flag", record, values, values)
        self.ledger.gesture(device, flag)

    def _handle(self, device: Device, owner: str) -> None:
        values = {"seq": self.random.randrange(5)}
        record = ("triage", owner)
        done = device.write(self.scopes["n", owner], "triage.handle", record, values)
        self.ledger.gesture(device, done)


def _author(rows: dict[tuple[str, str], dict[str, object]], message: str, mine: str) -> object:
    row = rows.get(("message", message))
    return row["d"]["author"] if row else mine  # type: ignore[index]

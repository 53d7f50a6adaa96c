"""The people of a story at their devices: what every gesture needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from server.kernel.policy import Actor
from tests.devices.device import Device
from tests.devices.shelf import Json, Key, Pending
from tests.rings.ledger import Ledger


@dataclass
class Hands:
    """Who is there and what they may touch. `scopes` maps (kind, owner) to scope ids."""

    random: Random
    ledger: Ledger
    people: dict[str, Actor]
    scopes: dict[tuple[str, str], int]
    dossiers: list[str]
    #: The true time: people choose days and hours by the sun, whatever their device believes.
    now: Callable[[], int]
    #: What people mostly busy themselves with in this story, names of repertoire.DOMAINS.
    subjects: list[str] = field(default_factory=lambda: ["messages"])
    #: Mark of each appointment, found in all its words -> the dossiers it is in.
    guests: dict[int, set[int]] = field(default_factory=dict)
    #: Appointment -> its mark.
    marks: dict[str, int] = field(default_factory=dict)
    written: int = 0

    def is_advisor(self, device: Device) -> bool:
        """Tell on which side a device is."""
        return self.people[device.name].role == "advisor"

    def dossier(self, device: Device) -> str | None:
        """Choose a dossier on show; now and then any, as a forger would."""
        if self.random.random() < 0.02:
            return self.random.choice(self.dossiers)
        shown = self.shown_dossiers(device)
        return self.random.choice(shown) if shown else None

    def shown_dossiers(self, device: Device) -> list[str]:
        """List the dossiers a device shows."""
        held = device.shelf.cursors
        return [one for one in self.dossiers if self.scopes["d", one] in held]

    def text(self, mark: str, *, may_be_long: bool = False) -> str:
        """Make words that nobody else writes; `mark` says who may ever read them."""
        self.written += 1
        long = self.random.choice([0, 0, 0, 0, 300, 2_000]) if may_be_long else 0
        return f"w{self.written} <{mark}>{'.' * long}"

    def about(self, owner: str) -> str:
        """Write about somebody, for all who read their dossier."""
        return self.text(f"d{owner}")

    def among_advisors(self, owner: str) -> str:
        """Write about somebody, for advisors alone."""
        return self.text(f"n{owner}")

    def rows(self, device: Device, scope: int, kind: str) -> dict[str, Json]:
        """Give the documents of one kind that a device received."""
        return {i: row["d"] for (k, i), row in device.shelf.base[scope].items() if k == kind}

    def one_of(self, found: Iterable[str], record: str | None) -> str | None:
        """Choose a record; the wanted one, if one is, as long as it is there."""
        held = list(found)
        if record is not None:
            return record if record in held else None
        return self.random.choice(held[-4:]) if held else None

    def do(
        self,
        device: Device,
        scope: int,
        type_: str,
        record: Key,
        values: Json,
        groups: Iterable[str] = (),
        *,
        words: Mapping[str, object] | None = None,
    ) -> Pending:
        """Make a gesture; `words` is what it writes by group."""
        told = words or {}
        seen = {group: self.ledger.seen(device, scope, record, group) for group in told}
        pending = device.write(scope, type_, record, values, groups)
        self.ledger.gesture(device, pending)
        for group, value in told.items():
            thing = self.ledger.thing(record, group)
            self.ledger.keep(thing, device, pending, value, seen[group])
        return pending

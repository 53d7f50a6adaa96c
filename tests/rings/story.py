"""The state of one story: who is there, on which devices, and what must hold at every moment."""

from __future__ import annotations

from random import Random

from sqlalchemy import select

from server.appointments.models import Participant
from server.kernel.database import read_only
from server.kernel.feed import FeedEntry
from server.kernel.policy import Actor
from server.kernel.scopes import Scope
from tests.devices.device import Device

from .chance import HOUR, YEAR, VirtualTime
from .checks import Finding
from .eavesdropper import leaks
from .gestures.hands import Hands
from .gestures.repertoire import DOMAINS
from .ledger import Ledger
from .network import Network
from .past import PAST_MARK
from .server import Stage

#: What a device's clock may be wrong by, in milliseconds.
SKEWS = (0, 0, 0, 700, -40_000, HOUR, -26 * HOUR, 73 * YEAR, -50 * YEAR)


class Story:
    """One world, its people at their devices, and the network between them."""

    def __init__(self, stage: Stage, time: VirtualTime, random: Random) -> None:
        self.stage, self.time, self.random = stage, time, random
        self.findings: list[Finding] = []
        self.people: dict[str, Actor] = {}
        weather = random.choice([0.1, 0.3, 0.6])
        self.network = Network(stage, random, weather, self.people, self._overhear)
        with stage.app.app_context(), read_only() as session:
            scopes = session.scalars(select(Scope)).all()
            self.past = {(k, i) for k, i in session.execute(select(FeedEntry.kind, FeedEntry.id))}
            invited = session.scalars(select(Participant)).all()
        self.start = {scope.id: scope.version for scope in scopes}
        self.scopes = {(scope.kind, scope.owner): scope.id for scope in scopes}
        self.learn_rights()
        self.ledger = Ledger(shared={one.id: one.appointment_id for one in invited})
        self.hands = self._hands(set(self.ledger.shared.values()))
        self.devices = [self.new_device(name) for name in self._cast()]

    def _hands(self, appointments: set[str]) -> Hands:
        """Let people loose on three dossiers, with one or two things to busy themselves with."""
        young_people = list(self.stage.young_people.values())
        guests = {self.scopes["d", one.id] for one in young_people[:2]}
        return Hands(
            self.random,
            self.ledger,
            self.people,
            self.scopes,
            [one.id for one in young_people],
            now=lambda: self.time.now,
            subjects=self.random.choices(list(DOMAINS), k=2),
            guests={PAST_MARK: guests},
            marks=dict.fromkeys(appointments, PAST_MARK),
        )

    def _cast(self) -> list[str]:
        """Choose who is there: always Karim and Nadia, one of them twice, and others."""
        twin = self.random.choice(["karim tablet", "nadia phone"])
        others = ["marc", "lea", "ines", "stranger"]
        return [
            "karim",
            "nadia",
            twin,
            *dict.fromkeys(self.random.choices(others, [6, 3, 2, 1], k=self.random.randint(1, 2))),
        ]

    def new_device(self, name: str) -> Device:
        self.people[name] = self.stage.people[name.split()[0]]
        skew = self.random.choice(SKEWS)
        device = Device(
            name,
            exchange=self.network.exchange,
            clock=lambda: self.time.now + skew,
            random=Random(self.random.random()),
        )
        device.budget = self.random.choice([16_384, 262_144])
        if self.random.random() < 0.9:  # most have synced before the story begins
            self.stage.dawn[self.people[name].id].copy_to(device.shelf)
        return device

    def learn_rights(self) -> None:
        """Note who may read what from now on."""
        self.readable = self.stage.readable(self.time.now)

    def _overhear(self, person: Actor, body: bytes) -> None:
        """Nobody receives a byte of what they may not read, not even by mistake."""
        readable, young_people = self.readable[person.id], self.stage.young_people
        self.findings += leaks(self.hands, young_people, person, readable, body.decode())

    def check_own_words(self, device: Device) -> None:
        """What a person wrote stays before their eyes, waiting or sent."""
        refused = {pending.id for pending in device.shelf.refused}
        for message, scope in self.ledger.own.get(device.name, {}).items():
            if scope not in self.readable[self.people[device.name].id] or message in refused:
                continue
            if message not in device.shelf.shown(scope):
                story = f"{device.name} no longer sees its message {message}"
                self.findings.append(Finding("lost", story))

"""One story: some people, some devices, bad weather; then calm, and the accounts."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import select

from server.kernel.database import read_only
from server.kernel.policy import SYSTEM, Actor
from server.kernel.scopes import Scope, ScopeGrant, grant_scope, revoke_grant
from server.kernel.unit_of_work import unit_of_work
from server.messaging.models import Message
from tests.devices.device import Device

from . import checks
from .chance import HOUR, MINUTE, YEAR, VirtualTime, told_again
from .checks import Finding
from .gestures import Hands
from .ledger import Ledger
from .network import Network
from .server import Stage

#: What a device's clock may be wrong by, in milliseconds.
SKEWS = (0, 0, 0, 700, -40_000, HOUR, -26 * HOUR, 73 * YEAR, -50 * YEAR)


@dataclass
class Verdict:
    """What a story came to."""

    seed: int
    intents: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def tell(stage: Stage, seed: int) -> Verdict:
    """Play one seed from the first morning to the accounts."""
    with told_again(seed) as (time, random):
        stage.reset()
        story = Story(stage, time, random)
        story.go_wrong(random.randint(10, 26))
        story.calm_down()
        return story.account(seed)


class Story:
    """The state of one story."""

    def __init__(self, stage: Stage, time: VirtualTime, random: Random) -> None:
        self.stage, self.time, self.random = stage, time, random
        self.findings: list[Finding] = []
        self.people: dict[str, Actor] = {}
        weather = random.choice([0.1, 0.3, 0.6])
        self.network = Network(stage, random, weather, self.people, self._overhear)
        with stage.app.app_context(), read_only() as session:
            scopes = session.scalars(select(Scope)).all()
            self.past = set(session.scalars(select(Message.id)))
        self.start = {scope.id: scope.version for scope in scopes}
        self.scopes = {(scope.kind, scope.owner): scope.id for scope in scopes}
        self._learn_rights()
        dossiers = [stage.world.karim.id, stage.world.ines.id]
        self.ledger = Ledger()
        self.hands = Hands(random, self.ledger, self.people, self.scopes, dossiers)
        self.devices = [self._device(name) for name in self._cast()]
        if random.random() < 0.4:
            self._lend()

    def _cast(self) -> list[str]:
        """Choose who is there: always Karim and Nadia, one of them twice, and others."""
        twin = self.random.choice(["karim tablet", "nadia phone"])
        others = ["marc", "ines", "stranger"]
        return [
            "karim",
            "nadia",
            twin,
            *dict.fromkeys(self.random.choices(others, [6, 2, 1], k=self.random.randint(0, 2))),
        ]

    def _device(self, name: str) -> Device:
        self.people[name] = getattr(self.stage.world, name.split()[0])
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

    # -- the bad weather -------------------------------------------------------------------------

    def go_wrong(self, steps: int) -> None:
        """Let people write and devices speak, in any order, under faults."""
        events: list[tuple[Callable[[], None], int]] = [
            (self._gesture, 20),
            (self._disagree, 8),
            (self._sync, 24),
            (self._wait, 4),
            (self.network.deliver_late, 8),
            (self._close_tabs, 2),
            (self._restart_server, 1),
            (self._clone, 2),
            (self._lend, 5),
        ]
        happen, often = zip(*events, strict=True)
        for _ in range(steps):
            self.random.choices(happen, often)[0]()
            self.time.now += self.random.randint(1, 20_000)

    def _gesture(self) -> None:
        device = self.random.choice(self.devices)
        for _ in range(self.random.choice([1, 1, 2, 4])):
            self.hands.act(device)

    def _disagree(self) -> None:
        name = self.random.choice(self.devices).name.split()[0]
        self.hands.disagree([one for one in self.devices if one.name.split()[0] == name])

    def _sync(self) -> None:
        device = self.random.choice(self.devices)
        device.sync()
        self._check_own_words(device)

    def _wait(self) -> None:
        self.time.now += self.random.choice([MINUTE, MINUTE, 20 * MINUTE, 30 * HOUR])

    def _close_tabs(self) -> None:
        self.random.choice(self.devices).restart()
        self.network.faults["device restarted"] += 1

    def _restart_server(self) -> None:
        self.stage.restart()
        self.network.faults["server restarted"] += 1

    def _clone(self) -> None:
        """Restore a phone's backup on another phone: two devices with one name."""
        original = self.random.choice(self.devices)
        if any(device.name.startswith(f"{original.name} copy") for device in self.devices):
            return
        twin = self._device(f"{original.name} copy")
        twin.shelf = copy.deepcopy(original.shelf)
        self.devices.append(twin)
        self.network.faults["device cloned"] += 1

    def _lend(self) -> None:
        """Open Karim's dossier to Marc, or close it."""
        world = self.stage.world
        with self.stage.app.app_context(), unit_of_work(by=SYSTEM) as uow:
            uow.lock([self.scopes["u", world.marc.id]])
            for kind in "dn":
                scope = uow.session.get_one(Scope, self.scopes[kind, world.karim.id])
                grant = uow.session.scalar(
                    select(ScopeGrant).where(
                        ScopeGrant.user_id == world.marc.id, ScopeGrant.scope_id == scope.id
                    )
                )
                if grant is not None and grant.is_live(uow.at):
                    revoke_grant(uow, grant)
                else:
                    grant_scope(uow, user_id=world.marc.id, scope=scope, role="stand_in")
        self._learn_rights()

    def _learn_rights(self) -> None:
        self.readable = self.stage.readable(self.time.now)

    # -- what must hold at every moment ----------------------------------------------------------

    def _overhear(self, person: Actor, body: bytes) -> None:
        """Nobody receives a byte of what they may not read, not even by mistake."""
        text = body.decode()
        for (kind, owner), scope in self.scopes.items():
            if scope in self.readable[person.id]:
                continue
            if f'"s":{scope},"epoch"' in text or (kind == "d" and f"<{owner}>" in text):
                self.findings.append(Finding("leaked", f"{person.name} was sent scope {scope}"))

    def _check_own_words(self, device: Device) -> None:
        """What a person wrote stays before their eyes, waiting or sent."""
        refused = {pending.id for pending in device.shelf.refused}
        for message, scope in self.ledger.own.get(device.name, {}).items():
            if scope not in self.readable[self.people[device.name].id] or message in refused:
                continue
            if message not in device.shelf.shown(scope):
                story = f"{device.name} no longer sees its message {message}"
                self.findings.append(Finding("lost", story))

    # -- the calm --------------------------------------------------------------------------------

    def calm_down(self) -> None:
        """Stop the faults, let everybody sync until nothing moves, and choose what is to choose."""
        self.network.weather = 0.0
        while self.network.late:
            self.network.deliver_late()
        self._come_to_rest()
        for device in self.devices[:3]:
            self.random.choice([self.hands.choose, self.hands.rewrite_disputed])(device)
        self._come_to_rest()

    def _come_to_rest(self) -> None:
        for _ in range(6):
            late = [device for device in self.devices if self._is_late(device)]
            for device in late:
                device.settle()
            if not late:
                return
        self.findings.append(Finding("diverged", "devices never come to rest"))

    def _is_late(self, device: Device) -> bool:
        """Tell whether a device has something to say or to hear."""
        readable = self.readable[self.people[device.name].id]
        held = {scope: cursor[1] for scope, cursor in device.shelf.cursors.items()}
        versions = self.stage.versions()
        current = {scope: versions[scope] for scope in readable if versions[scope]}
        return device.shelf.is_waiting or device.is_paging or held != current

    def account(self, seed: int) -> Verdict:
        """Check every promise."""
        newcomer = self._device("nadia new computer")
        newcomer.shelf.cursors.clear()
        self.devices.append(newcomer)
        self._come_to_rest()
        with self.stage.app.app_context(), read_only() as session:
            truth = checks.read_truth(session, self.readable)
        findings = [
            *self.findings,
            *checks.diverged(truth, self.devices, self.people),
            *checks.gapless(truth, self.stage.witness.versions, self.start),
            *checks.duplicated(truth, self.ledger, self.past),
            *checks.lost(truth, self.ledger),
            *self._quarrels(truth),
        ]
        return Verdict(seed, len(self.ledger.gestures), self.network.faults, findings)

    def _quarrels(self, truth: checks.Truth) -> Iterator[Finding]:
        """Look for lanes in conflict with themselves, where no copy repeated another's gestures."""
        if not self.network.faults["device cloned"]:
            yield from checks.quarrels(truth, self.ledger)

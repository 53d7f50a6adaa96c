"""The network of a story: what a request may meet between a device and the server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from server.kernel.policy import Actor
from tests.devices.device import Device
from tests.devices.tab import Answer, Sent

from .server import Killed, Stage

FAULTS = (
    "request lost",
    "answer lost",
    "request twice",
    "answer late",
    "killed before commit",
    "killed after commit",
    "turned away",
)


@dataclass
class Network:
    """Carries requests; `weather` is the share of them that meet a fault."""

    stage: Stage
    random: Random
    weather: float
    people: dict[str, Actor]
    #: Shown each body that reaches a device, whether the device listens or not.
    overhear: Callable[[Actor, bytes], None]
    cookies: dict[str, str] = field(default_factory=dict)
    late: list[tuple[Sent, Answer]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def exchange(self, sent: Sent) -> Answer | None:
        """Carry a request and, sometimes, its answer."""
        device = sent.tab.device
        if self.random.random() >= self.weather:
            return self._ask(device, sent.body)
        fault = self.random.choice(FAULTS)
        self.faults[fault] += 1
        return self._spoil(fault, device, sent)

    def deliver_late(self) -> None:
        """Let one answer arrive that its tab still waits for, after later ones of other tabs."""
        if self.late:
            sent, answer = self.late.pop(self.random.randrange(len(self.late)))
            sent.tab.is_busy = False
            if sent.tab in sent.tab.device.tabs:  # not closed meanwhile
                sent.tab.receive(sent, answer)

    def _spoil(self, fault: str, device: Device, sent: Sent) -> Answer | None:
        match fault:
            case "request lost":
                return None
            case "turned away":
                return 503, b""
            case "request twice":
                self._ask(device, sent.body)
                return self._ask(device, sent.body)
            case "answer late":
                answer = self._ask(device, sent.body)
                if answer is not None:
                    sent.tab.is_busy = True
                    self.late.append((sent, answer))
                return None
            case "killed before commit":
                self.stage.commits_left = self.random.randrange(3)
                answer = self._ask(device, sent.body)
                self.stage.commits_left = -1
                return answer
            case "killed after commit":
                self._ask(device, sent.body)
                self.stage.restart()
                return None
        self._ask(device, sent.body)
        return None

    def _ask(self, device: Device, body: bytes) -> Answer | None:
        person = self.people[device.name]
        try:
            if device.name not in self.cookies or device.must_sign_in:
                self.cookies[device.name] = self.stage.sign_in(person)
            answer = self.stage.post(self.cookies[device.name], body)
        except Killed:
            self.stage.restart()
            return None
        self.overhear(person, answer[1])
        return answer

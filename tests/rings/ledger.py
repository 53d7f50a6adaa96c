"""What people really did, written down beside the devices, to hold them all to account."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.devices.device import Device
from tests.devices.shelf import Pending


@dataclass
class Words:
    """One writing of one message: its text (None: taken back), and the text it replaced."""

    device: Device
    pending: Pending
    text: str | None
    over: str | None
    #: The name of the device at that moment: it takes another after a fork.
    client: str


@dataclass
class Ledger:
    """Every gesture of a story, in the order people made them."""

    gestures: list[tuple[Device, Pending]] = field(default_factory=list)
    words: dict[str, list[Words]] = field(default_factory=dict)
    #: Message id -> scope, for messages written by each device.
    own: dict[str, dict[str, int]] = field(default_factory=dict)

    def write(self, device: Device, scope: int, text: str) -> None:
        """Somebody writes a message."""
        message = device.send(scope, text)
        self._note(device, scope, text, None)
        self.own.setdefault(device.name, {})[message] = scope

    def rewrite(self, device: Device, scope: int, message: str, text: str) -> None:
        """Somebody changes a message."""
        over = device.shelf.shown(scope).get(message)
        device.edit(scope, message, text)
        self._note(device, scope, text, over)

    def take_back(self, device: Device, scope: int, message: str) -> None:
        """Somebody takes a message back."""
        over = device.shelf.shown(scope).get(message)
        device.delete(scope, message)
        self._note(device, scope, None, over)

    def restore(self, device: Device, choice: Pending, scope: int, message: str, text: str) -> None:
        """Somebody brings back words that had lost, over those they see."""
        over = device.shelf.shown(scope).get(message)
        self._keep(message, Words(device, choice, text, over, device.shelf.client))

    def gesture(self, device: Device, pending: Pending) -> None:
        """Somebody does something without words."""
        self.gestures.append((device, pending))

    def _note(self, device: Device, scope: int, text: str | None, over: str | None) -> None:
        pending = device.shelf.lanes[scope][-1]
        self._keep(pending.id, Words(device, pending, text, over, device.shelf.client))

    def _keep(self, message: str, words: Words) -> None:
        self.words.setdefault(message, []).append(words)
        self.gestures.append((words.device, words.pending))

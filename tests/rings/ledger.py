"""What people really did, written down beside the devices, to hold them all to account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.devices.device import Device
from tests.devices.shelf import Key, Pending

from .reading import FIELDS, GROUPS, value_of

#: Where words are written: kind and id of the record (an appointment's own, shared), group.
Thing = tuple[str, str, str]


@dataclass
class Words:
    """One writing of one group: its value (None: taken back), and what its author saw there."""

    device: Device
    pending: Pending
    value: object
    over: object
    #: The name of the device at that moment: it takes another after a fork.
    client: str
    #: Its place among all the gestures of the story.
    order: int


@dataclass
class Deletion:
    """Somebody deletes an action that showed them these values, by group."""

    device: Device
    pending: Pending
    seen: Mapping[str, object]


@dataclass
class Ledger:
    """Every gesture of a story, in the order people made them."""

    gestures: list[tuple[Device, Pending]] = field(default_factory=list)
    words: dict[Thing, list[Words]] = field(default_factory=dict)
    deletions: dict[str, list[Deletion]] = field(default_factory=dict)
    #: Record -> the scope it was made in, for all that somebody made.
    made: dict[Key, int] = field(default_factory=dict)
    #: What one young person has of an appointment -> the appointment they all share.
    shared: dict[str, str] = field(default_factory=dict)
    #: Message id -> scope, for messages written by each device.
    own: dict[str, dict[str, int]] = field(default_factory=dict)
    _effects: dict[str, dict[Thing, object]] = field(default_factory=dict)

    def write(self, device: Device, scope: int, text: str) -> None:
        """Somebody writes a message."""
        message = device.send(scope, text)
        self._note(device, scope, text, None)
        self.made["message", message] = scope
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

    def gesture(self, device: Device, pending: Pending) -> None:
        """Somebody does something, with or without words."""
        self.gestures.append((device, pending))

    def thing(self, record: Key, group: str) -> Thing:
        """Name a group of a record; what participants share has one name in all dossiers."""
        kind, id_ = record
        return kind, self.shared.get(id_, id_) if group in FIELDS else id_, group

    def seen(self, device: Device, scope: int, record: Key, group: str) -> object:
        """Give what a device shows in a group: what is pending over what was received."""
        thing = self.thing(record, group)
        if thing[0] == "message":
            return device.shelf.shown(scope).get(record[1])
        for pending in reversed(device.shelf.lanes[scope]):
            effects = self._effects.get(pending.uid, {})
            if pending.n > device.shelf.confirmed[scope] and thing in effects:
                return effects[thing]
        row = device.shelf.base[scope].get(record)
        return value_of(record[0], group, row["d"]) if row else None

    def seen_whole(self, device: Device, scope: int, record: Key) -> dict[str, object]:
        """Give what a device shows in every group of a record."""
        return {
            group: self.seen(device, scope, record, group) for group in GROUPS.get(record[0], ())
        }

    def delete(
        self, device: Device, pending: Pending, action: str, seen: Mapping[str, object]
    ) -> None:
        """Note that a gesture, noted already, deletes an action that showed `seen`."""
        self.deletions.setdefault(action, []).append(Deletion(device, pending, seen))

    def keep(
        self, thing: Thing, device: Device, pending: Pending, value: object, over: object
    ) -> None:
        """Note what a gesture, noted already, wrote in one group."""
        order, client = len(self.gestures), device.shelf.client
        words = Words(device, pending, value, over, client, order)
        self.words.setdefault(thing, []).append(words)
        self._effects.setdefault(pending.uid, {})[thing] = value

    def _note(self, device: Device, scope: int, text: str | None, over: str | None) -> None:
        pending = device.shelf.lanes[scope][-1]
        self.gesture(device, pending)
        self.keep(("message", pending.id, "text"), device, pending, text, over)

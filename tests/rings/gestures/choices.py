"""Choosing between two versions (« à relire »), and undoing a choice."""

from __future__ import annotations

from tests.devices.device import Device
from tests.devices.shelf import Json, Key
from tests.rings.reading import GROUPS

from . import messages
from .hands import Hands


def choose(hands: Hands, device: Device) -> None:
    """Close a conflict on show, if there is one, either way; now and then undo a choice."""
    is_undo = hands.random.random() < 0.2
    found = [one for one in conflicts(device) if (one[2]["state"] == "open") != is_undo]
    if not found:
        return
    scope, key, conflict = hands.random.choice(found)
    choice = "open" if is_undo else hands.random.choice(["kept", "restored"])
    restored = None
    if choice == "restored":
        restored = "lost"
    elif is_undo and conflict["state"] == "restored":
        restored = "kept"
    _close(hands, device, scope, key, choice, conflict, restored)


def _close(
    hands: Hands,
    device: Device,
    scope: int,
    key: Key,
    choice: str,
    conflict: Json,
    restored: str | None,
) -> None:
    record = conflict["record"]["k"], conflict["record"]["id"]
    group, home = conflict["group"], home_of(device, record)
    words: dict[str, object] = {}
    if restored and group in GROUPS[record[0]]:
        words = {group: conflict[restored]["value"]}
    over = {one: hands.ledger.seen(device, home, record, one) for one in words}
    deleted = hands.ledger.seen_whole(device, home, record)
    pending = device.write(scope, "conflict.close", key, {"choice": choice}, ["state"])
    hands.ledger.gesture(device, pending)
    for one, value in words.items():
        thing = hands.ledger.thing(record, one)
        hands.ledger.keep(thing, device, pending, value, over[one])
    if restored and conflict[restored]["value"] == "deleted" and group == "deleted":
        hands.ledger.delete(device, pending, record[1], deleted)


def rewrite_disputed(hands: Hands, device: Device) -> None:
    """Change a message two of whose versions wait for a choice, before anybody chooses."""
    for _, _, conflict in conflicts(device):
        message = conflict["record"]["id"]
        scope = home_of(device, ("message", message))
        if conflict["state"] == "open" and device.shelf.shown(scope).get(message) is not None:
            owner = next(owner for (_, owner), known in hands.scopes.items() if known == scope)
            messages.rewrite(hands, device, owner, message)


def conflicts(device: Device) -> list[tuple[int, Key, Json]]:
    """List the conflicts a device holds, each with its scope and its key."""
    return [
        (scope, key, row["d"])
        for scope, held in device.shelf.base.items()
        for key, row in held.items()
        if key[0] == "conflict"
    ]


def home_of(device: Device, record: Key) -> int:
    """Give the scope in which a device holds a record, 0 if it does not."""
    rows = device.shelf.base.items()
    return next((scope for scope, held in rows if record in held), 0)

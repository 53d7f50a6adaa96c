"""What advisors write among themselves."""

from __future__ import annotations

from tests.devices.device import Device

from .hands import Hands


def write(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Write a private note."""
    scope, note = hands.scopes["n", owner], ("note", device.new_id())
    text = hands.among_advisors(owner)
    hands.ledger.made[note] = scope
    hands.do(device, scope, "note.write", note, {"text": text}, words={"text": text})


def edit(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Change one's own note."""
    scope = hands.scopes["n", owner]
    note = hands.one_of(own(hands, device, scope), record)
    if note is not None:
        values = {"text": hands.among_advisors(owner)}
        hands.do(device, scope, "note.edit", ("note", note), values, ["text"], words=values)


def delete(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Take one's own note back."""
    scope = hands.scopes["n", owner]
    note = hands.one_of(own(hands, device, scope), record)
    if note is not None:
        words = {"text": None}
        hands.do(device, scope, "note.delete", ("note", note), {}, ["text"], words=words)


def restore(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Undo a deletion."""
    scope, mine = hands.scopes["n", owner], hands.people[device.name].id
    rows = hands.rows(device, scope, "note")
    gone = [one for one, doc in rows.items() if doc["deleted"] and doc["author"] == mine]
    note = hands.one_of(gone, record)
    if note is not None:
        hands.do(device, scope, "note.restore", ("note", note), {})


def own(hands: Hands, device: Device, scope: int) -> list[str]:
    """List one's own notes, as this device shows them."""
    mine = hands.people[device.name].id
    received = hands.rows(device, scope, "note")
    written = [p.id for p in device.shelf.lanes[scope] if p.type == "note.write"]
    known = [one for one, doc in received.items() if doc["author"] == mine]
    return [
        note
        for note in dict.fromkeys([*known, *written])
        if hands.ledger.seen(device, scope, ("note", note), "text") is not None
    ]

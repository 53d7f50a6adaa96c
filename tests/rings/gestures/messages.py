"""Writing to each other, reading, marking."""

from __future__ import annotations

from tests.devices.device import Device

from .hands import Hands


def write(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Send a message."""
    text = hands.text(f"d{owner}", may_be_long=True)
    hands.ledger.write(device, hands.scopes["d", owner], text)


def rewrite(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Change a message of one's own."""
    scope = hands.scopes["d", owner]
    message = hands.one_of(own(hands, device, scope), record)
    if message:
        text = hands.text(f"d{owner}", may_be_long=True)
        hands.ledger.rewrite(device, scope, message, text)


def take_back(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Take a message of one's own back."""
    scope = hands.scopes["d", owner]
    message = hands.one_of(own(hands, device, scope), record)
    if message:
        hands.ledger.take_back(device, scope, message)


def own(hands: Hands, device: Device, scope: int) -> list[str]:
    """List the messages that one may still change, as this device shows them."""
    mine = hands.people[device.name].id
    rows = hands.rows(device, scope, "message")
    return [
        message
        for message, text in device.shelf.shown(scope).items()
        if text is not None and (message not in rows or rows[message]["author"] == mine)
    ]


def read(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Read up to some message."""
    scope = hands.scopes["d", owner]
    seqs = [doc["seq"] for doc in hands.rows(device, scope, "message").values()]
    values = {"seq": hands.random.choice(seqs) if seqs else 0}
    own_scope = hands.scopes["u", hands.people[device.name].id]
    hands.do(device, scope, "thread.read", ("thread", owner), values)
    hands.do(device, own_scope, "read_position.set", ("read_position", owner), values)


def prefer(hands: Hands, device: Device) -> None:
    """Choose a theme."""
    person = hands.people[device.name].id
    values = {"theme": hands.random.choice(["auto", "light", "dark"])}
    record = ("preferences", person)
    hands.do(device, hands.scopes["u", person], "preferences.set", record, values, values)


def flag(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Flag a thread, among advisors."""
    values = {"flagged": hands.random.random() < 0.5}
    scope = hands.scopes["n", owner]
    hands.do(device, scope, "triage.flag", ("triage", owner), values, values)


def handle(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Say that a thread was answered, among advisors."""
    values = {"seq": hands.random.randrange(5)}
    hands.do(device, hands.scopes["n", owner], "triage.handle", ("triage", owner), values)

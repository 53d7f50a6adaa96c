"""What people do with actions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.devices.device import Device

from .hands import Hands

_CATEGORIES = ("EMPLOI", "SANTE", "LOGEMENT", "other", None)
_STATUSES = ("not_started", "in_progress", "done", "done", "cancelled")


def create(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Write down something to do, or already done."""
    scope, action = hands.scopes["d", owner], device.new_id()
    words: dict[str, object] = {"title": hands.about(owner), "due": _day(hands)}
    if hands.random.random() < 0.5:
        words["description"] = hands.text(f"d{owner}")
    values = {**words, "status": hands.random.choice(["not_started", "in_progress", "done"])}
    hands.ledger.made["action", action] = scope
    hands.do(device, scope, "action.create", ("action", action), values, words=words)


def edit(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Change one group of an action, or several."""
    scope = hands.scopes["d", owner]
    action = hands.one_of(_open(hands, device, scope), record)
    if action is None:
        return
    wished: dict[str, object] = {
        "title": hands.about(owner),
        "description": hands.random.choice([None, hands.about(owner), hands.about(owner)]),
        "category": hands.random.choice(_CATEGORIES),
        "due": _day(hands),
    }
    groups = hands.random.sample(["title", "title", "description", "category", "due"], k=2)
    values = {group: wished[group] for group in groups}
    hands.do(device, scope, "action.edit", ("action", action), values, values, words=values)


def change_status(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Begin, finish, cancel, take up again."""
    scope = hands.scopes["d", owner]
    action = hands.one_of(_open(hands, device, scope), record)
    if action is not None:
        values = {"status": hands.random.choice(_STATUSES)}
        hands.do(device, scope, "action.status", ("action", action), values, ["status"])


def comment(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Say something about an action; as on a screen, nothing is said of what is seen deleted."""
    scope = hands.scopes["d", owner]
    action = hands.one_of(_open(hands, device, scope), record)
    if action is None:
        return
    said = ("comment", device.new_id())
    text = hands.about(owner)
    hands.ledger.made[said] = scope
    values = {"action": action, "text": text}
    hands.do(device, scope, "action.comment", said, values, words={"text": text})


def delete(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Delete an action."""
    scope = hands.scopes["d", owner]
    action = hands.one_of(_open(hands, device, scope), record)
    if action is not None:
        thing = ("action", action)
        seen = hands.ledger.seen_whole(device, scope, thing)
        pending = hands.do(device, scope, "action.delete", thing, {}, ["deleted"])
        hands.ledger.delete(device, pending, action, seen)


def restore(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Undo a deletion."""
    scope = hands.scopes["d", owner]
    rows = hands.rows(device, scope, "action")
    action = hands.one_of([one for one, doc in rows.items() if doc["deleted"]], record)
    if action is not None:
        hands.do(device, scope, "action.restore", ("action", action), {}, ["deleted"])


def qualify(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Confirm the hours of what was done."""
    scope = hands.scopes["d", owner]
    rows = hands.rows(device, scope, "action")
    done = [one for one, doc in rows.items() if doc["status"] == "done"]
    action = hands.one_of(done, record)
    if action is None:
        return
    comment = hands.about(owner) if hands.random.random() < 0.7 else None
    values = {"hours": hands.random.randrange(6), "comment": comment}
    words = {"qualification": comment}
    hands.do(device, scope, "action.qualify", ("action", action), values, ["status"], words=words)


def _open(hands: Hands, device: Device, scope: int) -> list[str]:
    """List the actions a device shows as not deleted, the ones it has just made among them."""
    received = hands.rows(device, scope, "action")
    pending = [p.id for p in device.shelf.lanes[scope] if p.type == "action.create"]
    shown = {one: None for one, doc in received.items() if not doc["deleted"]}
    return list(shown | dict.fromkeys(one for one in pending if one not in received))


def _day(hands: Hands) -> str:
    today = datetime.fromtimestamp(hands.now() / 1000, UTC).date()
    return (today + timedelta(days=hands.random.randint(-10, 60))).isoformat()

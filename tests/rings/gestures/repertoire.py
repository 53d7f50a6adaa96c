"""Who does what, how often, and what several devices do to one record without knowing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.devices.device import Device

from . import actions, appointments, messages, notes
from .choices import choose
from .hands import Hands

#: A gesture in a dossier (owner), on a record of one's choice unless one is given.
Gesture = Callable[[Hands, Device, str, str | None], None]

ANYBODY, ADVISORS, YOUNG_PERSON = "anybody", "advisors", "young person"


@dataclass(frozen=True)
class Domain:
    """What people do with one kind of record: how often, and who."""

    often: tuple[tuple[Gesture, int, str], ...]
    #: Kind of record several devices may change at once, and how.
    kind: str
    at_once: tuple[Gesture, ...]
    #: Scope kind the record lives in.
    home: str = "d"


DOMAINS = {
    "messages": Domain(
        often=(
            (messages.write, 8, ANYBODY),
            (messages.rewrite, 6, ANYBODY),
            (messages.take_back, 2, ANYBODY),
            (messages.read, 3, ANYBODY),
            (messages.flag, 3, ADVISORS),
            (messages.handle, 1, ADVISORS),
        ),
        kind="message",
        at_once=(messages.rewrite, messages.rewrite, messages.rewrite, messages.take_back),
    ),
    "actions": Domain(
        often=(
            (actions.create, 5, ANYBODY),
            (actions.edit, 6, ANYBODY),
            (actions.change_status, 4, ANYBODY),
            (actions.comment, 4, ANYBODY),
            (actions.delete, 2, ANYBODY),
            (actions.restore, 2, ANYBODY),
            (actions.qualify, 2, ADVISORS),
        ),
        kind="action",
        at_once=(
            actions.edit,
            actions.edit,
            actions.edit,
            actions.change_status,
            actions.comment,
            actions.delete,
            actions.delete,
        ),
    ),
    "appointments": Domain(
        often=(
            (appointments.create, 4, ADVISORS),
            (appointments.move, 5, ADVISORS),
            (appointments.edit, 5, ADVISORS),
            (appointments.cancel, 2, ADVISORS),
            (appointments.restore, 3, ADVISORS),
            (appointments.attend, 2, ADVISORS),
            (appointments.answer, 5, YOUNG_PERSON),
        ),
        kind="appointment",
        at_once=(appointments.move, appointments.edit, appointments.answer, appointments.cancel),
    ),
    "notes": Domain(
        often=(
            (notes.write, 4, ADVISORS),
            (notes.edit, 5, ADVISORS),
            (notes.delete, 2, ADVISORS),
            (notes.restore, 2, ADVISORS),
        ),
        kind="note",
        at_once=(notes.edit, notes.edit, notes.delete),
        home="n",
    ),
}


def act(hands: Hands, device: Device) -> None:
    """Make one gesture, whichever is possible."""
    owner, turn = hands.dossier(device), hands.random.random()
    if owner is None or turn < 0.05:
        messages.prefer(hands, device)
    elif turn < 0.2:
        choose(hands, device)
    else:
        # The devices of a story fit in a few hours: most speak of one thing at a time.
        domain = DOMAINS[hands.random.choice(hands.subjects)]
        _one_of(hands, device, domain)(hands, device, owner, None)


def _one_of(hands: Hands, device: Device, domain: Domain) -> Gesture:
    """Choose a gesture of this side, or of another, as a forger would."""
    is_forger = hands.random.random() < 0.02
    side = ADVISORS if hands.is_advisor(device) else YOUNG_PERSON
    found = [
        (gesture, weight)
        for gesture, weight, who in domain.often
        if is_forger or who in (ANYBODY, side)
    ]
    if not found:
        return messages.write
    gestures, weights = zip(*found, strict=True)
    chosen: Gesture = hands.random.choices(gestures, weights)[0]
    return chosen


def disagree(hands: Hands, devices: list[Device]) -> None:
    """Change the same record on several devices that all show it, each in its own way."""
    domain = DOMAINS[hands.random.choice(hands.subjects)]
    first = hands.random.choice(devices)
    mine = hands.people[first.name].id
    for owner in hands.random.sample(hands.dossiers, k=len(hands.dossiers)):
        scope = hands.scopes[domain.home, owner]
        rows = hands.rows(first, scope, domain.kind) if scope in first.shelf.cursors else {}
        record = hands.one_of(
            [i for i, doc in rows.items() if doc.get("author", mine) == mine], None
        )
        if record is None:
            continue
        for device in devices:
            if scope in device.shelf.cursors:
                hands.random.choice(_allowed(hands, device, domain))(hands, device, owner, record)
        return


def _allowed(hands: Hands, device: Device, domain: Domain) -> list[Gesture]:
    side = ADVISORS if hands.is_advisor(device) else YOUNG_PERSON
    sides = {gesture: who for gesture, _, who in domain.often}
    found = [one for one in domain.at_once if sides[one] in (ANYBODY, side)]
    return found or [messages.read]

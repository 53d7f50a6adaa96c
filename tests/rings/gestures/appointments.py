"""What people do with appointments."""

from __future__ import annotations

from tests.devices.device import Device
from tests.devices.shelf import Json
from tests.rings.chance import HOUR, MINUTE
from tests.rings.reading import DETAILS, WHEN_WHERE

from .hands import Hands

_TYPES = ("interview", "workshop", "group_information", "other")
_ATTENDANCES = ("unknown", "present", "excused", "absent", "cancelled_by_service")


def create(hands: Hands, device: Device, owner: str, _record: str | None = None) -> None:
    """Give an appointment to one or several young people of one's own."""
    others = [one for one in hands.shown_dossiers(device) if one != owner]
    guests = [owner, *hands.random.sample(others, k=hands.random.randint(0, len(others)))]
    appointment, mark = device.new_id(), len(hands.guests)
    hands.guests[mark] = {hands.scopes["d", one] for one in guests}
    hands.marks[appointment] = mark
    participants: list[Json] = [
        {"id": device.new_id(), "young_person": one, "s": hands.scopes["d", one]} for one in guests
    ]
    for one in participants:
        hands.ledger.made["appointment", one["id"]] = one["s"]
        hands.ledger.shared[one["id"]] = appointment
    words: dict[str, object] = {
        WHEN_WHERE: _when_where(hands, mark),
        DETAILS: _details(hands, mark),
    }
    values = {"participants": participants, **_spread(words)}
    record = ("appointment", appointment)
    scope = hands.scopes["d", owner]
    hands.do(device, scope, "appointment.create", record, values, words=words)


def move(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Change when and where, for everybody."""
    _write_shared(hands, device, owner, record, WHEN_WHERE)


def edit(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Change what it is, for everybody."""
    _write_shared(hands, device, owner, record, DETAILS)


def _write_shared(hands: Hands, device: Device, owner: str, record: str | None, group: str) -> None:
    scope = hands.scopes["d", owner]
    one = hands.one_of(kept(hands, device, scope), record)
    if one is None:
        return
    mark = hands.marks[hands.ledger.shared[one]]
    value = (_when_where if group == WHEN_WHERE else _details)(hands, mark)
    type_ = "appointment.move" if group == WHEN_WHERE else "appointment.edit"
    thing = ("appointment", one)
    hands.do(device, scope, type_, thing, value, [group], words={group: value})


def cancel(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Cancel for this young person, or for all."""
    scope = hands.scopes["d", owner]
    one = hands.one_of(kept(hands, device, scope), record)
    if one is not None:
        values = {"everyone": hands.random.random() < 0.5}
        thing = ("appointment", one)
        hands.do(device, scope, "appointment.cancel", thing, values, ["cancelled"])


def restore(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Undo a cancellation."""
    scope = hands.scopes["d", owner]
    rows = hands.rows(device, scope, "appointment")
    one = hands.one_of([one for one, doc in rows.items() if doc["cancelled"]], record)
    if one is not None:
        values = {"everyone": hands.random.random() < 0.5}
        thing = ("appointment", one)
        hands.do(device, scope, "appointment.restore", thing, values, ["cancelled"])


def answer(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Say whether one comes, with or without words; sometimes take the answer back."""
    scope = hands.scopes["d", owner]
    one = hands.one_of(kept(hands, device, scope), record)
    if one is None:
        return
    choice = hands.random.choice(["coming", "not_coming", "not_coming", None])
    reason = hands.random.choice(["transport", "health", None]) if choice == "not_coming" else None
    text = hands.about(owner) if choice and hands.random.random() < 0.8 else None
    values = {"answer": choice, "reason": reason, "text": text}
    words = {"answer": values if choice else None}
    thing = ("appointment", one)
    hands.do(device, scope, "appointment.answer", thing, values, ["answer"], words=words)


def attend(hands: Hands, device: Device, owner: str, record: str | None = None) -> None:
    """Note who came."""
    scope = hands.scopes["d", owner]
    one = hands.one_of(kept(hands, device, scope), record)
    if one is not None:
        values = {"attendance": hands.random.choice(_ATTENDANCES)}
        thing = ("appointment", one)
        hands.do(device, scope, "appointment.attend", thing, values, ["attendance"])


def kept(hands: Hands, device: Device, scope: int) -> list[str]:
    """List the appointments a device received and does not show as cancelled."""
    rows = hands.rows(device, scope, "appointment")
    return [one for one, doc in rows.items() if doc["cancelled"] is None]


def _when_where(hands: Hands, mark: int) -> Json:
    starts = hands.now() + hands.random.choice([-3, 1, 26, 200]) * HOUR
    modality = hands.random.choice(["in_person", "phone", "video"])
    place = hands.text(f"a{mark}")
    return {
        "starts": starts,
        "ends": starts + hands.random.choice([30, 60]) * MINUTE,
        "modality": modality,
        "place": place,
    }


def _details(hands: Hands, mark: int) -> Json:
    words = {name: hands.text(f"a{mark}") for name in ("precision", "bring", "note")}
    absent = hands.random.choice([None, None, "bring", "note"])
    if absent:
        words[absent] = ""
    return {"type": hands.random.choice(_TYPES), **{k: v or None for k, v in words.items()}}


def _spread(groups: dict[str, object]) -> Json:
    values: Json = {}
    for group in groups.values():
        assert isinstance(group, dict)
        values |= group
    return values

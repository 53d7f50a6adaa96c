"""Choosing between two versions never costs a third one that the person had not read."""

from __future__ import annotations

from tests.factories import World
from tests.server.wire import Wire, intent


def dispute(world: World) -> tuple[Wire, Wire, int, str]:
    """Give Karim's phone and tablet after both changed « zéro », the phone first."""
    phone, tablet = world.wire(world.karim), world.wire(world.karim)
    scope = world.dossier(world.karim)
    message = intent(1, "message.send", text="zéro")
    phone.push(scope, message)
    seen = {"text": world.version(scope)}
    phone.push(scope, intent(2, "message.edit", message["id"], text="du téléphone", base=seen))
    tablet.push(scope, intent(1, "message.edit", message["id"], text="de la tablette", base=seen))
    return phone, tablet, scope, message["id"]


def choose(wire: Wire, world: World, choice: str) -> None:
    """Close the first conflict as this device shows it."""
    conflict = wire.rows("conflict")[0]
    closing = intent(1, "conflict.close", conflict["id"], choice=choice, base={"state": 0})
    wire.push(world.own_scope(world.karim), closing)


def readable(wire: Wire) -> set[str]:
    """Give every version of the message that Karim can still read."""
    shown = {row["d"]["text"] for row in wire.rows("message")}
    sides = [row["d"][side]["value"] for row in wire.rows("conflict") for side in ("kept", "lost")]
    return shown | set(sides)


def test_words_that_who_chose_had_not_read_are_kept_when_others_come_back(world: World) -> None:
    phone, tablet, scope, message = dispute(world)
    seen = {"text": world.version(scope)}
    phone.push(scope, intent(3, "message.edit", message, text="encore autre chose", base=seen))

    choose(tablet, world, "restored")

    assert tablet.rows("message")[0]["d"]["text"] == "du téléphone"
    assert "encore autre chose" in readable(tablet)
    assert [row["d"]["state"] for row in tablet.rows("conflict")] == ["restored", "open"]


def test_a_device_that_changed_its_own_words_before_choosing_is_asked_nothing_more(
    world: World,
) -> None:
    phone, _, scope, message = dispute(world)
    seen = {"text": world.version(scope)}
    phone.push(scope, intent(3, "message.edit", message, text="encore autre chose", base=seen))

    choose(phone, world, "restored")

    assert phone.rows("message")[0]["d"]["text"] == "du téléphone"
    assert [row["d"]["state"] for row in phone.rows("conflict")] == ["restored"]


def test_undoing_a_choice_asks_again_with_what_was_shown_first(world: World) -> None:
    phone, tablet, _, _ = dispute(world)
    choose(tablet, world, "restored")
    conflict = tablet.rows("conflict")[0]

    undoing = intent(
        2, "conflict.close", conflict["id"], choice="open", base={"state": conflict["v"]}
    )
    tablet.push(world.own_scope(world.karim), undoing)

    assert phone.rows("message")[0]["d"]["text"] == "de la tablette"
    assert [row["d"]["state"] for row in phone.rows("conflict")] == ["open"]


def test_a_choice_undone_by_who_had_not_seen_it_stands(world: World) -> None:
    phone, tablet, _, _ = dispute(world)
    choose(tablet, world, "restored")
    conflict = tablet.rows("conflict")[0]

    undoing = intent(1, "conflict.close", conflict["id"], choice="kept", base={"state": 0})
    answer = phone.push(world.own_scope(world.karim), undoing)

    assert answer[0]["o"] == "rejected"
    assert [row["d"]["state"] for row in phone.rows("conflict")] == ["restored"]

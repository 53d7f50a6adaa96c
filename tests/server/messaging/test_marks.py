"""« Reçu » and « Lu »: what they mean, and that they never go back."""

from __future__ import annotations

from tests.factories import World
from tests.server.wire import Json, Wire, intent


def marks(wire: Wire) -> Json:
    found: Json = wire.rows("thread")[0]["d"]
    return found


def take(wire: Wire) -> Json:
    """Pull as a device does, and give the cursor it then holds."""
    return {str(e["s"]): [e["epoch"], e["to"]] for e in wire.pull()["scopes"]}


def test_received_is_said_once_a_device_of_the_other_side_holds_the_message(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))
    cursor = take(nadia)
    assert marks(karim)["advisor"]["received"] == 0, "sending an answer proves nothing"

    nadia.pull(cursor)

    assert marks(karim)["advisor"] == {"received": 1, "read": 0}


def test_ones_own_messages_are_not_received_by_oneself(world: World) -> None:
    karim = world.wire(world.karim)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))

    karim.pull(take(karim))

    assert marks(karim)["young_person"]["received"] == 0


def test_a_message_that_arrived_after_the_cursor_is_not_received(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    scope = world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Un"))
    cursor = take(nadia)
    karim.push(scope, intent(2, "message.send", text="Deux"))

    nadia.pull(cursor)

    assert marks(karim)["advisor"]["received"] == 1


def test_reading_implies_having_received_and_never_goes_back(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    scope = world.dossier(world.karim)
    karim.push(scope, *(intent(n, "message.send", text=str(n)) for n in (1, 2, 3)))

    nadia.push(scope, intent(1, "thread.read", world.karim.id, seq=3))
    late = nadia.push(scope, intent(2, "thread.read", world.karim.id, seq=1))

    assert late[0]["o"] == "noop"
    assert marks(karim)["advisor"] == {"received": 3, "read": 3}


def test_nobody_reads_further_than_the_last_message(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Seul"))

    nadia.push(world.dossier(world.karim), intent(1, "thread.read", world.karim.id, seq=99))

    assert marks(karim)["advisor"]["read"] == 1


def test_a_young_person_may_keep_their_reading_to_themselves(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    scope = world.dossier(world.karim)
    nadia.push(scope, intent(1, "message.send", text="Bonjour Karim"))
    karim.push(
        world.own_scope(world.karim),
        intent(1, "preferences.set", world.karim.id, share_read=False),
    )

    outcome = karim.push(scope, intent(1, "thread.read", world.karim.id, seq=1))

    assert outcome[0]["o"] == "noop"
    assert marks(nadia)["young_person"]["read"] == 0


def test_ones_own_position_stays_in_ones_own_scope(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))

    nadia.push(world.own_scope(world.nadia), intent(1, "read_position.set", world.karim.id, seq=1))

    assert [row["d"] for row in nadia.rows("read_position")] == [{"seq": 1}]
    assert karim.rows("read_position") == []


def test_what_is_not_written_yet_cannot_be_answered(world: World) -> None:
    karim, nadia = world.wire(world.karim), world.wire(world.nadia)
    karim.push(world.dossier(world.karim), intent(1, "message.send", text="Bonjour"))

    nadia.push(world.notes(world.karim), intent(1, "triage.handle", world.karim.id, seq=1_000_000))

    assert nadia.rows("triage")[0]["d"]["handled"] == 1

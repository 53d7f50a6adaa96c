"""An advisor's two devices changed the same note: both versions stay, for its author alone."""

from __future__ import annotations

from datetime import date, timedelta

from tests.factories import World
from tests.server.wire import Json, Wire, intent


class TwoDevices:
    """A note of Nadia on her desk and her phone, which have not heard of each other since."""

    def __init__(self, world: World) -> None:
        self.world, self.scope = world, world.notes(world.karim)
        self.own = world.own_scope(world.nadia)
        self.note = world.add_note()
        self.desk, self.phone = world.wire(world.nadia), world.wire(world.nadia)
        self.seen = {"text": self.desk.rows("note")[0]["v"]}

    def push(self, wire: Wire, n: int, type_: str, **values: str) -> Json:
        made = intent(n, type_, self.note, base=self.seen, **values)
        return wire.push(self.scope, made)[0]

    @property
    def shown(self) -> Json:
        found: Json = self.desk.rows("note")[0]["d"]
        return found

    def conflict(self) -> Json:
        (found,) = self.desk.rows("conflict")
        return found

    def choose(self, wire: Wire, n: int, choice: str) -> Json:
        conflict = self.conflict()
        closing = intent(
            n, "conflict.close", conflict["id"], base={"state": conflict["v"]}, choice=choice
        )
        return wire.push(self.own, closing)[0]


def test_two_versions_of_a_note_are_both_kept(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.desk, 1, "note.edit", text="Écrit au bureau")

    outcome = both.push(both.phone, 1, "note.edit", text="Écrit au téléphone")

    conflict = both.conflict()
    assert (outcome["o"], outcome["kept"]) == ("merged", [conflict["id"]])
    assert conflict["d"]["record"] == {"k": "note", "id": both.note}
    versions = {conflict["d"][side]["value"] for side in ("kept", "lost")}
    assert versions == {"Écrit au bureau", "Écrit au téléphone"}
    assert both.shown["text"] == conflict["d"]["kept"]["value"]


def test_a_colleague_who_reads_the_note_is_not_asked_about_its_versions(world: World) -> None:
    both = TwoDevices(world)
    world.stand_in_for_nadia(date.today() + timedelta(days=3))
    both.push(both.desk, 1, "note.edit", text="Écrit au bureau")
    both.push(both.phone, 1, "note.edit", text="Écrit au téléphone")

    marc = world.wire(world.marc)

    assert marc.rows("note")
    assert marc.rows("conflict") == []


def test_the_version_that_lost_comes_back_and_the_choice_can_be_undone(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.desk, 1, "note.edit", text="Écrit au bureau")
    both.push(both.phone, 1, "note.edit", text="Écrit au téléphone")
    versions = both.conflict()["d"]

    assert both.choose(both.phone, 1, "restored")["o"] == "applied"
    assert both.shown["text"] == versions["lost"]["value"]

    assert both.choose(both.phone, 2, "open")["o"] == "applied"
    assert both.shown["text"] == versions["kept"]["value"]


def test_words_that_who_chose_had_not_read_are_kept_in_their_turn(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.desk, 1, "note.edit", text="Écrit au bureau")
    both.push(both.phone, 1, "note.edit", text="Écrit au téléphone")
    third = world.wire(world.nadia)
    later = intent(
        1, "note.edit", both.note, base={"text": world.version(both.scope)}, text="Encore autre"
    )
    third.push(both.scope, later)

    both.choose(both.phone, 1, "restored")

    states = {row["d"]["state"] for row in both.desk.rows("conflict")}
    lost = {row["d"]["lost"]["value"] for row in both.desk.rows("conflict")}
    assert states == {"open", "restored"}
    assert "Encore autre" in lost


def test_a_deletion_that_did_not_know_an_edit_wins_and_the_words_stay_for_the_author(
    world: World,
) -> None:
    both = TwoDevices(world)
    both.push(both.desk, 1, "note.edit", text="Corrigé")

    outcome = both.push(both.phone, 1, "note.delete")

    assert outcome["o"] == "merged"
    assert both.shown["text"] is None
    assert both.conflict()["d"]["lost"]["value"] == "Corrigé"


def test_an_edit_that_did_not_know_a_deletion_does_not_lose_its_words(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.phone, 1, "note.delete")

    outcome = both.push(both.desk, 1, "note.edit", text="Corrigé")

    assert outcome["o"] == "merged"
    assert (both.shown["text"], both.shown["edited"]) == (None, None)
    assert both.conflict()["d"]["lost"]["value"] == "Corrigé"


def test_choosing_the_words_over_a_deletion_brings_the_note_back(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.phone, 1, "note.delete")
    both.push(both.desk, 1, "note.edit", text="Corrigé")

    assert both.choose(both.desk, 1, "restored")["o"] == "applied"
    assert (both.shown["text"], both.shown["deleted"]) == ("Corrigé", None)

    assert both.choose(both.desk, 2, "open")["o"] == "applied"
    assert both.shown["text"] is None
    assert both.shown["deleted"] is not None


def test_words_do_not_come_back_over_a_deletion_that_was_not_shown(world: World) -> None:
    both = TwoDevices(world)
    both.push(both.desk, 1, "note.edit", text="Écrit au bureau")
    both.push(both.phone, 1, "note.edit", text="Écrit au téléphone")
    both.desk.push(
        both.scope, intent(2, "note.delete", both.note, base={"text": world.version(both.scope)})
    )

    outcome = both.choose(both.phone, 1, "restored")

    assert (outcome["o"], outcome["why"]) == ("rejected", "gone")
    assert both.shown["text"] is None

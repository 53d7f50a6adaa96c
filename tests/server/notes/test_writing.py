"""Private notes: written among advisors, changed by their author alone, never lost."""

from __future__ import annotations

from typing import Any

import pytest

from server.kernel.clock import DAY_MS, move_clock, now_ms
from server.kernel.ids import new_id
from tests.factories import World
from tests.server.wire import Json, Wire, intent


def note_of(wire: Wire) -> Json:
    rows = wire.rows("note")
    assert len(rows) == 1, rows
    found: Json = rows[0]["d"]
    return found


def written(world: World, text: str = "Frère malade") -> tuple[Wire, int, str]:
    """Nadia writes one note: her device, the scope, the id."""
    nadia, scope, note = world.wire(world.nadia), world.notes(world.karim), new_id()
    nadia.push(scope, intent(1, "note.write", note, text=text))
    return nadia, scope, note


def test_a_note_says_who_wrote_it_and_when(world: World) -> None:
    move_clock(60_000)  # the dossier is older than the note
    nadia, _, _ = written(world, "  Frère malade,\nmoins disponible le matin. ")

    note = note_of(nadia)

    assert 0 <= now_ms() - note.pop("at") < 10_000
    assert note == {
        "text": "Frère malade,\nmoins disponible le matin.",
        "author": world.nadia.id,
        "name": "Nadia Benali",
        "edited": None,
        "deleted": None,
    }


def test_a_note_sent_twice_is_one_note(world: World) -> None:
    nadia, scope, note = written(world)

    again = nadia.push(scope, intent(2, "note.write", note, text="Frère malade"))

    assert again == [{"n": 2, "o": "noop"}]
    assert note_of(nadia)["text"] == "Frère malade"


def test_a_note_is_changed_days_later_and_says_so(world: World) -> None:
    nadia, scope, note = written(world)
    move_clock(40 * DAY_MS)
    nadia = world.wire(world.nadia)

    nadia.push(scope, intent(1, "note.edit", note, base={"text": 99}, text="Frère guéri"))

    assert note_of(nadia)["text"] == "Frère guéri"
    assert note_of(nadia)["edited"] > note_of(nadia)["at"]


def test_a_deleted_note_leaves_a_trace_without_its_words(world: World) -> None:
    nadia, scope, note = written(world, "Des mots de trop")

    nadia.push(scope, intent(2, "note.delete", note))

    everything = world.wire(world.nadia).post(pull={"cursor": {}}).text
    assert "Des mots de trop" not in everything
    assert note_of(nadia)["text"] is None
    assert note_of(nadia)["deleted"] is not None


def test_a_deleted_note_comes_back_with_its_words(world: World) -> None:
    nadia, scope, note = written(world)
    nadia.push(scope, intent(2, "note.delete", note))

    outcome = world.wire(world.nadia).push(scope, intent(1, "note.restore", note))

    assert outcome == [{"n": 1, "o": "applied"}]
    assert (note_of(nadia)["text"], note_of(nadia)["deleted"]) == ("Frère malade", None)


def test_deleting_and_bringing_back_without_network_arrive_together(world: World) -> None:
    nadia, scope, note = written(world)

    outcomes = nadia.push(
        scope,
        intent(2, "note.delete", note),
        intent(3, "note.restore", note),
        intent(4, "note.edit", note, text="Frère guéri"),
    )

    assert [one["o"] for one in outcomes] == ["applied"] * 3
    assert note_of(nadia)["text"] == "Frère guéri"
    assert nadia.rows("conflict") == []


def test_bringing_back_what_was_never_deleted_changes_nothing(world: World) -> None:
    nadia, scope, note = written(world)

    assert nadia.push(scope, intent(2, "note.restore", note)) == [{"n": 2, "o": "noop"}]


@pytest.mark.parametrize("type_", ["note.write", "note.edit"])
@pytest.mark.parametrize(
    ("text", "why"),
    [("", "validation"), (" \n ", "validation"), ("a" * 4_001, "too_large"), (None, "validation")],
)
def test_empty_and_too_long_words_are_refused(
    world: World, type_: str, text: Any, why: str
) -> None:
    nadia, scope, note = written(world)
    about = note if type_ == "note.edit" else new_id()

    outcome = nadia.push(scope, intent(2, type_, about, text=text))

    assert outcome == [{"n": 2, "o": "rejected", "why": why}]
    assert note_of(nadia)["text"] == "Frère malade"


def test_words_of_the_greatest_length_are_accepted(world: World) -> None:
    nadia, _, _ = written(world, " " + "é" * 4_000 + "\n")

    assert len(note_of(nadia)["text"]) == 4_000


def test_changing_a_note_seen_deleted_is_refused_as_gone(world: World) -> None:
    nadia, scope, note = written(world)
    nadia.push(scope, intent(2, "note.delete", note))

    outcome = nadia.push(scope, intent(3, "note.edit", note, text="Autrement"))

    assert outcome == [{"n": 3, "o": "rejected", "why": "gone"}]


def test_a_note_travels_in_no_other_lane(world: World) -> None:
    nadia = world.wire(world.nadia)

    outcome = nadia.push(world.dossier(world.karim), intent(1, "note.write", text="Au jeune"))

    assert outcome == [{"n": 1, "o": "rejected", "why": "unknown_type"}]
    assert nadia.rows("note") == []

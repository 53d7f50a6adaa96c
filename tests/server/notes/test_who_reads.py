"""Private notes reach the advisors of a dossier while they follow it, and nobody else."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from server.kernel.audit import AuditEntry
from server.kernel.clock import DAY_MS, move_clock, now_ms
from server.kernel.database import read_only
from server.kernel.ids import new_id
from tests.factories import World
from tests.server.wire import Json, Wire, intent

WORDS = "Frère malade, moins disponible le matin."
PARIS = ZoneInfo("Europe/Paris")


def everything(wire: Wire) -> str:
    """Give the raw text of all that a new device of somebody receives."""
    text, more = "", None
    cursor: Json = {}
    while True:
        answer = wire.post(pull={"cursor": cursor, "more": more})
        text += answer.text
        half = answer.json["pull"]  # type: ignore[index]
        for entry in half["scopes"]:
            if not entry["part"]:
                cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
        more = half["more"]
        if more is None:
            return text


def leave_traces(world: World) -> None:
    """Write a note about Karim in every way: written, edited, disputed, deleted, brought back."""
    note, scope = world.add_note(), world.notes(world.karim)
    desk, phone = world.wire(world.nadia), world.wire(world.nadia)
    seen = {"text": world.version(scope)}
    desk.push(scope, intent(1, "note.edit", note, base=seen, text=f"{WORDS} Bureau"))
    phone.push(scope, intent(1, "note.edit", note, base=seen, text=f"{WORDS} Téléphone"))
    desk.push(scope, intent(2, "note.delete", note), intent(3, "note.restore", note))


def test_nothing_of_a_note_is_in_what_a_young_person_receives(world: World) -> None:
    leave_traces(world)
    assert "malade" in everything(world.wire(world.nadia)), "there must be something to hide"

    received = everything(world.wire(world.karim))

    assert "malade" not in received
    assert '"note"' not in received
    assert f'"s":{world.notes(world.karim)}' not in received


def test_a_young_person_who_asks_for_the_advisors_side_is_told_it_is_not_there(
    world: World,
) -> None:
    world.add_note()
    notes, unknown = world.notes(world.karim), 999_999

    half = world.wire(world.karim).pull(
        {str(notes): [1, 0], str(unknown): [1, 0]}, lanes=[notes, unknown]
    )

    assert {one["s"] for one in half["drop"]} == {notes, unknown}
    assert notes not in {entry["s"] for entry in half["scopes"]}


def test_nobody_else_receives_a_note(world: World) -> None:
    world.add_note()

    for name in ("ines", "marc", "paule", "stranger"):
        assert "malade" not in everything(world.wire(getattr(world, name))), name


def test_a_note_of_another_dossier_and_an_unknown_one_are_the_same_answer(world: World) -> None:
    theirs, mine = world.add_note(), world.notes(world.ines)
    marc = world.wire(world.marc)

    outcomes = marc.push(
        mine,
        *(
            intent(n, type_, id_, text="À moi") if type_ in TEXTS else intent(n, type_, id_)
            for n, (type_, id_) in enumerate(
                ((type_, id_) for type_ in TYPES for id_ in (theirs, new_id())), start=1
            )
        ),
    )

    assert {(one["o"], one["why"]) for one in outcomes} == {("rejected", "forbidden")}
    assert len(outcomes) == 6


TYPES = ("note.edit", "note.delete", "note.restore")
TEXTS = ("note.edit", "note.write")


def test_ones_own_note_is_changed_through_its_own_dossier_only(world: World) -> None:
    note = world.add_note()
    world.follow_more(world.nadia, 1)
    nadia = world.wire(world.nadia)
    grants = [row["d"] for row in nadia.rows("grant") if row["d"]["kind"] == "n"]
    (other,) = [one["scope"] for one in grants if one["owner"] != world.karim.id]

    outcome = nadia.push(other, intent(1, "note.edit", note, text="Autrement"))

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert nadia.rows("note")[0]["d"]["text"] == WORDS


def test_an_id_used_elsewhere_cannot_be_taken_again(world: World) -> None:
    taken = world.add_note()

    outcome = world.wire(world.marc).push(
        world.notes(world.ines), intent(1, "note.write", taken, text="À moi maintenant")
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]


def last_day(world: World) -> int:
    """Let Marc stand in for Nadia for two days more; give the instant of their last midnight."""
    day = datetime.fromtimestamp(now_ms() / 1000, PARIS).date() + timedelta(days=2)
    world.stand_in_for_nadia(day)
    end = datetime.combine(day + timedelta(days=1), datetime.min.time(), PARIS)
    return round(end.timestamp() * 1000)


def test_a_stand_in_reads_and_writes_until_the_last_day_and_not_after(world: World) -> None:
    world.add_note()
    start, ends = now_ms(), last_day(world)
    notes, dossier = world.notes(world.karim), world.dossier(world.karim)

    move_clock(ends - start - 60_000)
    marc = world.wire(world.marc)
    assert [row["d"]["text"] for row in marc.rows("note")] == [WORDS]
    assert marc.push(notes, intent(1, "note.write", text="Vu ce soir"))[0]["o"] == "applied"
    assert marc.push(dossier, intent(1, "message.send", text="Bonsoir"))[0]["o"] == "applied"

    move_clock(ends - start + 60_000)
    marc = world.wire(world.marc)
    forbidden = [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert marc.push(notes, intent(1, "note.write", text="Trop tard")) == forbidden
    assert marc.push(dossier, intent(1, "message.send", text="Bonjour")) == forbidden
    assert "malade" not in everything(marc)
    assert {row["d"]["text"] for row in world.wire(world.nadia).rows("note")} == {
        WORDS,
        "Vu ce soir",
    }


def test_a_stand_in_whose_time_is_over_no_longer_changes_their_own_note(world: World) -> None:
    ends = last_day(world)
    notes, note = world.notes(world.karim), new_id()
    world.wire(world.marc).push(notes, intent(1, "note.write", note, text="De Marc"))

    move_clock(ends - now_ms() + 60_000)

    outcome = world.wire(world.marc).push(notes, intent(1, "note.edit", note, text="Autrement"))
    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]


@pytest.mark.parametrize("type_", TYPES)
def test_a_stand_in_reads_a_note_of_another_but_leaves_it_alone(world: World, type_: str) -> None:
    note = world.add_note()
    world.stand_in_for_nadia(date.today() + timedelta(days=2))
    values = {"text": "Réécrit"} if type_ in TEXTS else {}

    outcome = world.wire(world.marc).push(
        world.notes(world.karim), intent(1, type_, note, **values)
    )

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert world.wire(world.nadia).rows("note")[0]["d"]["text"] == WORDS


def test_a_device_left_behind_forgets_the_dossier_when_the_time_is_over(world: World) -> None:
    world.add_note()
    ends = last_day(world)
    marc = world.wire(world.marc)
    cursor = {str(one["s"]): [one["epoch"], one["to"]] for one in marc.pull()["scopes"]}

    move_clock(ends - now_ms() + DAY_MS)
    half = world.wire(world.marc).pull(cursor)

    dropped = {one["s"] for one in half["drop"]}
    assert {world.notes(world.karim), world.dossier(world.karim)} <= dropped


def test_the_dossier_names_the_stand_in_and_the_last_day(world: World) -> None:
    world.stand_in_for_nadia(date(2027, 3, 5))

    advisors = world.wire(world.karim).rows("young_person")[0]["d"]["advisors"]

    assert [(one["first_name"], one["role"], one["until"]) for one in advisors] == [
        ("Nadia", "referent", None),
        ("Marc", "stand_in", "2027-03-05"),
    ]


def test_every_gesture_on_a_note_leaves_a_line_without_its_words(world: World) -> None:
    leave_traces(world)

    with read_only() as session:
        lines = session.scalars(select(AuditEntry).where(AuditEntry.verb.like("note.%"))).all()

    assert {line.verb for line in lines} == {
        "note.write",
        "note.edit",
        "note.delete",
        "note.restore",
    }
    assert {line.about_id for line in lines} == {world.karim.id}
    assert {line.by_id for line in lines} == {world.nadia.id}
    assert not [line for line in lines if "malade" in f"{line.verb}{line.thing_id}"]

"""What may be done to an appointment, by whom, in which state of it; every refusal says why."""

from __future__ import annotations

import pytest

from server.kernel.audit import AuditEntry
from server.kernel.clock import MINUTE_MS, move_clock, now_ms
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from server.replication.doctor import differences
from tests.factories import World
from tests.server.wire import Json, intent

from .scene import (
    CHANGED,
    HOUR,
    LATE,
    NOTHING,
    OK,
    act,
    caseload,
    conflicts,
    follow,
    gesture,
    karims,
    meet,
    only,
    place_at,
    row,
    shown,
    tomorrow,
)


def in_state(world: World, state: str) -> str:
    """Make an appointment of Karim in a state; give its id."""
    starts = {"coming": tomorrow(), "today": now_ms(), "over": now_ms() - 2 * HOUR}
    [karim] = meet(world, [world.karim], starts=starts.get(state, tomorrow()))
    if state == "cancelled":
        nadia = world.wire(world.nadia)
        nadia.push(
            world.dossier(world.karim), intent(1, "appointment.cancel", karim, everyone=False)
        )
    return karim


#: state -> gesture -> outcome, for whoever may do it.
STATES: dict[str, dict[str, tuple[str, str | None]]] = {
    "coming": {
        "move": OK,
        "edit": OK,
        "cancel": OK,
        "restore": NOTHING,
        "answer": OK,
        "attend": CHANGED,
    },
    "today": {
        "move": OK,
        "edit": OK,
        "cancel": OK,
        "restore": NOTHING,
        "answer": OK,
        "attend": OK,
    },
    "over": {
        "move": OK,
        "edit": OK,
        "cancel": OK,
        "restore": NOTHING,
        "answer": LATE,
        "attend": OK,
    },
    "cancelled": {
        "move": CHANGED,
        "edit": CHANGED,
        "cancel": NOTHING,
        "restore": OK,
        "answer": CHANGED,
        "attend": CHANGED,
    },
}


@pytest.mark.parametrize(
    ("state", "type_"), [(state, type_) for state, row in STATES.items() for type_ in row]
)
def test_each_gesture_in_each_state(world: World, state: str, type_: str) -> None:
    karim = in_state(world, state)
    scope = world.dossier(world.karim)
    wire = world.wire(world.karim if type_ == "answer" else world.nadia)
    before = shown(wire, karim)

    outcome = wire.push(scope, gesture(type_, karim, world.version(scope)))

    assert only(outcome) == STATES[state][type_]
    if outcome[0]["o"] != "applied":
        assert shown(wire, karim) == before


@pytest.mark.parametrize("type_", ["move", "edit", "cancel", "restore", "attend"])
def test_a_young_person_does_none_of_the_gestures_of_their_advisor(
    world: World, type_: str
) -> None:
    [karim] = meet(world, [world.karim], starts=now_ms())
    scope, wire = world.dossier(world.karim), world.wire(world.karim)
    before = shown(wire, karim)

    assert only(wire.push(scope, gesture(type_, karim, 1))) == ("rejected", "forbidden")
    assert shown(wire, karim) == before


def test_an_advisor_does_not_answer_for_a_young_person(world: World) -> None:
    [karim] = meet(world, [world.karim])
    scope = world.dossier(world.karim)

    outcome = world.wire(world.nadia).push(scope, gesture("answer", karim, world.version(scope)))

    assert only(outcome) == ("rejected", "forbidden")


def test_a_move_reaches_every_dossier_and_asks_everybody_again(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    ids = meet(world, [world.karim, lea])
    for person, id_ in zip((world.karim, lea), ids, strict=True):
        scope = world.dossier(person)
        seen = {"answer": world.version(scope)}
        world.wire(person).push(
            scope, intent(1, "appointment.answer", id_, base=seen, answer="coming", text="Oui !")
        )
    later = place_at(tomorrow() + 2 * HOUR, modality="video", place="https://visio.example.org/a")

    assert act(world, world.nadia, "move", ids[0], **later) == OK

    for person, id_ in zip((world.karim, lea), ids, strict=True):
        now = shown(world.wire(person), id_)
        assert {name: now[name] for name in later} == later
        assert (now["answer"], now["answered"]) == (None, None)
        assert now["answer_text"] == "Oui !"  # what somebody wrote stays to be read
        assert now["sequence"] == 1
    with unit_of_work(by=SYSTEM) as uow:
        moved = uow.session.query(AuditEntry).filter_by(verb="appointment.move")
        assert {(one.about_id, one.thing_id) for one in moved} == {
            (world.karim.id, ids[0]),
            (lea.id, ids[1]),
        }
        assert list(differences(uow.session)) == []


def test_new_details_reach_every_dossier_and_leave_the_answers(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    ids = meet(world, [world.karim, lea])
    assert act(world, world.karim, "answer", ids[0], answer="coming") == OK
    details = {"type": "workshop", "precision": None, "bring": "Un stylo", "note": "On rit"}

    assert act(world, world.nadia, "edit", ids[0], **details) == OK

    for person, id_ in zip((world.karim, lea), ids, strict=True):
        now = shown(world.wire(person), id_)
        assert {name: now[name] for name in details} == details
        assert now["sequence"] == 0
    assert karims(world, ids[0])["answer"] == "coming"


def test_the_same_move_twice_changes_nothing(world: World) -> None:
    [karim] = meet(world, [world.karim])
    held = karims(world, karim)
    same = {name: held[name] for name in ("starts", "ends", "modality", "place")}

    assert act(world, world.nadia, "move", karim, **same) == NOTHING
    assert karims(world, karim) == held


def test_cancelling_for_one_leaves_the_others(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, leas = meet(world, [world.karim, lea])

    assert act(world, world.nadia, "cancel", karim, everyone=False) == OK

    assert karims(world, karim)["cancelled"] is not None
    assert karims(world, karim)["sequence"] == 1
    left = shown(world.wire(lea), leas)
    assert (left["cancelled"], left["sequence"]) == (None, 0)


def test_undoing_a_cancellation_brings_back_exactly_those_it_had_cancelled(world: World) -> None:
    lea, tom = caseload(world, world.nadia, 2)
    karim, leas, toms = meet(world, [world.karim, lea, tom])
    nadia = world.wire(world.nadia)
    nadia.push(world.dossier(tom), intent(1, "appointment.cancel", toms, everyone=False))
    move_clock(MINUTE_MS)

    assert act(world, world.nadia, "cancel", karim, everyone=True) == OK
    held = [shown(world.wire(one), id_) for one, id_ in ((world.karim, karim), (lea, leas))]
    assert [(one["cancelled"] is not None, one["sequence"]) for one in held] == [(True, 1)] * 2
    assert act(world, world.nadia, "restore", karim, everyone=True) == OK

    held = [shown(world.wire(one), id_) for one, id_ in ((world.karim, karim), (lea, leas))]
    assert [(one["cancelled"], one["sequence"]) for one in held] == [(None, 2)] * 2
    assert shown(world.wire(tom), toms)["cancelled"] is not None
    assert shown(world.wire(tom), toms)["sequence"] == 1


@pytest.mark.parametrize(
    ("type_", "values", "why"),
    [
        ("move", {"starts": 1}, "validation"),
        ("move", place_at(1), "validation"),
        ("move", {**place_at(now_ms()), "place": "x" * 251}, "too_large"),
        ("edit", {"type": "other"}, "validation"),
        ("edit", {"type": "visit", "note": "x" * 1025}, "too_large"),
        ("cancel", {}, "validation"),
        ("cancel", {"everyone": "yes"}, "validation"),
        ("restore", {"everyone": 3}, "validation"),
        ("attend", {}, "validation"),
        ("attend", {"attendance": "asleep"}, "validation"),
        ("attend", {"attendance": "present", "hours": 3}, "unknown_type"),
    ],
)
def test_what_cannot_be_read_is_refused(world: World, type_: str, values: Json, why: str) -> None:
    [karim] = meet(world, [world.karim], starts=now_ms())
    before = karims(world, karim)

    assert act(world, world.nadia, type_, karim, **values) == ("rejected", why)
    assert karims(world, karim) == before


def test_a_cancellation_undone_elsewhere_is_kept_when_it_comes_too_late(world: World) -> None:
    follow(world, world.marc, world.karim)
    [karim] = meet(world, [world.karim])
    move_clock(HOUR)
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    scope, seen, at = world.dossier(world.karim), row(nadia, karim)["v"], now_ms() - MINUTE_MS
    base = {"cancelled": seen}
    nadia.push(
        scope,
        intent(1, "appointment.cancel", karim, base=base, everyone=False),
        intent(2, "appointment.restore", karim, base=base),
    )

    late = intent(1, "appointment.cancel", karim, base=base, at=at, everyone=True)
    outcome = marc.push(scope, late)

    assert outcome[0]["o"] == "merged"
    assert shown(nadia, karim)["cancelled"] is None
    assert [one["group"] for one in conflicts(world, world.marc)] == ["cancelled"]

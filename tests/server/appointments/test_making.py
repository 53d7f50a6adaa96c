"""An advisor makes an appointment for those they follow: all of them at once, or none."""

from __future__ import annotations

import pytest

from server.appointments.models import Appointment, Participant
from server.kernel.clock import DAY_MS, now_ms
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.wire import Json, intent

from .scene import HOUR, caseload, invited, made, only, place_at, shown, tomorrow


def nothing_was_made() -> bool:
    with unit_of_work(by=SYSTEM) as uow:
        return not uow.session.query(Participant).count() + uow.session.query(Appointment).count()


def test_an_appointment_is_in_the_dossier_as_soon_as_the_answer_says_applied(world: World) -> None:
    [karim] = participants = invited(world, [world.karim])
    starts = tomorrow()
    sent = made(
        1,
        participants,
        **place_at(starts, place=" Salle 2 "),
        type="other",
        precision="Portes ouvertes",
        bring="Votre CV",
        note="  ",
    )

    outcome = world.wire(world.nadia).push(world.dossier(world.karim), sent)

    assert outcome == [{"n": 1, "o": "applied"}]
    assert shown(world.wire(world.karim), karim["id"]) == {
        "appointment": sent["id"],
        "type": "other",
        "precision": "Portes ouvertes",
        "starts": starts,
        "ends": starts + HOUR,
        "modality": "in_person",
        "place": "Salle 2",
        "bring": "Votre CV",
        "note": None,
        "organiser": {"id": world.nadia.id, "name": "Nadia Benali"},
        "cancelled": None,
        "answer": None,
        "answer_reason": None,
        "answer_text": None,
        "answered": None,
        "attendance": "unknown",
        "sequence": 0,
    }


def test_an_interview_is_what_is_made_when_nothing_else_is_said(world: World) -> None:
    [karim] = participants = invited(world, [world.karim])

    world.wire(world.nadia).push(world.dossier(world.karim), made(1, participants))

    assert shown(world.wire(world.karim), karim["id"])["type"] == "interview"


def test_the_same_appointment_sent_again_changes_nothing(world: World) -> None:
    [karim] = participants = invited(world, [world.karim])
    scope, nadia = world.dossier(world.karim), world.wire(world.nadia)
    sent = made(1, participants)
    nadia.push(scope, sent)
    version = world.version(scope)

    assert nadia.push(scope, sent) == [{"n": 1, "o": "duplicate", "was": {"o": "applied"}}]
    again = {**sent, "n": 2, "u": new_id()}
    assert nadia.push(scope, again) == [{"n": 2, "o": "noop"}]
    assert world.version(scope) == version
    assert len(world.wire(world.karim).rows("appointment")) == 1
    assert karim["id"] == world.wire(world.karim).rows("appointment")[0]["id"]


def test_an_id_used_elsewhere_cannot_be_taken(world: World) -> None:
    [karim] = participants = invited(world, [world.karim])
    sent = made(1, participants)
    world.wire(world.nadia).push(world.dossier(world.karim), sent)
    marc, scope = world.wire(world.marc), world.dossier(world.ines)
    [ines] = invited(world, [world.ines])

    outcomes = marc.push(
        scope,
        {**made(1, [ines]), "id": sent["id"]},
        made(2, [{**ines, "id": karim["id"]}]),
        made(3, [ines]),
    )

    forbidden = ("rejected", "forbidden")
    assert [(one["o"], one.get("why")) for one in outcomes] == [
        forbidden,
        forbidden,
        ("applied", None),
    ]


def outsiders(world: World) -> dict[str, Json]:
    [ines] = invited(world, [world.ines])
    return {
        "somebody else's": ines,
        "under the scope of mine": {**ines, "s": world.dossier(world.karim)},
        "mine under somebody else's scope": {
            **invited(world, [caseload(world, world.nadia, 1)[0]])[0],
            "s": ines["s"],
        },
        "nobody": {**ines, "young_person": new_id()},
        "a scope that is not there": {**ines, "s": 2**40},
        "an advisor": {**ines, "young_person": world.nadia.id, "s": world.own_scope(world.nadia)},
    }


@pytest.mark.parametrize(
    "which",
    [
        "somebody else's",
        "under the scope of mine",
        "mine under somebody else's scope",
        "nobody",
        "a scope that is not there",
        "an advisor",
    ],
)
def test_when_one_of_them_is_not_followed_nothing_is_made_and_nothing_is_learnt(
    world: World, which: str
) -> None:
    outsider = outsiders(world)[which]
    participants = [*invited(world, [world.karim]), outsider]
    before = [world.version(world.dossier(one)) for one in (world.karim, world.ines)]

    outcome = world.wire(world.nadia).push(world.dossier(world.karim), made(1, participants))

    assert outcome == [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert nothing_was_made()
    assert [world.version(world.dossier(one)) for one in (world.karim, world.ines)] == before


def test_an_appointment_travels_in_the_lane_of_the_first_one_asked(world: World) -> None:
    [other] = caseload(world, world.nadia, 1)
    participants = invited(world, [other, world.karim])

    outcome = world.wire(world.nadia).push(world.dossier(world.karim), made(1, participants))

    assert only(outcome) == ("rejected", "validation")
    assert nothing_was_made()


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"participants": []}, "validation"),
        ({"participants": None}, "validation"),
        ({"participants": "tous"}, "validation"),
        ({"participants": [7]}, "validation"),
        ({"participants": [{"id": "x", "young_person": "x", "s": "x"}]}, "validation"),
        ({"type": "picnic"}, "validation"),
        ({"type": "other"}, "validation"),
        ({"type": "other", "precision": "  "}, "validation"),
        ({"modality": "pigeon"}, "validation"),
        ({"starts": "demain"}, "validation"),
        ({"starts": None}, "validation"),
        ({"ends": "start"}, "validation"),
        ({"ends": 12 * HOUR + 1}, "validation"),
        ({"starts": -(366 * DAY_MS) - HOUR}, "validation"),
        ({"starts": 732 * DAY_MS}, "validation"),
        ({"place": "x" * 251}, "too_large"),
        ({"precision": "x" * 251}, "too_large"),
        ({"bring": "x" * 1025}, "too_large"),
        ({"note": "x" * 1025}, "too_large"),
        ({"place": 7}, "validation"),
        ({"organiser": "moi"}, "unknown_type"),
    ],
)
def test_what_does_not_make_an_appointment_is_refused(world: World, values: Json, why: str) -> None:
    participants = invited(world, [world.karim])
    given = {"participants": participants, **place_at(tomorrow())}
    if isinstance(values.get("starts"), int):
        given |= place_at(now_ms() + values["starts"])
    elif isinstance(values.get("ends"), int):
        given["ends"] = given["starts"] + values["ends"]
    elif values.get("ends") == "start":
        given["ends"] = given["starts"]
    else:
        given |= values

    outcome = world.wire(world.nadia).push(
        world.dossier(world.karim), intent(1, "appointment.create", **given)
    )

    assert only(outcome) == ("rejected", why)
    assert nothing_was_made()


def test_nobody_is_asked_twice_and_no_more_than_a_hundred(world: World) -> None:
    [karim] = invited(world, [world.karim])
    twice = [karim, {**karim, "id": new_id()}]
    crowd = [karim, *({**karim, "id": new_id(), "young_person": new_id()} for _ in range(100))]

    outcomes = world.wire(world.nadia).push(karim["s"], made(1, twice), made(2, crowd))

    assert [one["why"] for one in outcomes] == ["validation", "too_large"]
    assert nothing_was_made()


@pytest.mark.parametrize("starts", [-(366 * DAY_MS) + HOUR, 730 * DAY_MS])
def test_an_appointment_may_be_written_down_long_after_or_long_before(
    world: World, starts: int
) -> None:
    participants = invited(world, [world.karim])

    sent = made(1, participants, **place_at(now_ms() + starts, hours=12))
    outcome = world.wire(world.nadia).push(world.dossier(world.karim), sent)

    assert only(outcome) == ("applied", None)

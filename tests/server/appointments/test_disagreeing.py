"""Two people who wrote the same appointment without knowing each other: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.kernel.clock import MINUTE_MS, move_clock, now_ms
from server.kernel.policy import SYSTEM, Actor
from server.kernel.unit_of_work import unit_of_work
from server.replication.doctor import differences
from tests.factories import World
from tests.server.wire import Json, Wire, intent

from .scene import (
    HOUR,
    caseload,
    conflicts,
    follow,
    meet,
    only,
    place_at,
    row,
    shown,
    tomorrow,
    unfollow,
)


@pytest.fixture(autouse=True)
def the_feed_says_what_the_tables_say(world: World) -> Iterator[None]:
    """Whatever was decided, the devices are shown exactly that."""
    yield
    with unit_of_work(by=SYSTEM) as uow:
        assert list(differences(uow.session)) == []


def moved(n: int, id_: str, seen: int, to: Json, *, at: int | None = None) -> Json:
    return intent(n, "appointment.move", id_, base={"when_where": seen}, at=at or now_ms(), **to)


def when_where(wire: Wire, id_: str) -> Json:
    held = shown(wire, id_)
    return {name: held[name] for name in ("starts", "ends", "modality", "place")}


EARLY, LATE = (
    place_at(tomorrow() + HOUR, place="Salle 1"),
    place_at(tomorrow() + 3 * HOUR, modality="phone", place="01 23 45 67 89"),
)


@pytest.mark.parametrize("first_to_arrive", ["earlier edit", "later edit"])
def test_two_advisors_move_the_same_group_offline_and_everybody_sees_one_of_the_two(
    world: World, first_to_arrive: str
) -> None:
    [lea] = caseload(world, world.nadia, 1)
    follow(world, world.marc, world.karim)
    follow(world, world.marc, lea)
    karim, leas = meet(world, [world.karim, lea])
    move_clock(HOUR)
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    at = now_ms()
    by_nadia = moved(1, karim, row(nadia, karim)["v"], EARLY, at=at - MINUTE_MS)
    by_marc = moved(1, leas, row(marc, leas)["v"], LATE, at=at)
    sendings = [
        (nadia, world.dossier(world.karim), by_nadia),
        (marc, world.dossier(lea), by_marc),
    ]
    if first_to_arrive == "later edit":
        sendings.reverse()

    outcomes = [wire.push(scope, sent)[0] for wire, scope, sent in sendings]

    assert [one["o"] for one in outcomes] == ["applied", "merged"]
    for person, id_ in ((world.karim, karim), (lea, leas)):
        assert when_where(world.wire(person), id_) == LATE
        assert world.wire(person).rows("conflict") == []
    for advisor in (world.nadia, world.marc):
        [conflict] = conflicts(world, advisor)
        assert conflict["group"] == "when_where"
        kept, lost = conflict["kept"], conflict["lost"]
        assert kept.pop("at") > lost.pop("at")
        assert kept == {"value": LATE, "author": world.marc.id, "name": world.marc.name}
        assert lost == {"value": EARLY, "author": world.nadia.id, "name": world.nadia.name}


def disagree(world: World, lea: Actor) -> tuple[str, str, Json]:
    """Let Nadia and Marc move Karim's and Léa's appointment; give the ids and the conflict row."""
    follow(world, world.marc, world.karim)
    follow(world, world.marc, lea)
    karim, leas = meet(world, [world.karim, lea])
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    at, scope = now_ms(), world.dossier(world.karim)
    seen = row(nadia, karim)["v"]
    nadia.push(scope, moved(1, karim, seen, EARLY, at=at - MINUTE_MS))
    marc.push(scope, moved(1, karim, seen, LATE, at=at))
    [conflict] = world.wire(world.nadia).rows("conflict")
    return karim, leas, conflict


def close(world: World, by: Actor, conflict: Json, choice: str, n: int = 1) -> Json:
    seen = {"state": world.version(world.notes(world.karim))}
    sent = intent(n, "conflict.close", conflict["id"], base=seen, choice=choice)
    [outcome] = world.wire(by).push(world.notes(world.karim), sent)
    return outcome


def test_what_was_put_back_is_put_back_in_every_dossier(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, leas, conflict = disagree(world, lea)

    assert close(world, world.nadia, conflict, "restored")["o"] == "applied"

    for person, id_ in ((world.karim, karim), (lea, leas)):
        assert when_where(world.wire(person), id_) == EARLY
        assert shown(world.wire(person), id_)["sequence"] == 3
    assert [one["state"] for one in conflicts(world, world.marc)] == ["restored"]


def test_a_version_nobody_was_shown_is_kept_when_another_is_put_back(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, leas, conflict = disagree(world, lea)
    marc = world.wire(world.marc)
    third = place_at(tomorrow() + 5 * HOUR, place="Mairie")
    marc.push(world.dossier(lea), moved(1, leas, row(marc, leas)["v"], third))

    close(world, world.nadia, conflict, "restored")

    assert when_where(world.wire(world.karim), karim) == EARLY
    opened = [one for one in conflicts(world, world.nadia) if one["state"] == "open"]
    assert [one["lost"]["value"] for one in opened] == [third]
    assert opened[0]["lost"]["author"] == world.marc.id


def test_a_version_is_not_put_back_in_a_cancelled_appointment(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, _, conflict = disagree(world, lea)
    cancel = intent(1, "appointment.cancel", karim, everyone=True)
    world.wire(world.nadia).push(world.dossier(world.karim), cancel)

    outcome = close(world, world.nadia, conflict, "restored")

    assert (outcome["o"], outcome["why"]) == ("rejected", "invalid_transition")
    assert when_where(world.wire(world.karim), karim) == LATE


def test_a_stand_in_whose_time_is_over_can_no_longer_do_anything(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, _, conflict = disagree(world, lea)
    unfollow(world, world.marc, world.karim)
    marc, scope = world.wire(world.marc), world.dossier(world.karim)

    outcomes = marc.push(
        scope,
        moved(1, karim, world.version(scope), EARLY),
        intent(2, "appointment.cancel", karim, everyone=True),
    )

    assert [(one["o"], one["why"]) for one in outcomes] == [("rejected", "forbidden")] * 2
    assert close(world, world.marc, conflict, "restored")["why"] == "forbidden"
    assert when_where(world.wire(world.karim), karim) == LATE


def test_who_follows_another_participant_only_reads_the_conflict_there(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    follow(world, world.marc, lea)
    karim, leas = meet(world, [world.karim, lea])
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    seen, at = row(nadia, karim)["v"], now_ms()
    marc.push(world.dossier(lea), moved(1, leas, row(marc, leas)["v"], EARLY, at=at - MINUTE_MS))

    outcome = nadia.push(world.dossier(world.karim), moved(1, karim, seen, LATE, at=at))

    assert outcome[0]["o"] == "merged"
    [held] = world.wire(world.marc).rows("conflict")
    assert held["d"]["record"] == {"k": "appointment", "id": leas}
    assert held["d"]["lost"]["value"] == EARLY
    assert karim not in str(world.wire(world.marc).rows("conflict"))
    assert sorted(one["record"]["id"] for one in conflicts(world, world.nadia)) == sorted(
        [karim, leas]
    )


def test_ones_own_two_moves_through_two_dossiers_are_no_disagreement(world: World) -> None:
    [lea] = caseload(world, world.nadia, 1)
    karim, leas = meet(world, [world.karim, lea])
    move_clock(HOUR)
    nadia, at = world.wire(world.nadia), now_ms()
    first = moved(1, karim, row(nadia, karim)["v"], EARLY, at=at - MINUTE_MS)
    second = moved(1, leas, row(nadia, leas)["v"], LATE, at=at)

    nadia.push(world.dossier(lea), second)
    nadia.push(world.dossier(world.karim), first)

    assert when_where(world.wire(lea), leas) == LATE
    assert when_where(world.wire(world.karim), karim) == LATE
    assert conflicts(world, world.nadia) == []


def test_the_details_of_two_advisors_are_both_kept(world: World) -> None:
    follow(world, world.marc, world.karim)
    [karim] = meet(world, [world.karim])
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    scope, seen = world.dossier(world.karim), {"details": row(nadia, karim)["v"]}
    nadia.push(scope, intent(1, "appointment.edit", karim, base=seen, type="visit", bring="CV"))

    marc.push(
        scope, intent(1, "appointment.edit", karim, base=seen, type="visit", note="Venez tôt")
    )

    assert shown(nadia, karim)["note"] == "Venez tôt"
    [conflict] = conflicts(world, world.nadia)
    assert conflict["group"] == "details"
    assert conflict["lost"]["value"] == {
        "type": "visit",
        "precision": None,
        "bring": "CV",
        "note": None,
    }
    assert conflicts(world, world.karim) == []
    close(world, world.marc, world.wire(world.marc).rows("conflict")[0], "restored")
    assert shown(nadia, karim)["bring"] == "CV"
    assert shown(nadia, karim)["note"] is None


def test_a_move_and_new_details_at_the_same_time_both_stand(world: World) -> None:
    follow(world, world.marc, world.karim)
    [karim] = meet(world, [world.karim])
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    scope, seen = world.dossier(world.karim), row(nadia, karim)["v"]
    nadia.push(scope, moved(1, karim, seen, LATE))

    edit = intent(1, "appointment.edit", karim, base={"details": seen}, type="visit")
    outcome = marc.push(scope, edit)

    assert only(outcome) == ("applied", None)
    assert when_where(nadia, karim) == LATE
    assert shown(nadia, karim)["type"] == "visit"


def test_a_version_of_a_stand_in_who_left_is_kept_once(world: World) -> None:
    follow(world, world.marc, world.karim)
    [karim] = meet(world, [world.karim])
    nadia, marc = world.wire(world.nadia), world.wire(world.marc)
    scope, seen = world.dossier(world.karim), row(nadia, karim)["v"]
    marc.push(scope, moved(1, karim, seen, EARLY))
    unfollow(world, world.marc, world.karim)

    outcome = nadia.push(scope, moved(1, karim, seen, LATE))

    assert outcome[0]["o"] == "merged"
    [conflict] = conflicts(world, world.nadia)
    assert conflict["lost"]["name"] == world.marc.name

"""Every dossier a gesture writes is locked at once, in ascending order; never somebody else's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.kernel.audit import AuditEntry
from server.kernel.locks import HeldScopes, LockedScope
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from server.replication import push
from server.replication.doctor import differences
from tests.factories import World
from tests.server.wire import intent

from .scene import HOUR, caseload, invited, made, meet, place_at, shown, tomorrow


@dataclass
class Watch:
    """The scopes locked by a push, in order, and how many times it was tried."""

    locks: list[int] = field(default_factory=list)
    tries: int = 0

    def clear(self) -> None:
        """Look at the next push only."""
        self.locks.clear()
        self.tries = 0


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Watch pushes lock and try."""
    seen, hold, decide = Watch(), HeldScopes.hold, push._decide

    def noting_hold(scopes: HeldScopes, scope: LockedScope) -> None:
        seen.locks.append(scope.id)
        hold(scopes, scope)

    def noting_decide(*args: Any, **options: Any) -> push.SliceAnswer:
        seen.tries += 1
        return decide(*args, **options)

    monkeypatch.setattr(HeldScopes, "hold", noting_hold)
    monkeypatch.setattr(push, "_decide", noting_decide)
    return seen


def test_twelve_people_are_asked_in_one_push_and_their_dossiers_are_locked_in_order(
    world: World, count_queries: Callable[[], AbstractContextManager[list[str]]], watch: Watch
) -> None:
    people = caseload(world, world.nadia, 14)
    nadia, counts = world.wire(world.nadia), []
    for n, group in enumerate((people[:2], people[:1:-1])):
        sent = invited(world, group)
        watch.clear()
        with count_queries() as statements:
            outcome = nadia.push(sent[0]["s"], made(1, sent))
        counts.append(len(statements))

        assert outcome == [{"n": 1, "o": "applied"}], n
        assert watch.tries == 1, "everything was locked at the first try"
        assert watch.locks == sorted(one["s"] for one in sent)

    assert counts[1] - counts[0] <= 10 * 2, "two statements more for each person at most"
    with unit_of_work(by=SYSTEM) as uow:
        assert list(differences(uow.session)) == []
        made_about = uow.session.query(AuditEntry).filter_by(verb="appointment.create")
        assert {one.about_id for one in made_about} == {one.id for one in people}


def test_a_group_is_moved_at_the_second_try_however_many_they_are(
    world: World, watch: Watch
) -> None:
    people = caseload(world, world.nadia, 12)
    ids, nadia = meet(world, people), world.wire(world.nadia)
    scopes = [world.dossier(one) for one in people]
    seen = {"when_where": world.version(scopes[3])}
    moved = intent(1, "appointment.move", ids[3], base=seen, **place_at(tomorrow() + HOUR))
    watch.clear()

    nadia.push(scopes[3], moved)

    assert watch.tries == 2
    assert watch.locks == [scopes[3], *sorted(scopes)]


def test_a_disagreement_about_a_group_is_settled_at_the_second_try_too(
    world: World, watch: Watch
) -> None:
    people = caseload(world, world.nadia, 3)
    ids, nadia = meet(world, people), world.wire(world.nadia)
    scope = world.dossier(people[1])
    unseen = intent(1, "appointment.move", ids[1], **place_at(tomorrow() + HOUR))
    watch.clear()

    outcomes = nadia.push(scope, unseen)

    assert outcomes[0]["o"] == "merged"
    assert watch.tries == 2


def test_what_is_made_may_be_changed_in_the_same_slice(world: World, watch: Watch) -> None:
    lea, scope = caseload(world, world.nadia, 1)[0], world.dossier(world.karim)
    nadia, asked = world.wire(world.nadia), invited(world, [world.karim, lea])
    karim, later = asked[0]["id"], place_at(tomorrow() + HOUR)
    watch.clear()

    outcomes = nadia.push(
        scope,
        made(1, asked),
        intent(2, "appointment.move", karim, base={"when_where": 0}, **later),
        intent(3, "appointment.edit", karim, base={"details": 0}, type="visit"),
        intent(4, "appointment.cancel", karim, base={"cancelled": 0}, everyone=True),
    )

    assert [one["o"] for one in outcomes] == ["applied"] * 4
    assert watch.tries == 1
    held = shown(world.wire(lea), asked[1]["id"])
    assert (held["starts"], held["type"], held["sequence"]) == (later["starts"], "visit", 2)
    assert held["cancelled"] is not None


def test_a_scope_that_is_not_mine_is_never_locked_for_me(world: World, watch: Watch) -> None:
    asked, nadia = invited(world, [world.karim, world.ines]), world.wire(world.nadia)
    watch.clear()

    nadia.push(asked[0]["s"], made(1, asked))

    assert set(watch.locks) == {asked[0]["s"]}

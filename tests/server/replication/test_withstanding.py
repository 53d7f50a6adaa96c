"""One person's device, gone mad or hostile, must not take everybody else's place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from server.kernel.errors import TooMany
from server.kernel.ids import new_id
from server.kernel.policy import SYSTEM, Actor
from server.kernel.scopes import ScopeGrant, revoke_grant
from server.kernel.unit_of_work import unit_of_work
from server.replication import admission
from tests.factories import World, make_world
from tests.server.wire import ORIGIN, intent


def test_slices_of_scopes_that_are_not_mine_cost_no_transaction_each(
    world: World, count_queries: Callable[[], object]
) -> None:
    karim, mine = world.wire(world.karim), world.dossier(world.karim)
    karim.push(mine, intent(1, "message.send", text="Premier"))
    theirs = [world.dossier(world.ines), *range(500_000, 500_040)]
    slices = [{"s": scope, "m": [intent(1, "message.send", text="x")]} for scope in theirs]

    with count_queries() as seen:  # type: ignore[attr-defined]
        answer = karim.post(
            push=[*slices, {"s": mine, "m": [intent(2, "message.send", text="y")]}]
        ).json

    assert answer is not None
    refused, accepted = answer["push"][:-1], answer["push"][-1]
    outcomes = [{"n": 1, "o": "rejected", "why": "forbidden"}]
    assert refused == [{"s": scope, "v": 0, "last": 0, "r": outcomes} for scope in theirs]
    assert accepted["r"] == [{"n": 2, "o": "applied"}]
    assert len(seen) <= 24, "\n".join(seen)


def test_a_debt_of_work_is_paid_before_the_next_exchange() -> None:
    admission.admit("karim", rate=1, now=0.0)
    admission.charge("karim", 20)

    with pytest.raises(TooMany) as refusal:
        admission.admit("karim", rate=1, now=1.0)

    assert refusal.value.retry_after == 11
    admission.admit("karim", rate=1, now=13.0)


def test_many_intents_count_for_more_than_one_exchange(variant: Callable[..., Flask]) -> None:
    app = variant(sync_rate=1)
    with app.app_context():
        world = make_world(app)
        karim, scope = world.wire(world.karim), world.dossier(world.karim)
        statuses = []
        for first in (1, 51, 101, 151):
            batch = [intent(n, "message.send", text="x") for n in range(first, first + 50)]
            statuses.append(karim.post(push=[{"s": scope, "m": batch}]).status_code)

    assert statuses == [200, 200, 429, 429]


def test_a_build_with_odd_digits_is_answered(world: World) -> None:
    answer = world.wire(world.karim).post(app="²", pull={"cursor": {}})

    assert answer.status_code == 426, "no number of ours: as old as can be"


def test_claiming_an_old_version_writes_nothing(
    world: World, count_queries: Callable[[], object]
) -> None:
    scope = world.dossier(world.karim)
    nadia, karim = world.wire(world.nadia), world.wire(world.karim)
    nadia.push(scope, intent(1, "message.send", text="Un"))
    nadia.push(scope, intent(2, "message.send", text="Deux"))
    epoch = next(entry["epoch"] for entry in karim.pull()["scopes"] if entry["s"] == scope)

    with count_queries() as seen:  # type: ignore[attr-defined]
        karim.pull({str(scope): [epoch, 1]})

    assert not [one for one in seen if one.startswith(("UPDATE", "INSERT"))], "\n".join(seen)


def test_restoring_words_needs_the_right_to_the_thread(world: World) -> None:
    dossier, own = world.dossier(world.karim), world.own_scope(world.nadia)
    nadia, message = world.wire(world.nadia), new_id()
    nadia.push(dossier, intent(1, "message.send", message, text="Premiers mots"))
    seen = {"text": world.version(dossier)}
    other = world.wire(world.nadia)
    other.push(dossier, intent(1, "message.edit", message, text="A", base=seen))
    third = world.wire(world.nadia)
    lost = third.push(dossier, intent(1, "message.edit", message, text="B", base=seen))
    assert lost[0]["o"] == "merged"
    end_grant(world, world.nadia, world.karim)

    outcomes = nadia.push(own, intent(1, "conflict.close", lost[0]["kept"][0], choice="restored"))

    assert outcomes == [{"n": 1, "o": "rejected", "why": "forbidden"}]


def end_grant(world: World, advisor: Actor, young_person: Actor) -> None:
    with unit_of_work(by=SYSTEM, scopes=[world.own_scope(advisor)]) as uow:
        grant = uow.session.scalars(
            select(ScopeGrant).where(
                ScopeGrant.user_id == advisor.id,
                ScopeGrant.kind == "d",
                ScopeGrant.owner == young_person.id,
            )
        ).one()
        revoke_grant(uow, grant)


def test_a_body_too_deep_or_with_absurd_numbers_is_refused_as_unreadable(world: World) -> None:
    browser = world.browser(world.karim)
    bodies = [b"[" * 100_000, b'{"version":' + b"1" * 5_000 + b"}", b"{"]

    answers = [
        browser.post(path, data=body, headers=ORIGIN, content_type="application/json")
        for path in ("/api/me/terms", "/api/sessions", "/api/invitations/preview")
        for body in bodies
    ]

    assert {answer.status_code for answer in answers} <= {400, 422}

"""The device that used a code may ask again for some minutes; to all others it is unknown."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.identity.invitations import issue_invitation
from server.identity.models import Account
from server.kernel.clock import MINUTE_MS, move_clock
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.caseloads.invitations import code_for_awa, invite, preview, redeem
from tests.server.identity.people import PASSWORD, said
from tests.server.wire import ORIGIN

SECRET = secrets.token_urlsafe(32)
ANOTHER = secrets.token_urlsafe(32)
UNKNOWN = "ACDE-FG34"


def code_for_marc(world: World) -> str:
    with unit_of_work(by=world.paule) as uow:
        account = uow.session.get_one(Account, world.marc.id)
        return issue_invitation(uow, account=account, purpose="first").code


def test_the_same_device_comes_in_again_when_the_answer_was_lost(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    lost = app.test_client()
    redeem(lost, code, secret=SECRET)
    device = app.test_client()

    assert preview(device, code, secret=SECRET).json["first_name"] == "Awa"  # type: ignore[index]
    assert redeem(device, code, secret=SECRET).status_code == 200
    assert device.get("/api/me").json["first_name"] == "Awa"  # type: ignore[index]
    assert lost.get("/api/me").status_code == 401, "the session of the lost answer has ended"
    assert len(device.get("/api/me/sessions").json["sessions"]) == 1  # type: ignore[index]


def test_an_advisor_too_comes_in_again_with_the_password_typed_last(
    world: World, app: Flask
) -> None:
    code = code_for_marc(world)
    lost, device = app.test_client(), app.test_client()
    redeem(lost, code, secret=SECRET, password="une autre phrase longue")

    answer = redeem(device, code, secret=SECRET, password=PASSWORD)

    assert answer.json["first_name"] == "Marc"  # type: ignore[index]
    assert lost.get("/api/me").status_code == 401
    form = {"email": "marc.leroy@example.org", "password": PASSWORD}
    assert app.test_client().post("/api/sessions", json=form, headers=ORIGIN).status_code == 200


@pytest.mark.parametrize("secret", [ANOTHER, None])
@pytest.mark.parametrize("role", ["young_person", "advisor"])
def test_another_secret_hears_what_an_unknown_code_hears(
    world: World, app: Flask, secret: str | None, role: str
) -> None:
    code = code_for_marc(world) if role == "advisor" else code_for_awa(world)
    redeem(app.test_client(), code, secret=SECRET, password=PASSWORD)
    thief = app.test_client()
    never = said(redeem(thief, UNKNOWN, secret=secret, password=PASSWORD))

    assert said(redeem(thief, code, secret=secret, password=PASSWORD)) == never
    assert said(preview(thief, code, secret=secret)) == never
    assert never[1]["code"] == "invitation_unknown"
    assert thief.get("/api/me").status_code == 401


def test_a_code_used_without_a_secret_is_opened_by_none(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    redeem(app.test_client(), code)

    assert redeem(app.test_client(), code, secret=SECRET).status_code == 404


@pytest.mark.parametrize(("later", "status"), [(14 * MINUTE_MS, 200), (16 * MINUTE_MS, 404)])
def test_it_may_ask_again_for_a_quarter_of_an_hour(
    world: World, app: Flask, later: int, status: int
) -> None:
    code = code_for_awa(world)
    redeem(app.test_client(), code, secret=SECRET)
    move_clock(later)

    assert redeem(app.test_client(), code, secret=SECRET).status_code == status


def test_asking_again_does_not_make_the_quarter_of_an_hour_longer(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    redeem(app.test_client(), code, secret=SECRET)
    move_clock(14 * MINUTE_MS)
    redeem(app.test_client(), code, secret=SECRET)
    move_clock(16 * MINUTE_MS)

    assert redeem(app.test_client(), code, secret=SECRET).status_code == 404


def test_a_new_code_stops_the_device_that_used_the_old_one(world: World, app: Flask) -> None:
    invited = invite(world)
    code, person = invited["invitation"]["code"], invited["young_person"]["id"]
    redeem(app.test_client(), code, secret=SECRET)
    world.browser(world.nadia).post(f"/api/young-people/{person}/invitations", headers=ORIGIN)

    assert redeem(app.test_client(), code, secret=SECRET).status_code == 404


def test_a_session_that_was_ended_is_not_opened_again(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    device = app.test_client()
    redeem(device, code, secret=SECRET)
    device.delete("/api/me/sessions/current", headers=ORIGIN)

    assert redeem(app.test_client(), code, secret=SECRET).status_code == 404


def test_of_eight_secrets_at_the_same_moment_one_gets_in(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    made = [secrets.token_urlsafe(32) for _ in range(8)]

    with ThreadPoolExecutor(8) as people:
        tries = people.map(lambda one: redeem(app.test_client(), code, secret=one), made)

    assert sorted(one.status_code for one in tries) == [200] + [404] * 7


def test_a_secret_somebody_could_guess_leaves_the_code_good(
    world: World, client: FlaskClient
) -> None:
    code = code_for_awa(world)

    status, body = said(redeem(client, code, secret="1234"))

    assert (status, list(body["errors"])) == (422, ["secret"])
    assert redeem(client, code, secret=SECRET).status_code == 200

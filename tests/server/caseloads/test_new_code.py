"""« Nouveau code » gives access back to a young person and ends their old sessions."""

from __future__ import annotations

from flask import Flask

from tests.factories import World
from tests.server.caseloads.invitations import invite, redeem
from tests.server.wire import ORIGIN


def new_code(world: World) -> str:
    path = f"/api/young-people/{world.karim.id}/invitations"
    answer = world.browser(world.nadia).post(path, headers=ORIGIN)
    assert answer.status_code == 201
    code: str = answer.json["invitation"]["code"]  # type: ignore[index]
    return code


def test_old_sessions_end_and_the_new_code_opens_one(world: World, app: Flask) -> None:
    phone, tablet = world.browser(world.karim), world.browser(world.karim)

    code = new_code(world)

    assert [one.get("/api/me").status_code for one in (phone, tablet)] == [401, 401]
    assert redeem(phone, code).status_code == 200
    assert phone.get("/api/me").json["id"] == world.karim.id  # type: ignore[index]


def test_nobody_elses_session_ends(world: World) -> None:
    ines, nadia = world.browser(world.ines), world.browser(world.nadia)

    new_code(world)

    assert [one.get("/api/me").status_code for one in (ines, nadia)] == [200, 200]


def test_only_the_last_code_works(world: World, app: Flask) -> None:
    first, second = new_code(world), new_code(world)

    assert redeem(app.test_client(), first).status_code == 404
    assert redeem(app.test_client(), second).status_code == 200


def test_a_first_code_never_used_is_replaced_too(world: World, app: Flask) -> None:
    invited = invite(world)
    path = f"/api/young-people/{invited['young_person']['id']}/invitations"

    world.browser(world.nadia).post(path, headers=ORIGIN)

    assert redeem(app.test_client(), invited["invitation"]["code"]).status_code == 404

"""Each route × each person: what they may do to Karim's file, and to what is not theirs."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from server.identity.models import Account
from server.kernel.ids import new_id
from server.kernel.policy import TABLE
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.identity.people import said
from tests.server.wire import ORIGIN

PEOPLE = ("anonymous", "karim", "ines", "nadia", "marc", "paule", "stranger")
PERSON = {"first_name": "Awa", "last_name": "Diallo"}
ADVISOR = {**PERSON, "email": "awa@example.org", "title": "conseillère"}
NEW_CODE = "POST /api/young-people/<young_person_id>/invitations"

#: door -> what is sent.
FORMS: dict[str, dict[str, Any] | None] = {
    "POST /api/sessions": {"email": "nobody@example.org", "password": "nothing"},
    "POST /api/invitations/preview": {"code": "ACDE-FG34"},
    "POST /api/invitations/redeem": {"code": "ACDE-FG34", "terms": "1"},
    "GET /api/me": None,
    "POST /api/me/terms": {"version": "1"},
    "GET /api/me/sessions": None,
    "DELETE /api/me/sessions/<session_id>": None,
    "POST /api/young-people": PERSON,
    NEW_CODE: None,
    "POST /api/advisors/invitations": ADVISOR,
}

#: door -> status for each of PEOPLE. The file is Karim's, whom Nadia follows; Paule supervises.
EXPECTED: dict[str, tuple[int, ...]] = {
    "POST /api/sessions": (401,) * 7,
    "POST /api/invitations/preview": (404,) * 7,
    "POST /api/invitations/redeem": (404,) * 7,
    "GET /api/me": (401, 200, 200, 200, 200, 200, 200),
    "POST /api/me/terms": (401, 204, 204, 204, 204, 204, 204),
    "GET /api/me/sessions": (401, 200, 200, 200, 200, 200, 200),
    "DELETE /api/me/sessions/<session_id>": (401, 204, 404, 404, 404, 404, 404),
    "POST /api/young-people": (401, 403, 403, 201, 201, 201, 201),
    NEW_CODE: (401, 403, 403, 201, 404, 404, 404),
    "POST /api/advisors/invitations": (401, 403, 403, 403, 403, 201, 403),
}


def browser_of(world: World, app: Flask, who: str) -> FlaskClient:
    return app.test_client() if who == "anonymous" else world.browser(getattr(world, who))


def attempt(browser: FlaskClient, door: str, ids: dict[str, str]) -> tuple[int, dict[str, Any]]:
    method, path = door.split(" ")
    for name, value in ids.items():
        path = path.replace(f"<{name}>", value)
    form = FORMS[door]
    return said(browser.open(path, method=method, json=form, headers=ORIGIN))


def ids_of_karim(world: World) -> dict[str, str]:
    me = world.browser(world.karim).get("/api/me").json
    assert me is not None
    return {"young_person_id": world.karim.id, "session_id": me["session"]}


def test_every_route_of_people_is_in_the_truth_table() -> None:
    others = ("/api/sync/", "/api/demo/", "/api/test/", "/api/openapi.json")
    routes = {
        door for door in TABLE if " /api/" in door and not door.split(" ")[1].startswith(others)
    }

    assert routes == FORMS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("door", EXPECTED)
def test_routes_do_what_the_truth_table_says(world: World, app: Flask, door: str) -> None:
    found = {}
    for who in PEOPLE:
        ids = ids_of_karim(world)
        found[who] = attempt(browser_of(world, app, who), door, ids)[0]
        forget_awa()

    assert found == dict(zip(PEOPLE, EXPECTED[door], strict=True))


def forget_awa() -> None:
    """Free the address of the advisor just invited for the next try."""
    with unit_of_work(by=None) as uow:
        taken = Account.email == ADVISOR["email"]
        uow.session.execute(update(Account).where(taken).values(email=None))


@pytest.mark.parametrize("door", [NEW_CODE, "DELETE /api/me/sessions/<session_id>"])
@pytest.mark.parametrize("who", PEOPLE)
def test_not_yours_and_not_there_are_the_same_answer(
    world: World, app: Flask, door: str, who: str
) -> None:
    owners = {NEW_CODE: "nadia"}
    if who in ("karim", owners.get(door)):
        browser = world.browser(world.ines if who == "karim" else world.marc)
    else:
        browser = browser_of(world, app, who)
    theirs = ids_of_karim(world)
    strange = [new_id(), "x", "00000000-0000-0000-0000-000000000000", world.nadia.id]

    real = attempt(browser, door, theirs)
    made_up = [attempt(browser, door, dict.fromkeys(theirs, one)) for one in strange]

    assert real[0] in (401, 403, 404)
    assert made_up == [real] * len(strange)


@pytest.mark.parametrize("door", sorted(FORMS))
def test_who_may_never_pass_is_told_so_before_the_form_is_read(
    world: World, app: Flask, door: str
) -> None:
    method, path = door.split(" ")
    path = path.replace("<young_person_id>", world.karim.id).replace("<session_id>", new_id())

    refused = [
        said(browser_of(world, app, who).open(path, method=method, json=[], headers=ORIGIN))[0]
        for who, status in zip(PEOPLE, EXPECTED[door], strict=True)
        if status in (401, 403) and door != "POST /api/sessions"
    ]

    assert set(refused) <= {401, 403}

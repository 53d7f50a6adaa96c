"""In the demo, and only there, anybody may be one of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.identity.operations import name_persona
from server.kernel.policy import SYSTEM
from server.kernel.unit_of_work import unit_of_work
from tests.factories import make_world
from tests.server.identity.people import said
from tests.server.wire import ORIGIN


@pytest.fixture
def demo(app_with: Callable[..., Flask]) -> Flask:
    """The application in demo mode, where Karim then Nadia may be played."""
    app = app_with(demo="small")
    world = make_world(app)
    with unit_of_work(by=SYSTEM) as uow:
        name_persona(uow, persona="nadia", account_id=world.nadia.id, position=1)
        name_persona(uow, persona="karim", account_id=world.karim.id, position=0)
    return app


def enter(browser: FlaskClient, persona: str, origin: str = ORIGIN["Origin"]) -> int:
    answer = browser.post(
        "/api/demo/sessions", json={"persona": persona}, headers={"Origin": origin}
    )
    return answer.status_code


def test_a_persona_signs_in_as_often_as_one_likes(demo: Flask) -> None:
    browser = demo.test_client()

    assert [enter(browser, "karim") for _ in range(3)] == [200] * 3

    me = browser.get("/api/me").json
    assert me is not None
    assert (me["first_name"], me["role"], me["demo"]) == ("Karim", "young_person", True)


def test_the_second_origin_of_the_demo_may_sign_in_too(demo: Flask) -> None:
    assert enter(demo.test_client(), "karim", "http://127.0.0.1:8000") == 200


def test_personas_are_listed_in_their_order(demo: Flask) -> None:
    listed = demo.test_client().get("/api/demo/personas").json

    assert listed == {
        "personas": [
            {"persona": "karim", "name": "Karim Haddad", "role": "young_person"},
            {"persona": "nadia", "name": "Nadia Benali", "role": "advisor"},
        ]
    }


def test_a_persona_nobody_plays_is_missing(demo: Flask) -> None:
    assert enter(demo.test_client(), "zorro") == 404


def test_outside_the_demo_these_doors_do_not_exist(client: FlaskClient) -> None:
    persona = client.post("/api/demo/sessions", json={"persona": "karim"}, headers=ORIGIN)
    nowhere = client.post("/api/nowhere", json={"persona": "karim"}, headers=ORIGIN)

    assert said(persona) == said(nowhere)
    assert client.get("/api/demo/personas").status_code == 404

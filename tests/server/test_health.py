"""What a proxy or a script asks: is it up, can it commit, is the demo there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from server.extensions import db
from tests.factories import World


def test_the_process_says_it_is_up(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "up"}


def test_it_is_ready_when_a_write_commits(client: FlaskClient) -> None:
    assert client.get("/readyz").json == {"status": "ready"}


def test_it_is_not_ready_when_nothing_can_be_written(client: FlaskClient) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("DROP TABLE incarnation"))

    answer = client.get("/readyz")

    assert answer.status_code == 503
    db.create_all()


def test_a_demo_is_not_ready_before_it_is_filled(variant: Callable[..., Flask]) -> None:
    demo = variant(demo="small")

    answer = demo.test_client().get("/readyz")

    assert (answer.status_code, answer.json["code"]) == (503, "unavailable")  # type: ignore[index]


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH"])
def test_an_unknown_door_is_answered_in_french(world: World, method: str) -> None:
    answer = world.browser(world.karim).open(
        "/api/nowhere", method=method, headers={"Origin": "http://localhost:8000"}
    )

    assert answer.status_code == 404 or answer.status_code == 405
    assert answer.content_type == "application/problem+json"

"""A write must come from a page of ours, whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World
from tests.server.identity.people import said

READS = {"GET", "HEAD", "OPTIONS"}

FOREIGN = [
    None,
    "",
    "null",
    "http://localhost",
    "http://localhost:8001",
    "https://localhost:8000",
    "http://127.0.0.1:8000",
    "http://localhost:8000.evil.example",
    "https://evil.example",
]


def writes_of(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, rule.rule.replace("<", "").replace(">", ""))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - READS
    }


@pytest.mark.parametrize("origin", FOREIGN)
def test_every_write_refuses_a_missing_or_foreign_origin(
    app: Flask, world: World, origin: str | None
) -> None:
    browser = world.browser(world.paule)
    headers = {} if origin is None else {"Origin": origin}
    writes = writes_of(app)
    assert len(writes) >= 9

    answers = {
        door: said(browser.open(door[1], method=door[0], headers=headers, json={}))
        for door in writes
    }

    assert {(status, body["code"]) for status, body in answers.values()} == {(403, "origin")}


def test_reading_needs_no_origin(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(("demo", "status"), [("small", 422), ("0", 403)])
def test_only_the_demo_has_a_second_origin(
    app_with: Callable[..., Flask], demo: str, status: int
) -> None:
    browser = app_with(demo=demo).test_client()

    answer = browser.post("/api/sessions", json={}, headers={"Origin": "http://127.0.0.1:8000"})

    assert answer.status_code == status

"""Gestures the caseload tests repeat: an advisor invites, somebody types a code."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import World
from tests.server.wire import ORIGIN

AWA = {"first_name": "Awa", "last_name": "Diallo"}
HOME = "192.0.2.1"


def invite(world: World, **changes: Any) -> dict[str, Any]:
    """Let Nadia invite Awa; give the whole answer."""
    form = {**AWA, **changes}
    answer = world.browser(world.nadia).post("/api/young-people", json=form, headers=ORIGIN)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json  # type: ignore[assignment]
    return body


def code_for_awa(world: World) -> str:
    """Give the code Nadia hands over to Awa."""
    code: str = invite(world)["invitation"]["code"]
    return code


def preview(
    browser: FlaskClient, code: object, *, source: str = HOME, **more: object
) -> TestResponse:
    """Look at a code from a network address."""
    return browser.post(
        "/api/invitations/preview",
        json={"code": code, **more},
        headers=ORIGIN,
        environ_overrides={"REMOTE_ADDR": source},
    )


def redeem(browser: FlaskClient, code: str, *, source: str = HOME, **changes: Any) -> TestResponse:
    """Use a code from a network address."""
    return browser.post(
        "/api/invitations/redeem",
        json={"code": code, "terms": "1", **changes},
        headers=ORIGIN,
        environ_overrides={"REMOTE_ADDR": source},
    )

"""Gestures the identity tests repeat: an advisor's password, answers without their request id."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.identity.models import Account
from server.identity.passwords import hash_password
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work
from tests.server.wire import ORIGIN

PASSWORD = "tortue verte sous 41 nuages"
EMAIL = "nadia.benali@example.org"
HOME = "192.0.2.1"
ELSEWHERE = "198.51.100.7"


def give_password(person: Actor, password: str = PASSWORD) -> None:
    """Let an advisor sign in."""
    with unit_of_work(by=person) as uow:
        uow.session.get_one(Account, person.id).password_hash = hash_password(password)


def sign_in(
    browser: FlaskClient, password: str = PASSWORD, *, email: str = EMAIL, source: str = HOME
) -> TestResponse:
    """Try an e-mail address and a password, from a network address."""
    return browser.post(
        "/api/sessions",
        json={"email": email, "password": password},
        headers=ORIGIN,
        environ_overrides={"REMOTE_ADDR": source},
    )


def said(answer: TestResponse) -> tuple[int, dict[str, Any]]:
    """Give what an answer says, without what changes at every request."""
    body = dict(answer.get_json(silent=True) or {})  # a 204 has no body
    body.pop("request_id", None)
    return answer.status_code, body

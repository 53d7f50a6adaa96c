"""What the endpoint answers when it cannot serve: a code, a French sentence, and no lost fate."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.kernel.clock import now_ms
from server.kernel.errors import TooMany
from server.replication import admission
from tests.factories import World, make_world
from tests.server.wire import ORIGIN, intent

PULL = {"proto": 1, "app": "1", "client": "a" * 32, "inc": None, "sent_at": 0, "pull": {}}


@pytest.fixture(autouse=True)
def _everybody_forgiven() -> Iterator[None]:
    admission.forgive()
    yield
    admission.forgive()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"proto":2}', b"\xff\xfe", b'{"proto":1,"app":"1"}', b"[" * 50_000]
)
def test_a_malformed_envelope_is_a_bad_request(world: World, body: bytes) -> None:
    answer = world.browser(world.karim).post("/api/sync/1", data=body, headers=ORIGIN)

    assert (answer.status_code, answer.json["code"]) == (400, "bad_request")  # type: ignore[index]
    assert answer.content_type == "application/problem+json"


def test_nobody_signed_in_hears_auth(client: FlaskClient) -> None:
    answer = client.post("/api/sync/1", json=PULL, headers=ORIGIN)

    assert (answer.status_code, answer.json["code"]) == (401, "auth")  # type: ignore[index]


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://ailleurs.example"}])
def test_a_page_of_another_origin_cannot_push(world: World, headers: dict[str, str]) -> None:
    answer = world.browser(world.karim).post("/api/sync/1", json=PULL, headers=headers)

    assert (answer.status_code, answer.json["code"]) == (403, "origin")  # type: ignore[index]


def test_a_body_over_one_mebibyte_is_too_large(world: World) -> None:
    answer = world.browser(world.karim).post(
        "/api/sync/1", data=b" " * (1024 * 1024 + 1), headers=ORIGIN
    )

    assert (answer.status_code, answer.json["code"]) == (413, "too_large")  # type: ignore[index]


def test_a_small_body_that_inflates_over_one_mebibyte_is_too_large(world: World) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 100_000

    answer = world.browser(world.karim).post(
        "/api/sync/1", data=bomb, headers={**ORIGIN, "Content-Encoding": "gzip"}
    )

    assert answer.status_code == 413


def test_a_compressed_body_is_understood(world: World) -> None:
    answer = world.browser(world.karim).post(
        "/api/sync/1",
        data=gzip.compress(json.dumps(PULL).encode()),
        headers={**ORIGIN, "Content-Encoding": "gzip"},
    )

    assert answer.status_code == 200


def test_a_device_that_asks_too_often_is_told_when_to_come_back(
    variant: Callable[..., Flask],
) -> None:
    browser = _browser(variant(sync_rate=1))

    answers = [browser.post("/api/sync/1", json=PULL, headers=ORIGIN) for _ in range(12)]

    assert [answer.status_code for answer in answers[:10]] == [200] * 10
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_a_bucket_fills_again_with_time() -> None:
    for _ in range(10):
        admission.admit("karim", rate=1, now=0.0)
    with pytest.raises(TooMany):
        admission.admit("karim", rate=1, now=0.0)

    admission.admit("karim", rate=1, now=1.0)


def test_one_persons_haste_does_not_slow_another() -> None:
    for _ in range(10):
        admission.admit("karim", rate=1, now=0.0)

    admission.admit("ines", rate=1, now=0.0)


def test_too_old_a_client_may_push_but_no_longer_pull(variant: Callable[..., Flask]) -> None:
    stern = variant(oldest_pull="2027.1.1")
    with stern.app_context():
        world = make_world(stern)
        karim, scope = world.wire(world.karim), world.dossier(world.karim)

        answer = karim.post(
            push=[{"s": scope, "m": [intent(1, "message.send", text="D’une vieille version")]}],
            pull={"cursor": {}},
        )

        assert answer.status_code == 426
        assert answer.json is not None
        assert answer.json["code"] == "client_too_old"
        assert answer.json["push"][0]["r"] == [{"n": 1, "o": "applied"}]


def test_hello_says_what_is_spoken_and_what_time_it_is(client: FlaskClient) -> None:
    answer = client.get("/api/sync/1/hello").json

    assert answer is not None
    assert answer["protos"] == [1]
    assert abs(answer["now"] - now_ms()) < 5_000


def _browser(app: Flask) -> FlaskClient:
    with app.app_context():
        world = make_world(app)
        return world.browser(world.karim)

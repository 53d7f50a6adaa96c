"""Ten failures slow down, then refuse that account from that source for fifteen minutes."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from server.identity import lockout
from server.kernel.clock import MINUTE_MS, move_clock
from server.kernel.errors import TooMany
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.identity.people import ELSEWHERE, EMAIL, HOME, give_password, said, sign_in


def fail(browser: FlaskClient, times: int, *, email: str = EMAIL) -> list[tuple[int, str]]:
    answers = [said(sign_in(browser, "not the password", email=email)) for _ in range(times)]
    return [(status, body["code"]) for status, body in answers]


@pytest.fixture(autouse=True)
def _nadia_has_a_password(world: World) -> None:
    give_password(world.nadia)


def test_ten_failures_are_answered_and_the_eleventh_try_is_refused(client: FlaskClient) -> None:
    answers = fail(client, 11)

    assert answers == [(401, "bad_credentials")] * 10 + [(429, "locked_out")]


def test_while_refused_even_the_right_password_waits_and_is_told_how_long(
    client: FlaskClient,
) -> None:
    fail(client, 10)

    answer = sign_in(client)

    assert answer.status_code == 429
    assert 890 <= int(answer.headers["Retry-After"]) <= 900


def test_the_answers_come_more_and_more_slowly(client: FlaskClient, pauses: list[float]) -> None:
    fail(client, 11)

    assert pauses == sorted(pauses)
    assert pauses[:3] == [0, 0, 0]
    assert 0 < pauses[3] < pauses[-1] <= 2
    assert len(pauses) == 10, "a refusal does not wait: nothing was looked at"


def test_nine_failures_leave_the_door_open(client: FlaskClient) -> None:
    fail(client, 9)

    assert sign_in(client).status_code == 200


def test_a_right_password_forgets_the_failures_before_it(client: FlaskClient) -> None:
    fail(client, 9)
    sign_in(client)

    assert fail(client, 10) == [(401, "bad_credentials")] * 10


def test_nobody_can_lock_somebody_else_out(client: FlaskClient) -> None:
    fail(client, 12)
    assert sign_in(client).status_code == 429

    assert sign_in(client, source=ELSEWHERE).status_code == 200


def test_another_account_signs_in_from_the_same_place(world: World, client: FlaskClient) -> None:
    give_password(world.marc)
    fail(client, 12)

    assert sign_in(client, email="marc.leroy@example.org").status_code == 200


@pytest.mark.parametrize(("minutes", "status"), [(14, 429), (15.1, 200)])
def test_the_refusal_lasts_fifteen_minutes(
    client: FlaskClient, minutes: float, status: int
) -> None:
    fail(client, 10)

    move_clock(int(minutes * MINUTE_MS))

    assert sign_in(client).status_code == status


def test_after_a_refusal_one_more_failure_refuses_again(client: FlaskClient) -> None:
    fail(client, 10)
    move_clock(16 * MINUTE_MS)

    assert fail(client, 2) == [(401, "bad_credentials"), (429, "locked_out")]


def test_after_a_quiet_hour_everything_is_forgotten(client: FlaskClient) -> None:
    fail(client, 10)
    move_clock(61 * MINUTE_MS)

    assert fail(client, 10) == [(401, "bad_credentials")] * 10


def test_an_unknown_account_is_refused_exactly_as_a_known_one(client: FlaskClient) -> None:
    known = fail(client, 12)

    unknown = fail(client, 12, email="nobody@example.org")

    assert unknown == known


def test_a_hundred_tries_sent_at_once_count_for_a_hundred(world: World) -> None:
    """Each try is charged before its password is compared: none waits for the others' answers."""
    looked_at = 0
    for _ in range(100):
        try:
            with unit_of_work(by=None) as uow:
                lockout.charge(uow, lockout.PASSWORD, about=EMAIL, source=HOME)
            looked_at += 1
        except TooMany:
            continue

    assert looked_at == 10


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", "unknown"),
        (None, "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_a_source_is_what_one_customer_is_given(address: str | None, source: str) -> None:
    assert lockout.source_of(address) == source

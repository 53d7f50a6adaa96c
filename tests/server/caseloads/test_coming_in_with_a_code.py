"""A code lets one person in, once, within seven days; looking at it uses nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.identity.invitations import issue_invitation
from server.identity.models import Account
from server.kernel.clock import DAY_MS, MINUTE_MS, move_clock
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.caseloads.invitations import code_for_awa, invite, preview, redeem
from tests.server.identity.people import PASSWORD, said
from tests.server.wire import ORIGIN

UNKNOWN = "ACDE-FG34"


def code_for_marc(world: World) -> str:
    with unit_of_work(by=world.paule) as uow:
        account = uow.session.get_one(Account, world.marc.id)
        return issue_invitation(uow, account=account, purpose="first").code


def test_looking_shows_who_invites_whom_and_uses_nothing(world: World, client: FlaskClient) -> None:
    code = code_for_awa(world)

    looks = [preview(client, code) for _ in range(3)]

    assert [said(one) for one in looks] == [
        (
            200,
            {
                "role": "young_person",
                "first_name": "Awa",
                "structure": "Mission Locale du Val",
                "advisor": {"first_name": "Nadia", "title": "conseillère"},
                "needs_password": False,
                "terms": "1",
            },
        )
    ] * 3
    assert "Set-Cookie" not in looks[0].headers
    assert redeem(client, code).status_code == 200


def test_an_advisor_is_told_to_choose_a_password(world: World, client: FlaskClient) -> None:
    shown = preview(client, code_for_marc(world)).json

    assert shown is not None
    assert (shown["role"], shown["needs_password"], shown["advisor"]) == ("advisor", True, None)


def test_a_young_person_comes_in_without_a_password_for_six_months(
    world: World, client: FlaskClient
) -> None:
    answer = redeem(client, code_for_awa(world))

    me = answer.json
    assert me is not None
    assert (me["first_name"], me["role"], me["terms"]["accepted"]) == ("Awa", "young_person", "1")
    assert f"Max-Age={180 * 24 * 3600}" in answer.headers["Set-Cookie"]
    assert client.get("/api/me").json == me


def test_the_advisor_sees_that_the_young_person_came(world: World, client: FlaskClient) -> None:
    invited = invite(world)
    person = invited["young_person"]["id"]

    redeem(client, invited["invitation"]["code"])

    rows = world.wire(world.nadia).rows("young_person")
    assert {row["id"]: row["d"]["activated"] for row in rows}[person] is True


@pytest.mark.parametrize("disguise", [str.lower, lambda code: code.replace("-", " ")])
def test_the_code_is_recognised_however_it_is_typed(
    world: World, client: FlaskClient, disguise: object
) -> None:
    assert callable(disguise)

    assert redeem(client, disguise(code_for_awa(world))).status_code == 200


def test_a_code_works_once(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    redeem(app.test_client(), code)

    again = redeem(app.test_client(), code)

    assert said(again)[1]["code"] == "invitation_unknown"
    assert "Set-Cookie" not in again.headers


def test_of_eight_who_use_a_code_at_the_same_moment_one_gets_in(world: World, app: Flask) -> None:
    code = code_for_awa(world)

    with ThreadPoolExecutor(8) as people:
        tries = people.map(lambda _: redeem(app.test_client(), code).status_code, range(8))

    assert sorted(tries) == [200] + [404] * 7


@pytest.mark.parametrize(
    ("later", "status"), [(7 * DAY_MS - MINUTE_MS, 200), (7 * DAY_MS + MINUTE_MS, 404)]
)
def test_a_code_lasts_seven_days(
    world: World, client: FlaskClient, later: int, status: int
) -> None:
    code = code_for_awa(world)
    move_clock(later)

    assert preview(client, code).status_code == status
    assert redeem(client, code).status_code == status


def test_unknown_used_too_old_replaced_and_closed_are_the_same_answer(
    world: World, app: Flask
) -> None:
    old = code_for_awa(world)
    move_clock(8 * DAY_MS)
    used, invited, closed = code_for_awa(world), invite(world), invite(world)
    replaced = invited["invitation"]["code"]
    redeem(app.test_client(), used)
    person = invited["young_person"]["id"]
    world.browser(world.nadia).post(f"/api/young-people/{person}/invitations", headers=ORIGIN)
    with unit_of_work(by=world.nadia) as uow:
        gone = uow.session.get_one(Account, closed["young_person"]["id"])
        gone.closed_at = uow.at

    codes = [UNKNOWN, old, used, replaced, closed["invitation"]["code"], "nonsense", ""]
    looks = [said(preview(app.test_client(), code)) for code in codes]
    uses = [said(redeem(app.test_client(), code)) for code in codes]

    assert looks[0][0] == 404
    assert looks[0][1]["code"] == "invitation_unknown"
    assert looks + uses == [looks[0]] * 14


def test_an_advisor_comes_in_with_a_password_and_signs_in_with_it_later(
    world: World, app: Flask
) -> None:
    me = redeem(app.test_client(), code_for_marc(world), password=PASSWORD).json

    assert me is not None
    assert me["first_name"] == "Marc"
    form = {"email": "marc.leroy@example.org", "password": PASSWORD}
    answer = app.test_client().post("/api/sessions", json=form, headers=ORIGIN)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "password", [None, "", "court", "motdepasse123", "le jardin de Marc", "mission du jardin 7"]
)
def test_a_password_missing_or_weak_leaves_the_code_good(
    world: World, client: FlaskClient, password: str | None
) -> None:
    code = code_for_marc(world)

    status, body = said(redeem(client, code, password=password))

    assert (status, list(body["errors"])) == (422, ["password"])
    assert redeem(client, code, password=PASSWORD).status_code == 200


def test_other_terms_leave_the_code_good(world: World, client: FlaskClient) -> None:
    code = code_for_awa(world)

    status, body = said(redeem(client, code, terms="0"))

    assert (status, list(body["errors"])) == (422, ["terms"])
    assert redeem(client, code).status_code == 200


def test_a_new_password_ends_the_sessions_opened_with_the_old_one(
    world: World, client: FlaskClient
) -> None:
    browser = world.browser(world.marc)

    redeem(client, code_for_marc(world), password=PASSWORD)

    assert browser.get("/api/me").status_code == 401


def test_somebody_elses_code_takes_the_place_of_the_browsers_session(world: World) -> None:
    browser = world.browser(world.karim)
    code = code_for_awa(world)

    redeem(browser, code)

    assert browser.get("/api/me").json["first_name"] == "Awa"  # type: ignore[index]
    assert len(browser.get("/api/me/sessions").json["sessions"]) == 1  # type: ignore[index]


def test_twenty_wrong_codes_stop_that_source_and_no_other(world: World, app: Flask) -> None:
    code = code_for_awa(world)
    client = app.test_client()

    wrong = [preview(client, UNKNOWN).status_code for _ in range(20)]
    stopped = preview(client, code)

    assert wrong == [404] * 20
    assert said(stopped)[1]["code"] == "too_many"
    assert 0 < int(stopped.headers["Retry-After"]) <= 900
    assert redeem(client, code).status_code == 429, "both doors count together"
    assert preview(client, code, source="198.51.100.7").status_code == 200


def test_right_codes_are_never_counted(world: World, client: FlaskClient) -> None:
    code = code_for_awa(world)

    assert [preview(client, code).status_code for _ in range(40)] == [200] * 40


def test_a_right_code_does_not_forgive_the_wrong_ones_before_it(
    world: World, client: FlaskClient
) -> None:
    """Otherwise whoever holds one code could try all the others."""
    code = code_for_awa(world)
    for _ in range(19):
        preview(client, UNKNOWN)
        preview(client, code)

    assert preview(client, UNKNOWN).status_code == 404
    assert preview(client, code).status_code == 429

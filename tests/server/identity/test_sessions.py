"""A session is a cookie scripts cannot read, an end in any case, and a line in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.identity.models import DeviceSession
from server.identity.sessions import is_live
from server.kernel import live
from server.kernel.clock import DAY_MS, MINUTE_MS, move_clock, now_ms
from server.kernel.database import read_only
from server.kernel.ids import new_id
from server.kernel.policy import Actor
from tests.factories import World, make_world
from tests.server.identity.people import EMAIL, PASSWORD, give_password, said, sign_in
from tests.server.wire import ORIGIN

HOUR_MS = 60 * MINUTE_MS


def session_of(browser: FlaskClient) -> str:
    session: str = browser.get("/api/me").json["session"]  # type: ignore[index]
    return session


def devices(browser: FlaskClient) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = browser.get("/api/me/sessions").json["sessions"]  # type: ignore[index]
    return listed


class Recorder(live.Silence):
    """A channel that remembers whom it said goodbye to."""

    def __init__(self) -> None:
        self.goodbyes: list[tuple[str, list[str], str]] = []

    def goodbye(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        self.goodbyes.append((account_id, list(session_ids), why))


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(
    world: World, client: FlaskClient
) -> None:
    give_password(world.nadia)

    flags = sign_in(client).headers["Set-Cookie"].split("; ")

    assert flags[0].startswith("passerelle=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=604800"} <= set(flags)
    assert not [flag for flag in flags if flag.startswith("Domain")]


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(
    app_with: Callable[..., Flask],
) -> None:
    app = app_with(origin="https://passerelle.example")
    give_password(make_world(app).nadia)

    answer = app.test_client().post(
        "/api/sessions",
        json={"email": EMAIL, "password": PASSWORD},
        headers={"Origin": "https://passerelle.example"},
    )

    flags = answer.headers["Set-Cookie"].split("; ")
    assert flags[0].startswith("__Host-passerelle=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags)


def test_a_made_up_cookie_is_nobody(world: World, client: FlaskClient) -> None:
    client.set_cookie("passerelle", "a" * 43, domain="localhost")

    assert client.get("/api/me").status_code == 401


#: role -> (last instant a session works, first instant it does not), without any visit.
IDLE = {
    "advisor": (12 * HOUR_MS - 1000, 12 * HOUR_MS),
    "young_person": (30 * DAY_MS - 1000, 30 * DAY_MS),
}


@pytest.mark.parametrize("role", IDLE)
def test_a_session_ends_without_visits(world: World, role: str) -> None:
    browser = world.browser({"advisor": world.nadia, "young_person": world.karim}[role])
    session, now = session_of(browser), now_ms()

    with read_only() as read:
        lasts = [is_live(read, session_id=session, at=now + later) for later in IDLE[role]]

    assert lasts == [True, False]


@pytest.mark.parametrize(("role", "days"), [("advisor", 7), ("young_person", 180)])
def test_a_session_ends_in_any_case_however_often_it_is_used(
    world: World, role: str, days: int
) -> None:
    browser = world.browser({"advisor": world.nadia, "young_person": world.karim}[role])
    steps = days * 3  # a visit every eight hours

    answers = []
    for step in range(1, steps + 1):
        move_clock(step * 8 * HOUR_MS)
        answers.append(browser.get("/api/me").status_code)

    assert answers == [200] * (steps - 1) + [401]


def last_seen(session_id: str) -> int:
    with read_only() as session:
        return session.get_one(DeviceSession, session_id).last_seen_at


def test_a_visit_is_written_at_most_every_five_minutes(world: World) -> None:
    browser = world.browser(world.nadia)
    session = session_of(browser)
    first = last_seen(session)

    move_clock(4 * MINUTE_MS)
    browser.get("/api/me")
    assert last_seen(session) == first

    move_clock(6 * MINUTE_MS)
    browser.get("/api/me")
    assert last_seen(session) >= first + 6 * MINUTE_MS


def test_one_sees_the_devices_one_is_signed_in_on_and_no_one_elses(world: World) -> None:
    phone, tablet = world.browser(world.karim), world.browser(world.karim)
    world.browser(world.ines)

    listed = devices(phone)

    assert {one["id"]: one["current"] for one in listed} == {
        session_of(phone): True,
        session_of(tablet): False,
    }
    assert all(one["label"] == "Chrome, Android" for one in listed)


def test_a_session_too_old_is_not_listed(world: World) -> None:
    world.browser(world.nadia)
    move_clock(13 * HOUR_MS)

    assert len(devices(world.browser(world.nadia))) == 1


def test_one_signs_another_device_out_at_once(world: World) -> None:
    phone, lost = world.browser(world.karim), world.browser(world.karim)
    told = Recorder()
    live.plug(told)
    session = session_of(lost)

    answer = phone.delete(f"/api/me/sessions/{session}", headers=ORIGIN)

    assert answer.status_code == 204
    assert "Set-Cookie" not in answer.headers
    assert lost.get("/api/me").status_code == 401
    assert phone.get("/api/me").status_code == 200
    assert told.goodbyes == [(world.karim.id, [session], "session")]


def test_signing_out_ends_this_session_and_takes_the_cookie_back(world: World) -> None:
    browser = world.browser(world.karim)
    cookie = browser.get_cookie("passerelle")
    assert cookie is not None

    answer = browser.delete("/api/me/sessions/current", headers=ORIGIN)

    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    browser.set_cookie("passerelle", cookie.value, domain="localhost")
    assert browser.get("/api/me").status_code == 401, "a copy of the cookie is worth nothing"


def test_naming_ones_own_session_signs_out_as_well(world: World) -> None:
    browser = world.browser(world.karim)

    answer = browser.delete(f"/api/me/sessions/{session_of(browser)}", headers=ORIGIN)

    assert "Max-Age=0" in answer.headers["Set-Cookie"]


def ended(person: Actor) -> str:
    with read_only() as session:
        return session.scalars(
            select(DeviceSession.id).where(
                DeviceSession.account_id == person.id, DeviceSession.ended_at.is_not(None)
            )
        ).one()


def test_a_session_of_somebody_else_and_no_session_are_the_same_answer(world: World) -> None:
    karim, ines, lost = (world.browser(one) for one in (world.karim, world.ines, world.karim))
    karim.delete(f"/api/me/sessions/{session_of(lost)}", headers=ORIGIN)
    theirs = session_of(ines)

    answers = [
        said(karim.delete(f"/api/me/sessions/{one}", headers=ORIGIN))
        for one in (theirs, ended(world.karim), new_id(), "not-an-id", "0" * 36)
    ]

    assert answers[0][0] == 404
    assert answers == [answers[0]] * 5
    assert ines.get("/api/me").status_code == 200


def test_answers_about_people_stay_out_of_every_cache(app: Flask, world: World) -> None:
    browser = world.browser(world.karim)

    for path in ("/api/me", "/api/me/sessions", "/api/nowhere"):
        assert browser.get(path).headers["Cache-Control"] == "no-store"


def test_the_cookies_of_the_library_mean_nothing(world: World) -> None:
    browser = world.browser(world.karim)
    browser.set_cookie("remember_token", f"{world.nadia.id}|0", domain="localhost")

    assert browser.get("/api/me").json["id"] == world.karim.id  # type: ignore[index]

"""Terms are accepted once per version."""

from __future__ import annotations

from sqlalchemy import func, select

from server.identity.models import Account
from server.kernel.audit import AuditEntry
from server.kernel.clock import DAY_MS, move_clock
from server.kernel.database import read_only
from tests.factories import World
from tests.server.identity.people import said
from tests.server.wire import ORIGIN


def accepted_at(account_id: str) -> int | None:
    with read_only() as session:
        return session.get_one(Account, account_id).terms_accepted_at


def test_accepting_the_terms_is_remembered(world: World) -> None:
    browser = world.browser(world.karim)

    answer = browser.post("/api/me/terms", json={"version": "1"}, headers=ORIGIN)

    assert answer.status_code == 204
    assert browser.get("/api/me").json["terms"] == {"current": "1", "accepted": "1"}  # type: ignore[index]


def test_accepting_twice_keeps_the_first_date(world: World) -> None:
    browser = world.browser(world.karim)
    browser.post("/api/me/terms", json={"version": "1"}, headers=ORIGIN)
    first = accepted_at(world.karim.id)
    move_clock(DAY_MS)

    browser.post("/api/me/terms", json={"version": "1"}, headers=ORIGIN)

    assert accepted_at(world.karim.id) == first
    with read_only() as session:
        lines = select(func.count()).where(AuditEntry.verb == "terms.accept")
        assert session.scalar(lines) == 1


def test_only_the_present_version_can_be_accepted(world: World) -> None:
    browser = world.browser(world.karim)

    status, body = said(browser.post("/api/me/terms", json={"version": "2"}, headers=ORIGIN))

    assert (status, body["code"], list(body["errors"])) == (422, "validation", ["version"])
    assert accepted_at(world.karim.id) is None

"""A supervisor invites advisors of their structure by a one-time link."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from server.identity.models import Account, Advisor
from server.kernel.database import read_only
from server.structures.models import Site, Structure
from tests.factories import World
from tests.server.identity.people import PASSWORD, give_password, said, sign_in
from tests.server.wire import ORIGIN

AICHA = {
    "first_name": "Aïcha",
    "last_name": "Bensalem",
    "email": "aicha@example.org",
    "title": "conseillère",
}


def invite(browser: FlaskClient, **changes: Any) -> tuple[int, dict[str, Any]]:
    return said(
        browser.post("/api/advisors/invitations", json={**AICHA, **changes}, headers=ORIGIN)
    )


def redeem(browser: FlaskClient, code: str, password: str = PASSWORD) -> tuple[int, dict[str, Any]]:
    form = {"code": code, "terms": "1", "password": password}
    return said(browser.post("/api/invitations/redeem", json=form, headers=ORIGIN))


def site_of(structure_id: str) -> str:
    with read_only() as session:
        return session.scalars(select(Site.id).where(Site.structure_id == structure_id)).one()


def test_the_invited_advisor_comes_in_and_belongs_to_the_structure(
    world: World, client: FlaskClient
) -> None:
    status, issued = invite(world.browser(world.paule), site=site_of(world.structure_id))
    assert status == 201

    status, me = redeem(client, issued["invitation"]["code"])

    assert status == 200
    assert (me["role"], me["supervisor"], me["first_name"]) == ("advisor", False, "Aïcha")
    assert me["structure"]["id"] == world.structure_id
    assert me["terms"]["accepted"] == "1"
    assert sign_in(client, email=AICHA["email"]).status_code == 200


def test_colleagues_receive_the_new_advisors_card_without_a_name(world: World) -> None:
    invite(world.browser(world.paule))

    cards = [row["d"] for row in world.wire(world.nadia).rows("advisor_card")]

    assert {"first_name": "Aïcha", "usual_delay": None, "away_until": None} in cards


def test_inviting_again_somebody_who_has_not_come_replaces_their_code(
    world: World, client: FlaskClient
) -> None:
    browser = world.browser(world.paule)
    _, first = invite(browser)

    status, second = invite(browser, email="Aicha@Example.org")

    assert status == 201
    assert redeem(client, first["invitation"]["code"])[0] == 404
    assert redeem(client, second["invitation"]["code"])[0] == 200
    with read_only() as session:
        assert len(session.scalars(select(Account).where(Account.first_name == "Aïcha")).all()) == 1


@pytest.mark.parametrize("email", ["nadia.benali@example.org", "denis.faure@example.org"])
def test_an_address_that_has_an_account_is_not_invited(world: World, email: str) -> None:
    give_password(world.nadia)

    status, body = invite(world.browser(world.paule), email=email)

    assert (status, body["errors"]) == (422, {"email": ["Cette adresse a déjà un compte."]})


def test_a_site_of_another_structure_and_no_site_are_the_same_answer(world: World) -> None:
    with read_only() as session:
        elsewhere = session.scalars(
            select(Structure).where(Structure.id != world.structure_id)
        ).one()
    browser = world.browser(world.paule)

    answers = [invite(browser, site=one) for one in (elsewhere.id, world.nadia.id)]

    assert answers[0] == answers[1]
    assert answers[0][0] == 422
    with read_only() as session:
        assert session.scalar(select(Account).where(Account.email == AICHA["email"])) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_name", ""),
        ("first_name", "   "),
        ("first_name", None),
        ("last_name", "x" * 81),
        ("email", "aicha"),
        ("title", "chef"),
        ("site", "not-an-id"),
        ("is_supervisor", True),
    ],
)
def test_a_wrong_field_is_named(world: World, field: str, value: object) -> None:
    status, body = invite(world.browser(world.paule), **{field: value})

    assert (status, list(body["errors"])) == (422, [field])


def test_names_are_cleaned_of_what_cannot_be_seen(world: World) -> None:
    invite(world.browser(world.paule), first_name=" Anne\u00a0 \x00Marie\n")

    with read_only() as session:
        names = session.scalars(select(Account.first_name).join(Advisor, Advisor.id == Account.id))
        assert "Anne Marie" in set(names)

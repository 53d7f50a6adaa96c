"""An advisor signs in by e-mail and password; whoever cannot learns nothing from the refusal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from sqlalchemy import select

from server.identity.models import Account, DeviceSession
from server.kernel.database import read_only
from server.kernel.unit_of_work import unit_of_work
from tests.factories import World
from tests.server.identity.people import EMAIL, PASSWORD, give_password, said, sign_in

CountQueries = Callable[[], AbstractContextManager[list[str]]]


@pytest.mark.parametrize(
    "typed", [EMAIL, "Nadia.Benali@Example.ORG", "  nadia.benali@example.org "]
)
def test_an_advisor_signs_in_however_the_address_is_typed(
    world: World, client: FlaskClient, typed: str
) -> None:
    give_password(world.nadia)

    answer = sign_in(client, email=typed)

    assert answer.status_code == 200
    assert answer.json == client.get("/api/me").json


def test_who_am_i_says_what_a_device_needs_to_start(world: World, client: FlaskClient) -> None:
    give_password(world.paule)

    me = sign_in(client, email="paule.mercier@example.org").json

    assert me is not None
    assert len(me.pop("session")) == 36
    assert me.pop("build")
    assert me == {
        "id": world.paule.id,
        "role": "advisor",
        "first_name": "Paule",
        "last_name": "Mercier",
        "structure": {"id": world.structure_id, "name": "Mission Locale du Val"},
        "supervisor": True,
        "scope": world.own_scope(world.paule),
        "terms": {"current": "1", "accepted": None},
        "demo": False,
    }


def test_unknown_and_wrong_hear_the_same_answer_after_the_same_work(
    world: World,
    client: FlaskClient,
    count_queries: CountQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    give_password(world.nadia)
    sign_in(client)  # everything lazy is loaded
    compared: list[str] = []
    verify = PasswordHasher.verify

    def noting(self: PasswordHasher, held: str, password: str) -> bool:
        compared.append(held.rsplit("$", 2)[0])
        return verify(self, held, password)

    monkeypatch.setattr(PasswordHasher, "verify", noting)
    with count_queries() as for_wrong:
        wrong = sign_in(client, "not this one, really")
    with count_queries() as for_unknown:
        unknown = sign_in(client, "not this one, really", email="nobody@example.org")

    assert said(wrong) == said(unknown)
    assert said(wrong)[0] == 401
    assert said(wrong)[1]["code"] == "bad_credentials"
    assert list(wrong.headers.keys()) == list(unknown.headers.keys())
    assert for_wrong == for_unknown
    assert len(compared) == 2
    assert compared[0] == compared[1], "the same memory, passes and lanes"


def test_an_advisor_who_has_not_used_their_invitation_is_as_unknown(
    world: World, client: FlaskClient
) -> None:
    unknown = sign_in(client, email="nobody@example.org")

    invited = sign_in(client, email="marc.leroy@example.org")

    assert said(invited) == said(unknown)


def test_a_closed_account_is_as_unknown(world: World, client: FlaskClient) -> None:
    give_password(world.nadia)
    assert sign_in(client).status_code == 200
    with unit_of_work(by=world.paule) as uow:
        uow.session.get_one(Account, world.nadia.id).closed_at = uow.at

    answer = sign_in(client)

    assert said(answer)[1]["code"] == "bad_credentials"
    assert client.get("/api/me").status_code == 401, "and the open session is over"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"email": EMAIL},
        {"email": EMAIL, "password": None},
        {"email": EMAIL, "password": 12},
        {"email": "", "password": PASSWORD},
        {"email": EMAIL, "password": "\ud800"},
        {"email": EMAIL, "password": "x" * 1001},
        {"email": EMAIL, "password": PASSWORD, "role": "supervisor"},
    ],
)
def test_a_form_that_makes_no_sense_is_refused_field_by_field_in_french(
    world: World, client: FlaskClient, form: dict[str, object]
) -> None:
    answer = client.post("/api/sessions", json=form, headers={"Origin": "http://localhost:8000"})

    status, body = said(answer)
    assert (status, body["code"]) == (422, "validation")
    sentences = [one for told in body["errors"].values() for one in told]
    assert set(sentences) <= {
        "À remplir.",
        "Cette réponse n’est pas possible.",
        "Ce champ n’existe pas.",
    }


def test_odd_characters_in_an_address_are_an_unknown_address(
    world: World, client: FlaskClient
) -> None:
    answer = sign_in(client, email="nadia\x00\ud800@example.org")

    assert said(answer)[1]["code"] == "bad_credentials"


def test_signing_in_again_in_the_same_browser_ends_the_earlier_session(
    world: World, client: FlaskClient
) -> None:
    give_password(world.nadia)
    first = sign_in(client).json

    sign_in(client)

    with read_only() as session:
        devices = session.scalars(
            select(DeviceSession).where(DeviceSession.account_id == world.nadia.id)
        ).all()
    assert first is not None
    assert {device.id: device.ended_at is None for device in devices}[first["session"]] is False
    assert sum(device.ended_at is None for device in devices) == 1


def test_neither_the_token_nor_the_password_is_kept(world: World, client: FlaskClient) -> None:
    give_password(world.nadia)
    sign_in(client)

    cookie = client.get_cookie("passerelle")

    assert cookie is not None
    with read_only() as session:
        device = session.scalars(select(DeviceSession)).one()
        held = session.get_one(Account, world.nadia.id).password_hash
    assert len(cookie.value) >= 43, "256 bits"
    assert cookie.value not in (device.token_sha256, device.id)
    assert held is not None
    assert held.startswith("$argon2id$")
    assert PASSWORD not in held

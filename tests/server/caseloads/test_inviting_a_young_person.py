"""An advisor takes somebody into their caseload and hands over a code, a link, a QR code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from server.identity.models import Account, Invitation
from server.kernel.audit import AuditEntry
from server.kernel.clock import DAY_MS, now_ms
from server.kernel.database import read_only
from tests.factories import World
from tests.server.caseloads.invitations import AWA, invite
from tests.server.identity.people import said
from tests.server.wire import ORIGIN


def test_the_answer_is_everything_to_hand_over(world: World) -> None:
    before = now_ms()

    answer = invite(world, birth_date="2006-05-04", scheme="PACEA")

    person, invitation = answer["young_person"], answer["invitation"]
    assert person.pop("id")
    assert person == {**AWA, "birth_date": "2006-05-04", "scheme": "PACEA"}
    assert invitation["link"] == f"http://localhost:8000/connexion#{invitation['code']}"
    assert 0 <= invitation["expires_at"] - before - 7 * DAY_MS < 60_000


def test_the_qr_code_is_an_image_that_says_what_it_is_and_styles_nothing(world: World) -> None:
    drawn = invite(world)["invitation"]["qr_svg"]

    svg = ElementTree.fromstring(drawn)
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert svg.get("role") == "img"
    title = svg.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Code QR pour entrer dans Passerelle"
    assert not [one for one in svg.iter() if one.get("style") or one.tag.endswith("style")]
    colours = {one.get("fill") or one.get("stroke") for one in svg if one is not title}
    assert colours == {"#fff", "#000"}, "phones read black on white, in every theme"


def test_only_a_birth_date_and_a_scheme_may_be_left_out(world: World) -> None:
    person = invite(world)["young_person"]

    assert (person["birth_date"], person["scheme"]) == (None, "CEJ")


def test_the_advisor_receives_the_dossier_and_its_private_side(world: World) -> None:
    person = invite(world, birth_date="2006-05-04")["young_person"]["id"]
    device = world.wire(world.nadia)

    (dossier,) = [row["d"] for row in device.rows("young_person") if row["id"] == person]
    grants = [row["d"] for row in device.rows("grant") if row["d"]["owner"] == person]

    since = dossier["advisors"][0].pop("since")
    assert date.fromisoformat(since) - date.today() < timedelta(days=2)
    assert dossier == {
        "first_name": "Awa",
        "last_name": "Diallo",
        "birth_date": "2006-05-04",
        "scheme": "CEJ",
        "ends_on": None,
        "activated": False,
        "structure": "Mission Locale du Val",
        "site": None,
        "advisors": [
            {
                "id": world.nadia.id,
                "first_name": "Nadia",
                "last_name": "Benali",
                "title": "conseillère",
                "usual_delay": None,
                "until": None,
                "role": "referent",
            }
        ],
    }
    assert {(one["kind"], one["role"], one["until"]) for one in grants} == {
        ("d", "referent", None),
        ("n", "referent", None),
    }


def test_a_young_person_reads_their_dossier_but_never_the_advisors_side(world: World) -> None:
    grants = [row["d"] for row in world.wire(world.karim).rows("grant")]

    assert {(one["kind"], one["role"]) for one in grants} == {
        ("u", "self"),
        ("s", "member"),
        ("d", "self"),
    }


def test_a_colleague_receives_nothing_of_it(world: World) -> None:
    person = invite(world)["young_person"]["id"]

    device = world.wire(world.marc)

    assert person not in {row["id"] for row in device.rows("young_person")}
    assert person not in {row["d"]["owner"] for row in device.rows("grant")}


def test_two_people_of_the_same_name_are_two_people(world: World) -> None:
    first, second = invite(world), invite(world)

    assert first["young_person"]["id"] != second["young_person"]["id"]
    assert first["invitation"]["code"] != second["invitation"]["code"]


TOMORROW = (date.today() + timedelta(days=2)).isoformat()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_name", ""),
        ("first_name", None),
        ("last_name", "x" * 81),
        ("last_name", ["Diallo"]),
        ("birth_date", TOMORROW),
        ("birth_date", "1899-12-31"),
        ("birth_date", "04/05/2006"),
        ("scheme", "RSA"),
        ("advisor_id", "somebody"),
    ],
)
def test_a_wrong_field_is_named_and_nobody_is_made(world: World, field: str, value: object) -> None:
    browser = world.browser(world.nadia)

    answer = browser.post("/api/young-people", json={**AWA, field: value}, headers=ORIGIN)

    status, body = said(answer)
    assert (status, list(body["errors"])) == (422, [field])
    with read_only() as session:
        assert session.scalar(select(Account).where(Account.first_name == "Awa")) is None


def test_neither_the_code_nor_a_name_is_left_in_the_records_about_it(world: World) -> None:
    code = invite(world)["invitation"]["code"]

    with read_only() as session:
        lines = session.scalars(select(AuditEntry)).all()
        kept = session.scalars(select(Invitation.code_sha256)).all()

    written: list[Any] = [*kept, *(one for line in lines for one in (line.verb, line.thing_id))]
    for secret in (code, code.replace("-", ""), "Awa", "Diallo"):
        assert not [one for one in written if one and secret.lower() in one.lower()]
    issued = [line for line in lines if line.verb == "invitation.issue"]
    assert [line.by_id for line in issued] == [world.nadia.id]

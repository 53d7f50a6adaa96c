"""`flask create-structure` is the real start: a structure, and the link of its first person."""

from __future__ import annotations

import re

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from server.identity.models import Account
from server.kernel.database import read_only
from server.structures.models import Structure
from tests.server.caseloads.invitations import redeem
from tests.server.identity.people import PASSWORD
from tests.server.wire import ORIGIN, Wire

WHO = ("--first-name", "Hélène", "--last-name", "Faure", "--email", "helene@example.org")
NAME = "Mission Locale du Plateau"


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=list(words))


def code_in(printed: Result) -> str:
    found = re.search(r"^http://localhost:8000/connexion#(\S{9})$", printed.output, re.MULTILINE)
    assert found, printed.output
    return found[1]


def test_the_first_person_supervises_and_invites(app: Flask) -> None:
    browser = app.test_client()

    printed = run(app, "create-structure", NAME, *WHO, "--site", "Nord", "--site", "Sud")
    me = redeem(browser, code_in(printed), password=PASSWORD).json

    assert me is not None
    assert (me["role"], me["supervisor"]) == ("advisor", True)
    (structure,) = Wire(browser).rows("structure")
    assert structure["d"]["name"] == NAME
    assert [site["name"] for site in structure["d"]["sites"]] == ["Nord", "Sud"]
    colleague = {
        "first_name": "Marc",
        "last_name": "Leroy",
        "email": "marc@example.org",
        "title": "conseiller",
        "site": structure["d"]["sites"][0]["id"],
    }
    invited = browser.post("/api/advisors/invitations", json=colleague, headers=ORIGIN)
    assert invited.status_code == 201
    person = {"first_name": "Karim", "last_name": "Haddad"}
    assert browser.post("/api/young-people", json=person, headers=ORIGIN).status_code == 201


@pytest.mark.parametrize(
    "words",
    [
        (NAME, *WHO[:-1], "not-an-address"),
        (NAME, *WHO, "--time-zone", "Mars/Olympus"),
        ("  ", *WHO),
        (NAME, *WHO, "--site", "x" * 121),
    ],
)
def test_a_mistake_is_said_in_a_sentence_and_opens_nothing(
    app: Flask, words: tuple[str, ...]
) -> None:
    printed = run(app, "create-structure", *words)

    assert printed.exit_code == 1
    assert printed.output.startswith("Error: ")
    assert "Traceback" not in printed.output
    with read_only() as session:
        assert session.scalar(select(func.count()).select_from(Structure)) == 0


def test_an_address_already_known_opens_nothing(app: Flask) -> None:
    run(app, "create-structure", NAME, *WHO)

    printed = run(app, "create-structure", "Une autre", *WHO)

    assert "Cette adresse a déjà un compte." in printed.output
    with read_only() as session:
        assert session.scalars(select(Structure.name)).all() == [NAME]


def test_whoever_lost_access_gets_a_new_link_from_the_command_line(app: Flask) -> None:
    first = code_in(run(app, "create-structure", NAME, *WHO))

    second = code_in(run(app, "new-link", "Helene@Example.org"))

    assert redeem(app.test_client(), first, password=PASSWORD).status_code == 404
    assert redeem(app.test_client(), second, password=PASSWORD).status_code == 200


def test_no_link_for_an_address_nobody_has(app: Flask) -> None:
    printed = run(app, "new-link", "nobody@example.org")

    assert (printed.exit_code, printed.output) == (1, "Error: Nous n’avons rien trouvé ici.\n")
    with read_only() as session:
        assert session.scalar(select(func.count()).select_from(Account)) == 0

"""Somebody else's file is not there: not in an address, not in a push, not in a pull."""

from __future__ import annotations

import time
import uuid
from typing import Any

import pytest
from playwright.sync_api import expect

from server.kernel.ids import new_id

from . import facts
from .people import Person
from .server import Server
from .stage import Stage

NOBODY = "01890000-0000-7000-8000-000000000000"
UNKNOWN_SCOPE = 987_654


@pytest.fixture
def ines(house: Server) -> facts.YoungFacts:
    """Inès Moreau, whom Nadia follows and Karim does not know."""
    return facts.young_person(house.data, "Inès", "Moreau")


@pytest.fixture
def rayan(house: Server) -> facts.YoungFacts:
    """Rayan Amrani, whom Marc follows and Nadia does not."""
    return facts.young_person(house.data, "Rayan", "Amrani")


def test_a_young_person_cannot_write_to_somebody_elses_thread(
    karim: Person, nadia: Person, ines: facts.YoungFacts
) -> None:
    assert _sent(nadia, ines.dossier, "message.send", text="Bonjour Inès") == {"o": "applied"}

    answer = _sent(karim, ines.dossier, "message.send", text="Je suis Inès")

    assert answer == {"o": "rejected", "why": "forbidden"}
    assert answer == _sent(karim, UNKNOWN_SCOPE, "message.send", text="Je suis Inès")


def test_a_young_person_cannot_reach_the_advisors_side_of_their_own_dossier(
    karim: Person, nadia: Person, house: Server
) -> None:
    own = facts.young_person(house.data, "Karim", "Haddad")
    flag: dict[str, Any] = {"type": "triage.flag", "record": own.id, "flagged": True}
    assert _sent(nadia, own.notes, **flag)["o"] in ("applied", "noop")

    answer = _sent(karim, own.notes, **flag)

    assert answer == {"o": "rejected", "why": "forbidden"}
    note: dict[str, Any] = {"type": "note.write", "text": "Une note sur moi"}
    assert _sent(karim, own.notes, **note) == {"o": "rejected", "why": "forbidden"}
    assert own.notes in _pulled(nadia, own.notes)
    assert own.notes not in _pulled(karim, own.notes)


def test_an_advisor_cannot_read_a_file_they_do_not_follow(
    nadia: Person, stage: Stage, house: Server, rayan: facts.YoungFacts
) -> None:
    marc = stage.at_a_desk("marc", house)
    assert rayan.dossier in _pulled(marc, rayan.dossier)

    scopes = _pulled(nadia, rayan.dossier)

    assert rayan.dossier not in scopes
    assert UNKNOWN_SCOPE not in _pulled(nadia, UNKNOWN_SCOPE)


@pytest.mark.parametrize("path", ["/jeunes/{id}", "/messages/{id}"])
def test_the_address_of_a_stranger_shows_what_an_unknown_address_shows(
    nadia: Person, house: Server, rayan: facts.YoungFacts, path: str
) -> None:
    own = facts.young_person(house.data, "Karim", "Haddad")
    nadia.opens(path.format(id=own.id))
    expect(nadia.page.get_by_text("Karim Haddad").first).to_be_visible()

    seen = _words_at(nadia, path.format(id=rayan.id))

    assert "Rayan" not in seen
    assert seen == _words_at(nadia, path.format(id=NOBODY))


def test_an_advisor_cannot_make_a_code_for_a_young_person_they_do_not_follow(
    nadia: Person, rayan: facts.YoungFacts
) -> None:
    unknown = nadia.call("POST", f"/api/young-people/{NOBODY}/invitations", {})

    stranger = nadia.call("POST", f"/api/young-people/{rayan.id}/invitations", {})

    assert (stranger["status"], stranger["json"]["code"]) == (404, unknown["json"]["code"])


def test_nobody_can_sign_out_somebody_elses_device(
    karim: Person, nadia: Person, house: Server
) -> None:
    theirs = facts.session_of(house.data, "Nadia")

    answer = karim.call("DELETE", f"/api/me/sessions/{theirs}")

    assert answer["status"] == 404
    assert nadia.call("GET", "/api/me")["status"] == 200


def _words_at(person: Person, path: str) -> str:
    person.opens(path)
    return person.page.get_by_role("main").inner_text()


def _sent(person: Person, scope: int, type: str, record: str | None = None, **given: Any) -> Any:
    """Push one intent as a device of that person never seen before; give its outcome."""
    now = int(time.time() * 1000)
    intent = {
        "n": 1,
        "u": str(uuid.uuid4()),
        "type": type,
        "mv": 1,
        "at": now,
        "id": record or new_id(),
        "base": {},
        "set": given,
    }
    answer = person.call("POST", "/api/sync/1", _request(push=[{"s": scope, "m": [intent]}]))
    (outcome,) = answer["json"]["push"][0]["r"]
    return {name: value for name, value in outcome.items() if name != "n"}


def _pulled(person: Person, scope: int) -> set[int]:
    """Ask for a scope as if it had always been held; give the scopes that come."""
    pull: dict[str, Any] = {
        "cursor": {str(scope): [1, 0]},
        "lanes": [scope],
        "budget": 262_144,
        "more": None,
    }
    asked = _request(pull=pull)
    found: set[int] = set()
    while True:
        page = person.call("POST", "/api/sync/1", asked)["json"]["pull"]
        found |= {one["s"] for one in page["scopes"]}
        whole = (one for one in page["scopes"] if not one["part"])
        pull["cursor"] |= {str(one["s"]): [one["epoch"], one["to"]] for one in whole}
        if page["more"] is None:
            return found
        pull["more"] = page["more"]


def _request(**halves: Any) -> dict[str, Any]:
    return {
        "proto": 1,
        "app": "2026.11.1",
        "client": uuid.uuid4().hex,
        "inc": None,
        "sent_at": int(time.time() * 1000),
        **halves,
    }

"""A device with no room left says so once, keeps the words in their field, then works again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

FULL = "Cet appareil est plein."
ACTION, COMMENT = "Porter mon CV au garage", "Je peux passer samedi matin ?"
NOTE = "Prévoir plus de temps la prochaine fois"
OTHER = "Appeler l’auto-école"
#: Enough for the application and its data, bytes.
_LITTLE = 16_000_000
_ASKS_FOR_MORE = """(size) => new Promise((resolve) => {
  const opening = indexedDB.open("something-else");
  opening.onupgradeneeded = () => opening.result.createObjectStore("things");
  opening.onerror = () => resolve(opening.error.name);
  opening.onsuccess = () => {
    const tx = opening.result.transaction("things", "readwrite");
    tx.objectStore("things").put("x".repeat(size), 1);
    tx.oncomplete = () => resolve("kept");
    tx.onabort = () => { opening.result.close(); resolve(tx.error.name); };
  };
})"""


class Phone:
    """Somebody's phone, whose room the test chooses."""

    def __init__(self, person: Person) -> None:
        self.person, self.page = person, person.page
        #: What is overridden stays so for as long as this connection is open.
        self._devtools = person.context.new_cdp_session(person.page)
        self._has_room(_LITTLE)

    @contextmanager
    def is_full(self) -> Iterator[None]:
        """Let the browser refuse every byte more, until the end of the block."""
        self._has_room(1)
        # Chromium grants room in advance: only one that asks for more makes it count again.
        assert self.page.evaluate(_ASKS_FOR_MORE, _LITTLE) == "QuotaExceededError"
        yield
        self._has_room(_LITTLE)

    def _has_room(self, size: int) -> None:
        room = {"origin": self.person.server.origin, "quotaSize": size}
        self._devtools.send("Storage.overrideQuotaForOrigin", room)


@pytest.fixture
def karim(stage: Stage, house: Server) -> Phone:
    """Karim Haddad on a phone with little room, at « Mon suivi »."""
    phone = _comes_in_with_little_room(stage, house, "karim")
    phone.person.goes_to("Suivi")
    return phone


def test_an_action_that_finds_no_room_stays_on_the_page(karim: Phone) -> None:
    karim.page.get_by_role("link", name="Ajouter une action").first.click()
    karim.page.get_by_role("button", name="Non, je vais le faire").click()
    karim.page.get_by_role("button", name="Emploi", exact=True).click()
    title = karim.page.get_by_role("textbox", name="Qu’allez-vous faire")
    with karim.is_full():
        title.fill(ACTION)
        _save(karim).click()

        _says_so_once(karim)
        expect(title).to_have_value(ACTION)

    _save(karim).click()

    expect(karim.page.get_by_role("heading", name="Mon suivi")).to_be_visible()
    expect(karim.page.get_by_role("listitem").filter(has_text=ACTION)).to_have_count(
        1, timeout=PATIENCE_MS
    )
    expect(karim.page.get_by_text(FULL)).to_have_count(0)


def test_a_comment_that_finds_no_room_stays_in_its_field(karim: Phone, house: Server) -> None:
    about = facts.young_person(house.data, "Karim", "Haddad").id
    karim.person.opens(f"/suivi/actions/{facts.action(house.data, about, OTHER)}")
    field = karim.page.get_by_role("textbox", name="Votre réponse")
    with karim.is_full():
        field.fill(COMMENT)
        _send(karim).click()

        _says_so_once(karim)
        expect(field).to_have_value(COMMENT)
        expect(_said(karim)).to_have_count(0)

    _send(karim).click()

    expect(_said(karim)).to_have_count(1, timeout=PATIENCE_MS)
    expect(field).to_have_value("")
    expect(karim.page.get_by_text(FULL)).to_have_count(0)


def test_an_answer_that_finds_no_room_is_not_shown_as_given(karim: Phone) -> None:
    karim.person.goes_to("Accueil")
    card = karim.page.get_by_role("region", name="Prochain rendez-vous")
    with karim.is_full():
        card.get_by_role("button", name="Je viens").click()

        _says_so_once(karim)
        expect(card).not_to_contain_text("Vous venez.")

    card.get_by_role("button", name="Je viens").click()

    expect(card).to_contain_text("Vous venez.")
    expect(karim.page.get_by_text(FULL)).to_have_count(0)


def test_a_note_that_finds_no_room_stays_in_its_field(stage: Stage, house: Server) -> None:
    nadia = _comes_in_with_little_room(stage, house, "nadia")
    nadia.person.opens(f"/jeunes/{facts.places(house.data)['id']}?onglet=notes")
    field = nadia.page.get_by_role("textbox", name="Nouvelle note")
    save = nadia.page.get_by_role("button", name="Enregistrer la note")
    notes = nadia.page.get_by_role("region", name="Notes privées").get_by_role("listitem")
    with nadia.is_full():
        field.fill(NOTE)
        save.click()

        _says_so_once(nadia)
        expect(field).to_have_value(NOTE)

    save.click()

    expect(notes.filter(has_text=NOTE)).to_have_count(1, timeout=PATIENCE_MS)
    expect(field).to_have_value("")


def _comes_in_with_little_room(stage: Stage, server: Server, persona: str) -> Phone:
    person = stage.passes_by(server, kind="phone")
    phone = Phone(person)
    person.persona = persona
    person.comes_in().is_ready_for_offline()
    return phone


def _says_so_once(karim: Phone) -> None:
    # Exactly these words: what is said aloud goes on with what to do.
    expect(karim.page.get_by_text(FULL, exact=True)).to_have_count(1, timeout=PATIENCE_MS)


def _save(karim: Phone) -> Locator:
    return karim.page.get_by_role("button", name="Enregistrer", exact=True)


def _send(karim: Phone) -> Locator:
    return karim.page.get_by_role("button", name="Envoyer", exact=True)


def _said(karim: Phone) -> Locator:
    """The comment among what was said."""
    exchanges = karim.page.get_by_role("region", name="Échanges")
    return exchanges.get_by_role("listitem").filter(has_text=COMMENT)

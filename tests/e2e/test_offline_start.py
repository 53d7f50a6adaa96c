"""Whatever was once received opens again without network, from any address."""

from __future__ import annotations

from playwright.sync_api import expect

from . import facts, screens
from .people import Person
from .server import Server


def test_a_young_person_starts_offline_on_any_address(karim: Person, house: Server) -> None:
    last = _last_words(karim.opens("/messages"))
    karim.opens("/accueil").is_ready_for_offline().loses_network()

    for path in (*screens.YOUNG, *screens.PUBLIC):
        _opens_whole(karim, screens.filled(path, house.data))

    assert _last_words(karim.opens("/messages")) == last


def test_an_advisor_starts_offline_on_any_address(nadia: Person, house: Server) -> None:
    about = facts.young_person(house.data, "Karim", "Haddad").id
    last = _last_words(nadia.opens(f"/messages/{about}"))
    nadia.opens("/portefeuille").is_ready_for_offline().loses_network()

    for path in (*screens.ADVISOR, *screens.PUBLIC):
        _opens_whole(nadia, screens.filled(path, house.data))

    assert _last_words(nadia.opens(f"/messages/{about}")) == last


def _last_words(person: Person) -> str:
    """Give the last message of the thread on screen, whatever other tests wrote there."""
    last = person.thread.locator(".bubble").last
    expect(last).to_be_visible()
    return last.inner_text()


def _opens_whole(person: Person, path: str) -> None:
    person.opens(path)
    assert person.page.evaluate("location.pathname + location.search") == path
    expect(person.page.get_by_text("Cette page n’est pas encore là")).to_have_count(0)

"""Whatever was once received opens again without network, from any address."""

from __future__ import annotations

from playwright.sync_api import expect

from . import facts, screens
from .people import Person
from .server import Server


def test_a_young_person_starts_offline_on_any_address(karim: Person) -> None:
    karim.is_ready_for_offline().loses_network()

    for path in (*screens.YOUNG, *screens.PUBLIC):
        _opens_whole(karim, path)

    karim.opens("/messages").must_see("Je mets une lettre de motivation ?")


def test_an_advisor_starts_offline_on_any_address(nadia: Person, house: Server) -> None:
    nadia.is_ready_for_offline().loses_network()
    about = facts.young_person(house.data, "Karim", "Haddad").id

    for path in (*screens.ADVISOR, *screens.PUBLIC):
        _opens_whole(nadia, path.format(id=about))

    nadia.opens(f"/messages/{about}").must_see("Je mets une lettre de motivation ?")


def _opens_whole(person: Person, path: str) -> None:
    person.opens(path)
    assert person.page.evaluate("location.pathname") == path
    expect(person.page.get_by_text("Cette page n’est pas encore là")).to_have_count(0)

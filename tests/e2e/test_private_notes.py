"""A private note goes to those who accompany, and its words to no other device."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage
from .wire import Wire

# Plain letters: on the wire, the others may be written as escapes.
NOTE = "Il ne veut pas que son entourage le sache"
MESSAGE = "Bonjour Karim, on se voit jeudi"


def test_the_words_of_a_private_note_reach_only_those_who_accompany(
    stage: Stage, house: Server
) -> None:
    about = facts.young_person(house.data, "Karim", "Haddad").id
    karim, on_karims_phone = _comes_in_overheard(stage, house, "karim", "phone")
    helene, on_helenes_desk = _comes_in_overheard(stage, house, "helene", "desktop")
    marc, on_marcs_desk = _comes_in_overheard(stage, house, "marc", "desktop")
    marc.opens(f"/jeunes/{about}?onglet=notes")
    nadia = stage.at_a_desk("nadia", house).opens(f"/jeunes/{about}?onglet=notes")

    nadia.page.get_by_role("textbox", name="Nouvelle note").fill(NOTE)
    nadia.page.get_by_role("button", name="Enregistrer la note").click()

    expect(_notes(marc).filter(has_text=NOTE)).to_be_visible(timeout=PATIENCE_MS)
    nadia.opens(f"/messages/{about}").sends(MESSAGE)
    karim.opens("/messages").must_see(MESSAGE)
    helene.opens(f"/jeunes/{about}").settles()
    on_marcs_desk.must_carry(NOTE)
    on_karims_phone.must_carry(MESSAGE)
    on_karims_phone.must_not_carry(NOTE)
    on_helenes_desk.must_not_carry(MESSAGE)
    on_helenes_desk.must_not_carry(NOTE)


def test_a_phone_that_comes_in_afterwards_receives_no_note(stage: Stage, house: Server) -> None:
    about = facts.young_person(house.data, "Inès", "Moreau").id
    nadia = stage.at_a_desk("nadia", house).opens(f"/jeunes/{about}?onglet=notes")
    nadia.page.get_by_role("textbox", name="Nouvelle note").fill(NOTE)
    nadia.page.get_by_role("button", name="Enregistrer la note").click()
    note = _notes(nadia).filter(has_text=NOTE)
    expect(note).not_to_contain_text("Enregistré sur cet appareil", timeout=PATIENCE_MS)
    _, on_nadias_tablet = _comes_in_overheard(stage, house, "nadia", "desktop")
    on_nadias_tablet.must_carry(NOTE)

    ines, on_ines_phone = _comes_in_overheard(stage, house, "ines", "phone")
    ines.opens("/messages").settles()

    on_ines_phone.must_carry("Moreau")
    on_ines_phone.must_not_carry(NOTE)


def _comes_in_overheard(
    stage: Stage, server: Server, persona: str, kind: str
) -> tuple[Person, Wire]:
    person = stage.passes_by(server, kind)
    wire = Wire(person.context)
    person.persona = persona
    person.comes_in().settles()
    return person, wire


def _notes(person: Person) -> Locator:
    return person.page.get_by_role("region", name="Notes privées").get_by_role("listitem")

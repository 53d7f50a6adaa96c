"""A young person's page, as their advisor keeps it: what is given there, and who never sees it."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from . import axe, facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage
from .wire import Wire

# Plain letters: on the wire, the others may be written as escapes.
_WORKSHOP = "Atelier CV du soir"
_SECRET = "Moins disponible le matin, voir avec son frere"


def test_two_people_get_one_appointment_and_never_learn_of_each_other(
    stage: Stage, own_server: Server
) -> None:
    own_server.start()
    karim, ines = (_with_a_wire(stage, own_server, one) for one in ("karim", "ines"))
    nadia = stage.at_a_desk("nadia", own_server)
    _opens_page_of(nadia, "Karim Haddad")
    nadia.is_ready_for_offline().loses_network()
    form = _opens(nadia, "Rendez-vous")
    form.get_by_role("textbox", name="Intitulé (facultatif)").fill(_WORKSHOP)
    form.get_by_label("Jour", exact=True).fill(_today())
    form.get_by_label("Début", exact=True).fill("23:00")
    expect(form.get_by_label("Fin", exact=True)).to_have_value("23:45")
    form.get_by_role("searchbox", name="Chercher un autre jeune").fill("ines")
    form.get_by_role("checkbox", name="Inès Moreau").check()

    form.get_by_role("button", name="Donner ce rendez-vous à 2 personnes").click()

    _goes_to_part(nadia, "Rendez-vous")
    given = nadia.page.get_by_role("listitem").filter(has_text=_WORKSHOP)
    expect(given).to_contain_text("Enregistré sur cet appareil")
    nadia.finds_network()
    expect(given).not_to_contain_text("Enregistré sur cet appareil", timeout=PATIENCE_MS)
    for (phone, wire), other in ((karim, _INES), (ines, _KARIM)):
        phone.page.get_by_role("link", name=re.compile(r"23\sh\s00")).click()
        expect(phone.page.get_by_text(_WORKSHOP).first).to_be_visible(timeout=PATIENCE_MS)
        wire.must_carry(_WORKSHOP)
        wire.must_not_carry(facts.young_person(own_server.data, *other).id, other[1])


def test_a_done_action_is_validated_once_and_for_all(nadia: Person) -> None:
    _opens_page_of(nadia, "Karim Haddad")
    form = _opens(nadia, "Action")
    form.get_by_role("textbox", name="Quelle action").fill("Relancer la boulangerie")
    form.get_by_label("Famille").select_option("EMPLOI")
    form.get_by_role("radio", name="Terminée").check()
    form.get_by_label("Faite quel jour").fill(_today())
    form.get_by_role("button", name="Enregistrer").click()
    _goes_to_part(nadia, "Actions")
    row = nadia.page.get_by_role("listitem").filter(has_text="Relancer la boulangerie")

    row.get_by_role("button", name="Valider 3 h").click()

    asked = nadia.page.get_by_role("dialog")
    expect(asked).to_contain_text("Une validation ne se reprend pas")
    asked.get_by_label("Heures validées").select_option("4")
    asked.get_by_role("button", name="Valider 4 h").click()
    expect(row).to_contain_text("4 h validées")
    row.get_by_role("link", name="Relancer la boulangerie").click()
    gestures = nadia.page.get_by_role("group", name="Que faire de cette action")
    expect(gestures.get_by_role("button")).to_have_text(["Dupliquer"])


def test_a_private_note_never_travels_to_the_phone(stage: Stage, own_server: Server) -> None:
    own_server.start()
    karim, wire = _with_a_wire(stage, own_server, "karim")
    karim.goes_to("Messages")
    nadia = stage.at_a_desk("nadia", own_server)
    _opens_page_of(nadia, "Karim Haddad")
    _goes_to_part(nadia, "Notes privées")
    nadia.page.get_by_role("textbox", name="Nouvelle note").fill(_SECRET)
    nadia.page.get_by_role("button", name="Enregistrer la note").click()
    note = nadia.page.get_by_role("listitem").filter(has_text=_SECRET)
    expect(note).to_contain_text("Envoyé", timeout=PATIENCE_MS)

    nadia.sends("On se voit demain ?")

    karim.must_see("On se voit demain ?")
    wire.must_carry("On se voit demain ?")
    wire.must_not_carry(_SECRET)


def test_axe_finds_nothing_in_the_forms_of_the_page(nadia: Person) -> None:
    _opens_page_of(nadia, "Karim Haddad")

    for key in ("n", "a"):
        expect(nadia.page.get_by_role("button", name="Action", exact=True)).to_be_visible()
        nadia.page.keyboard.press(key)
        form = nadia.page.get_by_role("dialog")
        expect(form).to_be_visible()
        form.get_by_role("button").last.click()
        assert axe.violations_everywhere(nadia.page) == []
        form.get_by_role("button", name="Fermer").click()


_KARIM = ("Karim", "Haddad")
_INES = ("Inès", "Moreau")


def _today() -> str:
    return datetime.now(ZoneInfo("Europe/Paris")).date().isoformat()


def _with_a_wire(stage: Stage, server: Server, persona: str) -> tuple[Person, Wire]:
    """Bring somebody in, then hear everything that reaches their phone from a fresh start on."""
    phone = stage.on_a_phone(persona, server)
    wire = Wire(phone.context)
    return phone.opens("/suivi").settles(), wire


def _opens_page_of(advisor: Person, name: str) -> None:
    about = facts.young_person(advisor.server.data, *name.split(" ")).id
    advisor.opens(f"/jeunes/{about}").settles()


def _goes_to_part(advisor: Person, name: str) -> None:
    parts = advisor.page.get_by_role("navigation", name="Parties de la fiche")
    parts.get_by_role("link", name=name).click()


def _opens(advisor: Person, name: str) -> Locator:
    advisor.page.get_by_role("button", name=name, exact=True).click()
    return advisor.page.get_by_role("dialog")

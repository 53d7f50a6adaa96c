"""From an advisor's « Inviter un jeune » to a first message, and back in when access is lost."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from . import facts
from .people import PATIENCE_MS, SENT, Person
from .server import Server
from .stage import Stage

PASSWORD = "trois pommes et 12 noix"


def test_a_young_person_comes_in_with_the_code_of_their_advisor(
    nadia: Person, stage: Stage, house: Server
) -> None:
    code = _invites(nadia, "Zoé", "Tessier")
    zoe = stage.passes_by(house, kind="phone").opens("/connexion")
    zoe.page.get_by_role("textbox", name="Mon code").fill(code.lower())
    zoe.page.get_by_role("button", name="Continuer").click()
    zoe.page.get_by_role("button", name="J’accepte et j’entre").click()
    expect(zoe.page.get_by_role("heading", name="Bonjour Zoé")).to_be_visible(timeout=PATIENCE_MS)

    zoe.goes_to("Messages").sends("Bonjour, c’est Zoé !")

    nadia.opens(f"/messages/{facts.young_person(house.data, 'Zoé', 'Tessier').id}")
    nadia.must_see("Bonjour, c’est Zoé !")
    assert _refused(stage.passes_by(house), code)


def test_a_link_is_used_up_by_a_tap_only(nadia: Person, stage: Stage, house: Server) -> None:
    code = _invites(nadia, "Noé", "Cordier")
    curious = stage.passes_by(house).opens(f"/connexion#{code}")
    expect(curious.page.get_by_role("heading", name="Bonjour Noé")).to_be_visible()

    noe = stage.passes_by(house, kind="phone").opens(f"/connexion#{code}")
    noe.page.get_by_role("button", name="J’accepte et j’entre").click()

    expect(noe.page.get_by_role("heading", name="Bonjour Noé")).to_be_visible()
    expect(noe.page.get_by_role("navigation", name="Menu principal")).to_be_visible()


def test_a_new_code_ends_the_old_phone_and_keeps_what_it_had_not_sent(
    stage: Stage, own_server: Server
) -> None:
    lucas = stage.on_a_phone("lucas", own_server.start()).is_ready_for_offline()
    nadia = stage.at_a_desk("nadia", own_server)
    lucas_id = facts.young_person(own_server.data, "Lucas", "Petit").id
    lucas.goes_to("Messages")
    lucas.loses_network()
    lucas.sends("Écrit avant le nouveau code")
    code = _makes_new_code(nadia, lucas_id)

    lucas.finds_network()
    lucas.page.get_by_role("link", name="Me reconnecter").click(timeout=PATIENCE_MS)
    lucas.page.get_by_role("textbox", name="Mon code").fill(code)
    lucas.page.get_by_role("button", name="Continuer").click()
    lucas.page.get_by_role("button", name="J’accepte et j’entre").click()

    # Back where one was writing.
    lucas.must_see("Écrit avant le nouveau code", SENT)
    assert facts.texts(own_server.data, lucas_id).count("Écrit avant le nouveau code") == 1


def test_an_invited_advisor_comes_back_with_a_password(stage: Stage, house: Server) -> None:
    helene = stage.at_a_desk("helene", house).opens("/profil")
    helene.page.get_by_role("button", name="Inviter un conseiller").click()
    form = helene.page.get_by_role("dialog")
    form.get_by_role("textbox", name="Prénom").fill("Awen")
    form.get_by_role("textbox", name="Nom", exact=True).fill("Tanguy")
    form.get_by_role("textbox", name="Adresse professionnelle").fill("awen@ml-val.example")
    form.get_by_role("button", name="Créer le lien").click()
    link = form.get_by_role("textbox", name="Lien à envoyer").input_value()
    awen = stage.passes_by(house).opens(link.removeprefix(house.origin))
    awen.page.get_by_label("Choisir un mot de passe").fill(PASSWORD)
    awen.page.get_by_role("button", name="J’accepte et j’entre").click()
    expect(awen.page.get_by_role("heading", name="Portefeuille")).to_be_visible()
    again = stage.passes_by(house).opens("/connexion?espace=conseiller")
    again.page.get_by_role("textbox", name="Adresse professionnelle").fill("awen@ml-val.example")
    again.page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)

    again.page.get_by_role("button", name="Entrer", exact=True).click()

    expect(again.page.get_by_role("heading", name="Portefeuille")).to_be_visible()
    expect(again.page.get_by_text("Awen Tanguy")).to_be_visible()


def test_leaving_says_what_is_unsent_and_erases(karim: Person) -> None:
    karim.is_ready_for_offline().goes_to("Messages")
    karim.loses_network()
    karim.sends("Pas encore parti")
    karim.opens("/profil")
    karim.page.get_by_role("button", name=re.compile("^Sortir de cet appareil")).click()
    question = karim.page.get_by_role("dialog")
    expect(question).to_contain_text("1 envoi attend encore")

    question.get_by_role("button", name="Sortir et perdre ces textes").click()

    expect(karim.page.get_by_role("heading", name="Bienvenue")).to_be_visible(timeout=PATIENCE_MS)
    held = karim.page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name))")
    assert held == []


def _invites(nadia: Person, first_name: str, last_name: str) -> str:
    """Make a young person and give their code, as the dialog shows it."""
    nadia.opens("/portefeuille")
    nadia.page.get_by_role("button", name="Inviter un jeune").click()
    form = nadia.page.get_by_role("dialog")
    form.get_by_role("textbox", name="Prénom").fill(first_name)
    form.get_by_role("textbox", name="Nom", exact=True).fill(last_name)
    form.get_by_role("button", name="Créer le code").click()
    return _code_shown(nadia)


def _makes_new_code(nadia: Person, young_person_id: str) -> str:
    nadia.opens(f"/jeunes/{young_person_id}?onglet=dossier")
    nadia.page.get_by_role("button", name="Nouveau code").click()
    nadia.page.get_by_role("button", name="Faire un nouveau code").click()
    return _code_shown(nadia)


def _code_shown(nadia: Person) -> str:
    link = nadia.page.get_by_role("textbox", name="Lien à envoyer").input_value()
    return link.split("#")[1]


def _refused(person: Person, code: str) -> bool:
    answer = person.opens("/connexion").call("POST", "/api/invitations/preview", {"code": code})
    return bool(answer["status"] == 404)

"""What opens over a screen, and screens in their less usual states: axe finds nothing either."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from . import axe, screens
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage


@pytest.mark.parametrize(
    ("who", "path", "opener"),
    [
        ("karim", "/messages", "En danger"),
        ("karim", "/messages", "Que faire de ce message"),
        ("karim", "/profil", "Sortir de cet appareil"),
        ("karim", "/accueil", "Je ne peux pas"),
        ("karim", "/accueil", "Voir ce qui compte"),
        ("karim", "/suivi", "Autre jour"),
        ("karim", "/suivi/rendez-vous/{appointment}", "Je ne peux pas"),
        ("karim", "/suivi/actions/{action}", "Changer la date"),
        ("nadia", "/portefeuille", "Inviter un jeune"),
        ("nadia", "/portefeuille", "Aide et raccourcis"),
        ("nadia", "/portefeuille", "Masquer l’écran"),
        ("nadia", "/jeunes/{id}?onglet=dossier", "Nouveau code"),
        ("nadia", "/jeunes/{id}?onglet=dossier", "Modifier"),
        ("nadia", "/jeunes/{id}?onglet=notes", "Modifier la note"),
        ("nadia", "/jeunes/{id}?onglet=actions", "Valider"),
        ("nadia", "/jeunes/{id}/actions/{action}", "Modifier"),
        ("nadia", "/jeunes/{id}/rendez-vous/{appointment}", "Modifier ou déplacer"),
        ("nobody", "/connexion", "Je n’ai pas de code"),
        ("nobody", "/connexion", "Essayer la démonstration"),
    ],
)
def test_axe_finds_nothing_in_what_opens(
    stage: Stage, house: Server, who: str, path: str, opener: str
) -> None:
    person = stage.passes_by(house) if who == "nobody" else stage.at_a_desk(who, house)
    person.opens(screens.filled(path, house.data)).settles()

    person.page.get_by_role("button", name=re.compile(opener)).last.click()

    expect(person.page.get_by_role("dialog")).to_be_visible()
    assert axe.violations_everywhere(person.page) == []


def test_axe_finds_nothing_at_the_advisors_door(stage: Stage, house: Server) -> None:
    passer_by = stage.passes_by(house)

    passer_by.opens("/connexion?espace=conseiller").settles()

    assert axe.violations_everywhere(passer_by.page) == []


def test_axe_finds_nothing_on_the_way_in(nadia: Person, stage: Stage, house: Server) -> None:
    nadia.page.get_by_role("button", name="Inviter un jeune").click()
    form = nadia.page.get_by_role("dialog")
    form.get_by_role("textbox", name="Prénom").fill("Ève")
    form.get_by_role("textbox", name="Nom", exact=True).fill("Robin")
    form.get_by_role("button", name="Créer le code").click()
    link = nadia.page.get_by_role("textbox", name="Lien à envoyer").input_value()
    assert axe.violations_everywhere(nadia.page) == []
    eve = stage.passes_by(house)

    eve.opens(link.removeprefix(house.origin)).settles()

    expect(eve.page.get_by_role("heading", name="Bonjour Ève")).to_be_visible()
    assert axe.violations_everywhere(eve.page) == []


@pytest.mark.parametrize("path", ["/accueil", "/messages", "/envois"])
def test_axe_finds_nothing_without_network(karim: Person, path: str) -> None:
    karim.is_ready_for_offline().goes_to("Messages")
    karim.loses_network()
    karim.sends("Écrit sans réseau")

    karim.opens(path)

    expect(karim.page.get_by_text("Hors connexion").first).to_be_visible(timeout=PATIENCE_MS)
    assert axe.violations_everywhere(karim.page) == []

"""Actions of a young person: three steps, kept through a dead battery, done, resumed."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, expect

from . import axe
from .people import PATIENCE_MS, Person, PersonWithOwnBrowser
from .server import Server
from .stage import Stage

TITLE = "Déposer mon CV à la boulangerie"
#: A draft is on the device so long after the last key, at most; twice that, milliseconds.
DRAFT_KEPT_MS = 600


def _adds(person: Person, title: str, *, answer: str, family: str) -> None:
    """Write an action down, from « Mon suivi » and back to it."""
    person.page.get_by_role("link", name="Ajouter une action").first.click()
    _answers(person, answer, family)
    _title(person).fill(title)
    person.page.get_by_role("button", name="Enregistrer").click()
    expect(person.page.get_by_role("heading", name="Mon suivi")).to_be_visible()
    expect(_row(person, title)).to_be_visible(timeout=PATIENCE_MS)


def _answers(person: Person, answer: str, family: str) -> None:
    person.page.get_by_role("button", name=answer).click()
    person.page.get_by_role("button", name=family, exact=True).click()


def _title(person: Person) -> Locator:
    return person.page.get_by_role("textbox", name=re.compile("^Qu’a"))


def _row(person: Person, title: str) -> Locator:
    return person.page.get_by_role("listitem").filter(has_text=title)


def test_an_action_is_written_in_three_steps_without_network(stage: Stage, house: Server) -> None:
    karim = stage.on_a_phone("karim", house).is_ready_for_offline().goes_to("Suivi")
    karim.loses_network()

    _adds(karim, TITLE, answer="Non, je vais le faire", family="Emploi")

    expect(_row(karim, TITLE)).to_contain_text("Enregistré sur cet appareil")
    karim.finds_network()
    expect(_row(karim, TITLE)).not_to_contain_text("Enregistré", timeout=PATIENCE_MS)


def test_saving_is_taken_back_from_the_toast(karim: Person) -> None:
    karim.goes_to("Suivi")
    _adds(karim, "Une action de trop", answer="Oui, je l’ai fait", family="Santé")

    karim.page.get_by_role("button", name="Annuler", exact=True).click()

    expect(_row(karim, "Une action de trop")).to_have_count(0)


def test_what_was_being_written_survives_a_dead_battery(stage: Stage, own_server: Server) -> None:
    karim: PersonWithOwnBrowser = stage.with_own_phone("karim", own_server.start())
    karim.loses_network()
    karim.goes_to("Suivi")
    karim.page.get_by_role("link", name="Ajouter une action").first.click()
    _answers(karim, "Oui, je l’ai fait", "Formation")
    karim.page.get_by_role("radio", name="Hier").check(force=True)
    _title(karim).press_sequentially("Chercher une formation")
    karim.page.wait_for_timeout(DRAFT_KEPT_MS)

    karim.loses_power()
    karim.starts_again("/suivi/nouvelle", online=False)

    expect(_title(karim)).to_have_value("Chercher une formation")
    expect(karim.page.get_by_role("radio", name="Hier")).to_be_checked()
    expect(karim.page.get_by_text("Formation : compte 3 h.")).to_be_visible()


def test_back_goes_one_step_back_and_loses_nothing(karim: Person) -> None:
    karim.goes_to("Suivi")
    karim.page.get_by_role("link", name="Ajouter une action").first.click()
    _answers(karim, "Non, je vais le faire", "Logement")
    _title(karim).fill("Visiter un logement")

    karim.page.go_back()
    expect(karim.page.get_by_role("heading", name="Ce sera pour quoi")).to_be_focused()
    karim.page.get_by_role("link", name="Retour").click()
    expect(karim.page.get_by_role("heading", name="C’est déjà fait")).to_be_focused()
    _answers(karim, "Oui, je l’ai fait", "Santé")

    expect(_title(karim)).to_have_value("Visiter un logement")
    karim.page.get_by_role("button", name="Fermer sans garder").click()
    expect(karim.page.get_by_role("heading", name="Mon suivi")).to_be_visible()


def test_a_tick_says_done_and_undo_takes_it_back(karim: Person) -> None:
    karim.goes_to("Suivi")
    _adds(karim, "Refaire ma carte", answer="Non, je vais le faire", family="Papiers, permis")
    tick = karim.page.get_by_role("checkbox", name="C’est fait : Refaire ma carte")

    tick.press("Space")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    karim.page.keyboard.press("Control+z")

    expect(tick).not_to_be_checked()


def test_what_was_planned_before_today_is_a_question(stage: Stage, house: Server) -> None:
    karim = stage.on_a_phone("karim", house).goes_to("Suivi")
    _adds(karim, "Appeler la mairie", answer="Non, je vais le faire", family="Papiers, permis")
    karim.page.clock.set_fixed_time(dt.datetime.now() + dt.timedelta(days=1))
    karim.opens("/suivi")
    late = karim.page.get_by_role("region", name="Appeler la mairie")
    _shows_all_to_resume(karim)
    expect(late).to_contain_text(re.compile("C’était prévu hier. Toujours utile"))

    late.get_by_role("button", name="Autre jour").click()
    karim.page.get_by_role("dialog").get_by_role("button", name="Demain").click()

    expect(late).to_have_count(0)
    karim.page.get_by_role("button", name="Annuler", exact=True).click()
    _shows_all_to_resume(karim)
    expect(late).to_have_count(1)


def _shows_all_to_resume(person: Person) -> None:
    expect(person.page.get_by_text("Toujours utile").first).to_be_visible()
    others = person.page.get_by_role("button", name=re.compile("à reprendre"))
    if others.count():
        others.click()


def test_an_action_that_is_not_there_says_so_calmly(karim: Person) -> None:
    karim.opens("/suivi/actions/01933f6e-0000-7000-8000-000000000000")

    expect(karim.page.get_by_role("heading", name="Cette action n’est plus là")).to_be_visible()
    karim.page.get_by_role("link", name="Voir mon suivi").click()
    expect(karim.page.get_by_role("heading", name="Mon suivi")).to_be_visible()


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_axe_finds_nothing_in_the_steps(stage: Stage, house: Server, steps: int) -> None:
    karim = stage.at_a_desk("karim", house).opens("/suivi/nouvelle").settles()
    if steps > 1:
        karim.page.get_by_role("button", name="Oui, je l’ai fait").click()
    if steps > 2:
        karim.page.get_by_role("button", name="Emploi", exact=True).click()
        karim.page.get_by_role("radio", name="Autre jour").check(force=True)
        karim.page.get_by_role("button", name="Enregistrer").click()
        expect(_title(karim)).to_be_visible()

    assert axe.violations_everywhere(karim.page) == []


@pytest.mark.parametrize("opener", ["Modifier, copier ou supprimer", "Changer la date", None])
def test_axe_finds_nothing_in_an_action(stage: Stage, house: Server, opener: str | None) -> None:
    karim = stage.at_a_desk("karim", house).goes_to("Suivi")
    title = f"Un logement, {opener or 'la visite'}"
    _adds(karim, title, answer="Non, je vais le faire", family="Logement")
    _row(karim, title).get_by_role("link").click()
    karim.page.get_by_text("Historique").click()
    if opener:
        karim.page.get_by_role("button", name=opener).click()

    assert axe.violations_everywhere(karim.page) == []

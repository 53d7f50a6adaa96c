"""A month without network: what was written leaves, what was missed comes, each thing once."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, SENT, Person
from .server import Server
from .stage import Stage

AWAY = dt.timedelta(days=30)
LEAVING, ADDED = "Je pars un mois, sans réseau", "Trier mes papiers en route"
NEWS, ASKED, MEETING = "Te revoilà bientôt ?", "Raconter le voyage", "Le retour"
KEPT = "Enregistré sur cet appareil"


@pytest.fixture
def about(own_server: Server) -> str:
    """Whose month it is."""
    return facts.young_person(own_server.data, "Karim", "Haddad").id


def test_a_month_away_loses_and_doubles_nothing(
    stage: Stage, own_server: Server, about: str
) -> None:
    karim = stage.on_a_phone("karim", own_server.start()).is_ready_for_offline()
    left, back = dt.datetime.now(), dt.datetime.now() + AWAY
    link = _card(karim).get_by_role("link").get_attribute("href") or ""
    karim.loses_network()
    _writes_before_leaving(karim)

    nadia = _nadia_a_month_later(stage, own_server, back)
    _nadia_writes(nadia, about, back.date())
    karim.page.clock.install(time=back)
    karim.opens(_week(left.date()))

    expect(_row(karim, ADDED)).to_contain_text(KEPT)

    karim.finds_network()
    expect(karim.page.get_by_text("Reconnectez-vous.", exact=True)).to_be_visible()
    karim.comes_in()

    _finds_everything(karim, left.date(), back.date())
    nadia.opens(f"/messages/{about}").must_see(LEAVING)
    nadia.opens(f"/jeunes/{about}/rendez-vous/{link.rpartition('/')[2]}")
    expect(nadia.page.get_by_role("region", name="Réponse de Karim")).to_contain_text("Vient")
    nadia.opens(f"/jeunes/{about}?onglet=actions")
    for title in (ADDED, ASKED):
        expect(_row(nadia, title)).to_have_count(1, timeout=PATIENCE_MS)
    texts = facts.texts(own_server.data, about)
    assert [texts.count(LEAVING), texts.count(NEWS)] == [1, 1]


def _writes_before_leaving(karim: Person) -> None:
    _card(karim).get_by_role("button", name="Je viens").click()
    expect(_card(karim)).to_contain_text(KEPT)
    karim.goes_to("Messages")
    karim.sends(LEAVING)
    karim.goes_to("Suivi")
    karim.page.get_by_role("link", name="Ajouter une action").first.click()
    karim.page.get_by_role("button", name="Non, je vais le faire").click()
    karim.page.get_by_role("button", name="Papiers, permis", exact=True).click()
    karim.page.get_by_role("textbox", name="Qu’allez-vous faire").fill(ADDED)
    karim.page.get_by_role("button", name="Enregistrer").click()
    expect(_row(karim, ADDED)).to_contain_text(KEPT)


def _nadia_a_month_later(stage: Stage, server: Server, back: dt.datetime) -> Person:
    """Move the clock of the server, and bring Nadia in with hers."""
    nadia = stage.passes_by(server)
    moved = nadia.context.request.post(
        f"{server.origin}/api/test/clock",
        data={"offset_ms": int(AWAY.total_seconds() * 1000)},
        headers={"Origin": server.origin},
    )
    assert moved.status == 200, moved.text()
    nadia.page.clock.install(time=back)
    nadia.persona = "nadia"
    return nadia.comes_in()


def _nadia_writes(nadia: Person, about: str, today: dt.date) -> None:
    nadia.opens(f"/messages/{about}").sends(NEWS)
    nadia.opens(f"/jeunes/{about}").settles()
    nadia.page.keyboard.press("n")
    form = nadia.page.get_by_role("dialog", name="Nouvelle action pour Karim")
    form.get_by_label("Quelle action").fill(ASKED)
    form.get_by_label("Pour quel jour").fill(_ahead(today).isoformat())
    form.get_by_role("button", name="Enregistrer").click()
    expect(form).to_be_hidden()
    nadia.page.keyboard.press("a")
    form = nadia.page.get_by_role("dialog", name="Nouveau rendez-vous avec Karim")
    form.get_by_label("Intitulé").fill(MEETING)
    form.get_by_label("Jour", exact=True).fill(_ahead(today).isoformat())
    form.get_by_label("Début").fill("11:20")
    form.get_by_role("button", name="Donner ce rendez-vous").click()
    expect(form).to_be_hidden()
    nadia.opens(f"/jeunes/{about}?onglet=rendez-vous")
    expect(_row(nadia, MEETING)).to_be_visible()
    expect(nadia.page.get_by_text(KEPT)).to_have_count(0, timeout=PATIENCE_MS)


def _finds_everything(karim: Person, left: dt.date, back: dt.date) -> None:
    karim.opens(_week(_ahead(back)))
    expect(_row(karim, ASKED)).to_have_count(1, timeout=PATIENCE_MS)
    expect(_row(karim, "11 h 20")).to_have_count(1)
    karim.opens(_week(left))
    expect(_row(karim, ADDED)).to_have_count(1)
    expect(karim.page.get_by_text(KEPT)).to_have_count(0, timeout=PATIENCE_MS)
    karim.opens("/messages").must_see(NEWS)
    karim.must_see(LEAVING, SENT)


def _card(karim: Person) -> Locator:
    return karim.page.get_by_role("region", name="Prochain rendez-vous")


def _row(person: Person, words: str) -> Locator:
    return person.page.get_by_role("listitem").filter(has_text=words)


def _ahead(today: dt.date) -> dt.date:
    return today + dt.timedelta(days=2)


def _week(day: dt.date) -> str:
    """« Mon suivi », the week of that day."""
    return f"/suivi?semaine={day - dt.timedelta(days=day.weekday())}"

"""« Je viens », said where there is no network: kept on the phone, then seen by the advisor."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

KEPT = "Enregistré sur cet appareil"


def test_an_answer_survives_the_lift_and_reaches_the_advisor(
    stage: Stage, own_server: Server
) -> None:
    karim = stage.with_own_phone("karim", own_server.start())
    nadia = _nadia_at_the_appointment(stage, own_server, karim)
    karim.loses_network()

    _says_he_comes(karim)
    karim.loses_power()
    karim.starts_again("/accueil", online=False)

    expect(_card(karim)).to_contain_text("Vous venez.")
    expect(_card(karim)).to_contain_text(KEPT)
    expect(_answer(nadia)).to_contain_text("Sans réponse")

    karim.finds_network()

    expect(_answer(nadia)).to_contain_text("Vient", timeout=PATIENCE_MS)
    expect(_card(karim)).not_to_contain_text(KEPT, timeout=PATIENCE_MS)
    expect(_card(karim)).to_contain_text("Vous venez.")


def test_a_refusal_changed_twice_in_the_lift_arrives_once_as_the_last(
    stage: Stage, own_server: Server
) -> None:
    karim = stage.on_a_phone("karim", own_server.start())
    nadia = _nadia_at_the_appointment(stage, own_server, karim)
    seen = _hears_every_answer(nadia)
    karim.loses_network()

    _says_he_cannot_come(karim, because="Travail")
    _says_he_comes(karim)
    _says_he_cannot_come(karim, because="Santé", words="Je suis chez le dentiste")
    karim.finds_network()

    answer = _answer(nadia)
    expect(answer).to_contain_text("Ne peut pas", timeout=PATIENCE_MS)
    expect(answer).to_contain_text(re.compile("Santé.*Je suis chez le dentiste", re.DOTALL))
    expect(_card(karim)).to_contain_text("Vous ne pouvez pas venir.")
    expect(_card(karim)).not_to_contain_text(KEPT, timeout=PATIENCE_MS)
    assert "Vient" not in nadia.page.evaluate(seen)


def _card(karim: Person) -> Locator:
    return karim.page.get_by_role("region", name="Prochain rendez-vous")


def _answer(nadia: Person) -> Locator:
    return nadia.page.get_by_role("region", name="Réponse de Karim")


def _nadia_at_the_appointment(stage: Stage, server: Server, karim: Person) -> Person:
    """Nadia looks at the appointment that Karim's home screen shows."""
    href = _card(karim).get_by_role("link").get_attribute("href") or ""
    about = facts.young_person(server.data, "Karim", "Haddad").id
    nadia = stage.at_a_desk("nadia", server)
    nadia.opens(f"/jeunes/{about}/rendez-vous/{href.rpartition('/')[2]}")
    expect(_answer(nadia)).to_contain_text("Sans réponse", timeout=PATIENCE_MS)
    return nadia


def _hears_every_answer(nadia: Person) -> str:
    """Note every answer that this screen shows from now on; gives how to read them."""
    _answer(nadia).evaluate(
        "(one) => { window.answers = []; new MutationObserver(() =>"
        " window.answers.push(one.textContent)).observe(one,"
        " { childList: true, characterData: true, subtree: true }); }"
    )
    return "window.answers.join()"


def _says_he_comes(karim: Person) -> None:
    _card(karim).get_by_role("button", name="Je viens").click()
    expect(_card(karim)).to_contain_text("Vous venez.")
    expect(_card(karim)).to_contain_text(KEPT)


def _says_he_cannot_come(karim: Person, *, because: str, words: str = "") -> None:
    _card(karim).get_by_role("button", name="Je ne peux pas").click()
    why = karim.page.get_by_role("dialog", name="Vous ne pouvez pas")
    why.get_by_role("radio", name=because).check(force=True)
    why.get_by_role("textbox").fill(words)
    why.get_by_role("button", name="Prévenir Nadia").click()
    expect(_card(karim)).to_contain_text("Vous ne pouvez pas venir.")
    expect(_card(karim)).to_contain_text(KEPT)

"""What happens by itself is said aloud and named in the title, on whatever screen one is."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from . import facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

_HELD = """() => { window.heard = []; document.querySelectorAll("[aria-live]").forEach((region) =>
  new MutationObserver(() => window.heard.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true })); }"""
_HEARD = "(words) => window.heard.some((one) => new RegExp(words).test(one))"


def test_a_message_that_arrives_is_said_and_counted_on_the_home_screen(
    stage: Stage, own_server: Server
) -> None:
    karim = stage.on_a_phone("karim", own_server.start()).opens("/accueil").settles()
    nadia = stage.at_a_desk("nadia", own_server)
    nadia.opens(f"/messages/{facts.young_person(own_server.data, 'Karim', 'Haddad').id}")
    _listens(karim)

    nadia.sends("Tu es sur ton accueil ?")

    _must_hear(karim, r"^Nadia, .*\s:\sTu es sur ton accueil")
    expect(karim.page).to_have_title(re.compile(r"^Accueil, \d+ non lus? · "))


def test_sending_losing_and_finding_the_network_are_said(karim: Person) -> None:
    karim.opens("/messages").settles()
    _listens(karim)
    karim.loses_network()
    _must_hear(karim, "^Hors connexion")

    karim.sends("Le premier, sans réseau")
    _must_hear(karim, "^Enregistré sur cet appareil")
    karim.sends("Le second, sans réseau")
    karim.finds_network()

    _must_hear(karim, "De nouveau en ligne")
    _must_hear(karim, "2 messages envoyés")


def test_a_refusal_is_said_and_shown_far_from_the_thread(karim: Person) -> None:
    karim.opens("/messages").settles()
    karim.loses_network()
    karim.composer.fill("x")
    karim.composer.evaluate(
        "(field) => { field.value = 'mot\\u0000interdit';"
        " field.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    karim.page.get_by_role("button", name="Envoyer", exact=True).click()
    karim.goes_to("Accueil")
    _listens(karim)

    karim.finds_network()

    _must_hear(karim, "^Message refusé")
    expect(karim.page.get_by_role("link", name=re.compile("à revoir")).first).to_be_visible()
    expect(karim.page.get_by_text("À jour", exact=True)).to_have_count(0)


def _listens(person: Person) -> None:
    person.page.evaluate(_HELD)


def _must_hear(person: Person, words: str) -> None:
    person.page.wait_for_function(_HEARD, arg=words, timeout=PATIENCE_MS)

"""Everything a hand on a mouse does, a keyboard does, and one always sees where it is."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, SENT, Person
from .server import Server
from .stage import Stage

#: More stops than any screen has on the way to anything.
_FAR = 80
_HAS_FOCUS = "(one) => one === document.activeElement"
_IS_MARKED = """() => {
  const marks = getComputedStyle(document.activeElement);
  return marks.outlineStyle !== "none" && parseFloat(marks.outlineWidth) >= 2;
}"""


def test_the_first_stop_skips_to_the_content(karim: Person) -> None:
    karim.opens("/accueil").page.keyboard.press("Tab")
    expect(karim.page.get_by_role("link", name="Aller au contenu")).to_be_focused()

    karim.page.keyboard.press("Enter")

    assert karim.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_young_person_writes_with_the_keyboard_only(karim: Person) -> None:
    _goes_to(karim, karim.page.get_by_role("navigation").get_by_role("link", name="Messages"))
    karim.page.keyboard.press("Enter")
    _goes_to(karim, karim.composer)
    karim.page.keyboard.type("Écrit sans toucher l’écran")
    _goes_to(karim, karim.page.get_by_role("button", name="Envoyer", exact=True))

    karim.page.keyboard.press("Enter")

    karim.must_see("Écrit sans toucher l’écran", SENT)


def test_a_young_person_edits_with_the_keyboard_only(karim: Person) -> None:
    karim.opens("/messages").sends("Je viens jeuid")
    _goes_to(karim, karim.message("Je viens jeuid"), back=True)
    karim.page.keyboard.press("Enter")
    _goes_to(karim, karim.page.get_by_role("dialog").get_by_role("button", name="Modifier"))
    karim.page.keyboard.press("Enter")
    expect(karim.composer).to_be_focused()
    karim.page.keyboard.press("Control+a")
    karim.page.keyboard.type("Je viens jeudi")
    _goes_to(karim, karim.page.get_by_role("button", name="Envoyer", exact=True))

    karim.page.keyboard.press("Enter")

    karim.must_see("Je viens jeudi")
    expect(karim.message("jeuid")).to_have_count(0)


def test_a_closed_dialog_gives_the_focus_back(karim: Person) -> None:
    karim.opens("/messages")
    danger = karim.page.get_by_role("button", name="En danger")
    _goes_to(karim, danger)
    karim.page.keyboard.press("Enter")
    expect(karim.page.get_by_role("dialog", name="En danger")).to_be_visible()

    karim.page.keyboard.press("Escape")

    expect(karim.page.get_by_role("dialog")).to_have_count(0)
    expect(danger).to_be_focused()


def test_an_advisor_finds_and_answers_with_the_keyboard_only(nadia: Person) -> None:
    nadia.page.keyboard.press("Control+k")
    nadia.page.keyboard.type("lucas pet")
    expect(nadia.page.get_by_role("option", name=re.compile("^Lucas Petit"))).to_be_visible()
    nadia.page.keyboard.press("Enter")
    expect(nadia.page.get_by_role("heading", level=1, name="Lucas Petit")).to_be_visible()
    nadia.page.keyboard.press("r")
    expect(nadia.composer).to_be_focused()
    nadia.page.keyboard.type("Quelle belle nouvelle, Lucas !")

    nadia.page.keyboard.press("Control+Enter")

    nadia.must_see("Quelle belle nouvelle, Lucas !", SENT)


def test_an_advisor_walks_through_conversations_with_letters(nadia: Person) -> None:
    nadia.opens("/messages").settles()
    second = nadia.page.get_by_role("region", name="Conversations").get_by_role("link").nth(1)
    named = second.aria_snapshot()
    nadia.page.keyboard.press("j")
    nadia.page.keyboard.press("j")
    expect(second).to_be_focused()

    nadia.page.keyboard.press("Enter")

    opened = nadia.page.get_by_role("region", name=re.compile("^Conversation avec "))
    assert opened.get_by_role("heading").first.inner_text() in named


def test_letters_do_nothing_while_one_writes(nadia: Person) -> None:
    nadia.opens("/messages").settles()
    before = nadia.page.url
    nadia.page.get_by_role("searchbox", name="Chercher un nom").focus()

    nadia.page.keyboard.type("gp jr")

    assert nadia.page.url == before
    expect(nadia.page.get_by_role("searchbox", name="Chercher un nom")).to_have_value("gp jr")


def test_a_young_person_answers_an_appointment_with_the_keyboard_only(
    stage: Stage, house: Server
) -> None:
    lucas = stage.on_a_phone("lucas", house)
    card = lucas.page.get_by_role("region", name="Prochain rendez-vous")
    _goes_to(lucas, card.get_by_role("button", name="Je ne peux pas"))
    lucas.page.keyboard.press("Enter")
    why = lucas.page.get_by_role("dialog", name="Vous ne pouvez pas")
    _goes_to(lucas, why.get_by_role("radio", name="Transport"))
    lucas.page.keyboard.press("Space")
    _goes_to(lucas, why.get_by_role("button", name="Prévenir Nadia"))

    lucas.page.keyboard.press("Enter")

    expect(card).to_contain_text("Vous ne pouvez pas venir.")
    expect(why).to_have_count(0)


def test_a_young_person_adds_an_action_with_the_keyboard_only(karim: Person) -> None:
    karim.opens("/suivi").settles()
    _goes_to(karim, karim.page.get_by_role("link", name="Ajouter une action"))
    for answer in ("Non, je vais le faire", "Formation"):
        karim.page.keyboard.press("Enter")
        _goes_to(karim, karim.page.get_by_role("button", name=answer, exact=True))
    karim.page.keyboard.press("Enter")
    _goes_to(karim, karim.page.get_by_role("textbox", name="Qu’allez-vous faire"))
    karim.page.keyboard.type("Écrire au lycée")
    _goes_to(karim, karim.page.get_by_role("button", name="Enregistrer"))

    karim.page.keyboard.press("Enter")

    expect(karim.page.get_by_role("listitem").filter(has_text="Écrire au lycée")).to_be_visible()


def test_arrows_walk_through_the_days_and_the_weeks(karim: Person) -> None:
    karim.opens("/suivi").settles()
    strip = karim.page.get_by_role("navigation", name="Semaine")
    days = strip.get_by_role("list").get_by_role("link")
    _goes_to(karim, days.first)
    for _ in range(6):
        karim.page.keyboard.press("ArrowRight")
    expect(days.last).to_be_focused()
    karim.page.keyboard.press("ArrowRight")
    expect(strip.get_by_role("heading", name="Semaine prochaine")).to_be_visible()
    expect(days.first).to_be_focused()

    karim.page.keyboard.press("Enter")

    expect(karim.page.get_by_role("heading", name=re.compile("^Lundi"))).to_be_focused()


def test_an_advisor_gives_an_action_with_the_keyboard_only(nadia: Person, house: Server) -> None:
    nadia.opens(f"/jeunes/{facts.places(house.data)['id']}").settles()
    nadia.page.keyboard.press("n")
    form = nadia.page.get_by_role("dialog", name="Nouvelle action pour Karim")
    _goes_to(nadia, form.get_by_label("Quelle action"))
    nadia.page.keyboard.type("Appeler le centre")
    _goes_to(nadia, form.get_by_role("button", name="Enregistrer"))

    nadia.page.keyboard.press("Enter")

    expect(form).to_have_count(0)
    tab = nadia.page.get_by_role("navigation", name="Parties de la fiche")
    _goes_to(nadia, tab.get_by_role("link", name=re.compile("^Actions")))
    nadia.page.keyboard.press("Enter")
    expect(nadia.page.get_by_role("link", name="Appeler le centre")).to_be_visible()


def _goes_to(person: Person, target: Locator, *, back: bool = False) -> None:
    """Press Tab until the target has the focus; every stop on the way must be marked."""
    expect(target).to_have_count(1, timeout=PATIENCE_MS)
    for _ in range(_FAR):
        if target.evaluate(_HAS_FOCUS):
            return
        person.page.keyboard.press("Shift+Tab" if back else "Tab")
        assert person.page.evaluate(_IS_MARKED), person.page.evaluate(
            "document.activeElement.outerHTML.slice(0, 200)"
        )
    raise AssertionError(f"the keyboard does not reach {target}")

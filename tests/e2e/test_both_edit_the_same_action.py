"""Two people change one action without network: nothing is lost, and either may be put back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from . import axe, facts, reflow
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

TITLE = "Postuler à la boulangerie Martin"
KARIMS, NADIAS = "Je passe avec mon CV samedi matin.", "Prépare trois questions pour le patron."
#: Days from today; none is said « demain ».
KARIMS_DAY, NADIAS_DAY = 9, 12
KEPT = "Enregistré sur cet appareil"
_WEIGHT = """(one) => { const { width, height } = one.getBoundingClientRect();
  const { color, backgroundColor, fontWeight, fontSize } = getComputedStyle(one);
  return [Math.round(width), Math.round(height), color, backgroundColor, fontWeight, fontSize]; }"""


@dataclass(frozen=True)
class Pair:
    """Karim on his phone and Nadia at her desk, both at the action they both changed."""

    karim: Person
    nadia: Person


@pytest.fixture
def both(stage: Stage, own_server: Server) -> Pair:
    """Both changed the day and the words, without network, Nadia last; both are back."""
    karim = stage.on_a_phone("karim", own_server.start())
    about = facts.young_person(own_server.data, "Karim", "Haddad").id
    action = facts.action(own_server.data, about, TITLE)
    karim.opens(f"/suivi/actions/{action}")
    nadia = stage.at_a_desk("nadia", own_server).opens(f"/jeunes/{about}/actions/{action}")
    for person in (karim, nadia):
        expect(person.page.get_by_role("heading", name=TITLE)).to_be_visible()
        person.loses_network()
    _karim_changes(karim)
    _nadia_changes(nadia)
    karim.finds_network()
    expect(_state(karim)).not_to_contain_text(KEPT, timeout=PATIENCE_MS)
    nadia.finds_network()
    for person in (karim, nadia):
        expect(_warning(person)).to_be_visible(timeout=PATIENCE_MS)
        _shows(person, NADIAS, NADIAS_DAY)
    return Pair(karim, nadia)


def test_both_are_asked_with_two_versions_of_equal_weight(both: Pair) -> None:
    for person, other in ((both.karim, "Nadia"), (both.nadia, "Karim")):
        _asks_to_choose(person)
        mine, theirs = _versions(person).all()

        expect(mine).to_contain_text("La vôtre")
        expect(theirs).to_contain_text(f"Celle de {other}")
        assert _button(mine).evaluate(_WEIGHT) == _button(theirs).evaluate(_WEIGHT)
        kept, lost = (theirs, mine) if person is both.karim else (mine, theirs)
        expect(kept).to_contain_text(NADIAS)
        expect(kept).to_contain_text(_in_words(NADIAS_DAY))
        expect(lost).to_contain_text(KARIMS)
        expect(lost).to_contain_text(_in_words(KARIMS_DAY))


def test_where_one_chooses_everybody_can_read_and_everything_fits(both: Pair) -> None:
    for person in (both.karim, both.nadia):
        _asks_to_choose(person)

        assert axe.violations_everywhere(person.page) == []
        assert reflow.too_wide(person.page) == []


def test_one_tap_puts_the_other_version_back_for_both_and_undo_asks_again(both: Pair) -> None:
    _asks_to_choose(both.karim)

    both.karim.page.get_by_role("button", name="Garder la mienne").click()

    _shows(both.nadia, KARIMS, KARIMS_DAY)
    expect(_warning(both.nadia)).to_have_count(0)
    expect(both.karim.page.get_by_text("Rien à relire.")).to_be_visible()

    both.karim.page.get_by_role("button", name="Annuler", exact=True).click()

    _shows(both.nadia, NADIAS, NADIAS_DAY)
    expect(_warning(both.nadia)).to_be_visible(timeout=PATIENCE_MS)
    again = both.karim.page.get_by_role("main").get_by_role("link", name=TITLE)
    again.click()
    expect(_versions(both.karim)).to_have_count(2)


def test_keeping_both_gives_two_actions_to_both(both: Pair) -> None:
    _asks_to_choose(both.nadia)

    both.nadia.page.get_by_role("button", name="Garder les deux").click()

    expect(both.nadia.page.get_by_text("Rien à relire.")).to_be_visible()
    expect(_warning(both.karim)).to_have_count(0, timeout=PATIENCE_MS)
    _shows(both.karim, NADIAS, NADIAS_DAY)
    for ahead, words in ((KARIMS_DAY, KARIMS), (NADIAS_DAY, NADIAS)):
        both.karim.opens(f"/suivi?semaine={_monday(ahead)}")
        day = both.karim.page.get_by_role("region", name=_heading(ahead))
        day.get_by_role("link", name=TITLE).click()
        _shows(both.karim, words, ahead)


def _karim_changes(karim: Person) -> None:
    page = karim.page
    page.get_by_role("button", name="Changer la date").click()
    page.get_by_role("dialog").get_by_label("Un autre jour").fill(_day(KARIMS_DAY).isoformat())
    page.get_by_role("dialog").get_by_role("button", name="Choisir ce jour").click()
    page.get_by_role("button", name="Modifier, copier ou supprimer").click()
    page.get_by_role("dialog").get_by_role("button", name="Modifier").click()
    page.get_by_role("dialog").get_by_label("Un détail à ajouter").fill(KARIMS)
    page.get_by_role("dialog").get_by_role("button", name="Enregistrer").click()
    _shows(karim, KARIMS, KARIMS_DAY)
    expect(_state(karim)).to_contain_text(KEPT)


def _nadia_changes(nadia: Person) -> None:
    nadia.page.get_by_role("button", name="Modifier", exact=True).click()
    form = nadia.page.get_by_role("dialog")
    form.get_by_label("Détail").fill(NADIAS)
    form.get_by_label("Pour quel jour").fill(_day(NADIAS_DAY).isoformat())
    form.get_by_role("button", name="Enregistrer").click()
    _shows(nadia, NADIAS, NADIAS_DAY)
    expect(_state(nadia)).to_contain_text(KEPT)


def _state(person: Person) -> Locator:
    return person.page.get_by_role("main")


def _warning(person: Person) -> Locator:
    return person.page.get_by_text("Cette action a deux versions.")


def _asks_to_choose(person: Person) -> None:
    person.page.get_by_role("link", name=re.compile("^(Choisir|Voir les deux versions)")).click()
    expect(_versions(person)).to_have_count(2, timeout=PATIENCE_MS)


def _versions(person: Person) -> Locator:
    keep = person.page.get_by_role("button", name="Garder ")
    return person.page.get_by_role("main").get_by_role("listitem").filter(has=keep)


def _button(version: Locator) -> Locator:
    return version.get_by_role("button")


def _shows(person: Person, words: str, ahead: int) -> None:
    main = person.page.get_by_role("main")
    expect(main).to_contain_text(words, timeout=PATIENCE_MS)
    expect(main).to_contain_text(_in_words(ahead), ignore_case=True, timeout=PATIENCE_MS)


def _day(ahead: int) -> dt.date:
    return dt.date.today() + dt.timedelta(days=ahead)


def _monday(ahead: int) -> dt.date:
    day = _day(ahead)
    return day - dt.timedelta(days=day.weekday())


def _in_words(ahead: int) -> str:
    """« 2 décembre »: the day as screens write it, without its name."""
    return f"{_number(ahead)} {_MONTHS[_day(ahead).month - 1]}"


def _heading(ahead: int) -> re.Pattern[str]:
    """« Mercredi 2 décembre », or « Mercredi 23 » when it is of this month."""
    return re.compile(rf"^\w+\s{_number(ahead)}(\s|$)")


def _number(ahead: int) -> str:
    day = _day(ahead).day
    return "1er" if day == 1 else str(day)


_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

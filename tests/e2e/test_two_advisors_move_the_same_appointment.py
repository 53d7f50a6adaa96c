"""The referent and her stand-in move one appointment without network: one time for everybody."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from . import facts
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

FIRST, NADIAS, MARCS = "14 h 00", "9 h 30", "16 h 10"
KEPT = "Enregistré sur cet appareil"


@dataclass(frozen=True)
class Three:
    """Karim on his phone, at home; Nadia and Marc at the appointment they both moved."""

    karim: Person
    nadia: Person
    marc: Person

    @property
    def advisors(self) -> tuple[Person, Person]:
        """Those who move appointments."""
        return self.nadia, self.marc


@pytest.fixture
def three(stage: Stage, own_server: Server) -> Three:
    """Karim said he comes; both moved it without network, Marc last; everybody is back."""
    karim = stage.on_a_phone("karim", own_server.start())
    expect(_card(karim)).to_contain_text(FIRST)
    _says_he_comes(karim)
    link = _card(karim).get_by_role("link").get_attribute("href") or ""
    about = facts.young_person(own_server.data, "Karim", "Haddad").id
    page = f"/jeunes/{about}/rendez-vous/{link.rpartition('/')[2]}"
    nadia = stage.at_a_desk("nadia", own_server).opens(page)
    marc = stage.at_a_desk("marc", own_server).opens(page)
    for advisor in (nadia, marc):
        expect(_answer(advisor)).to_contain_text("Vient", timeout=PATIENCE_MS)
        advisor.loses_network()
    _moves(nadia, "09:30", shown=NADIAS)
    _moves(marc, "16:10", shown=MARCS)
    nadia.finds_network()
    expect(_card(karim)).to_contain_text(NADIAS, timeout=PATIENCE_MS)
    marc.finds_network()
    return Three(karim, nadia, marc)


def test_one_time_is_shown_to_everybody_and_the_advisors_choose(three: Three) -> None:
    expect(_card(three.karim)).to_contain_text(MARCS, timeout=PATIENCE_MS)
    for advisor in three.advisors:
        expect(_main(advisor)).to_contain_text(MARCS, timeout=PATIENCE_MS)
        expect(_warning(advisor)).to_be_visible(timeout=PATIENCE_MS)
        expect(_answer(advisor)).to_contain_text("Sans réponse")
    expect(_card(three.karim).get_by_role("button", name="Je viens")).to_be_visible()
    expect(_card(three.karim)).not_to_contain_text("Vous venez.")

    three.karim.opens("/a-relire")

    expect(three.karim.page.get_by_text("Rien à relire.")).to_be_visible()


def test_the_other_time_comes_back_for_everybody_and_is_asked_again(three: Three) -> None:
    expect(_card(three.karim)).to_contain_text(MARCS, timeout=PATIENCE_MS)
    _says_he_comes(three.karim)
    expect(_answer(three.marc)).to_contain_text("Vient", timeout=PATIENCE_MS)
    three.nadia.page.get_by_role("link", name="Voir les deux versions").click()

    three.nadia.page.get_by_role("button", name="Garder la mienne").click()

    expect(three.nadia.page.get_by_text("Rien à relire.")).to_be_visible()
    expect(_card(three.karim)).to_contain_text(NADIAS, timeout=PATIENCE_MS)
    expect(_card(three.karim).get_by_role("button", name="Je viens")).to_be_visible()
    expect(_card(three.karim)).not_to_contain_text("Vous venez.")
    expect(_main(three.marc)).to_contain_text(NADIAS, timeout=PATIENCE_MS)
    expect(_warning(three.marc)).to_have_count(0)
    expect(_answer(three.marc)).to_contain_text("Sans réponse")


def _card(karim: Person) -> Locator:
    return karim.page.get_by_role("region", name="Prochain rendez-vous")


def _says_he_comes(karim: Person) -> None:
    _card(karim).get_by_role("button", name="Je viens").click()
    expect(_card(karim)).to_contain_text("Vous venez.")
    expect(_card(karim)).not_to_contain_text(KEPT, timeout=PATIENCE_MS)


def _main(advisor: Person) -> Locator:
    return advisor.page.get_by_role("article")


def _answer(advisor: Person) -> Locator:
    return advisor.page.get_by_role("region", name="Réponse de Karim")


def _warning(advisor: Person) -> Locator:
    return advisor.page.get_by_text("Ce rendez-vous a deux versions.")


def _moves(advisor: Person, start: str, *, shown: str) -> None:
    advisor.page.get_by_role("button", name="Modifier ou déplacer").click()
    form = advisor.page.get_by_role("dialog", name="Modifier le rendez-vous")
    form.get_by_label("Début").fill(start)
    form.get_by_role("button", name="Enregistrer").click()
    expect(_main(advisor)).to_contain_text(f"{shown} à")
    expect(_main(advisor)).to_contain_text(KEPT)

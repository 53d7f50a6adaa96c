"""The portfolio: who waits, who comes today, what is to validate; sorted, narrowed, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Playwright, expect

from .people import Person
from .server import Server
from .stage import Stage
from .watching import Watch

_LINES = """(one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}"""


@pytest.fixture(scope="module")
def nadia(
    driver: Playwright,
    browser: Browser,
    house: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Person]:
    """Nadia Benali at her desk, who looks and changes nothing."""
    watch = Watch()
    with Stage(driver, browser, watch, tmp_path_factory.mktemp("nadia")) as stage:
        yield stage.at_a_desk("nadia", house)
    watch.must_have_seen_nothing()


@pytest.fixture(autouse=True)
def at_the_portfolio(nadia: Person) -> None:
    """Each test begins with everybody, in the usual order."""
    nadia.page.set_viewport_size({"width": 1366, "height": 768})
    nadia.opens("/portefeuille").settles()


@pytest.mark.parametrize("question", ["Attend", "Rendez-vous aujourd’hui", "Action"])
def test_a_count_keeps_those_it_counts_and_gives_everybody_back(
    nadia: Person, question: str
) -> None:
    everybody = _rows(nadia).count()
    tile = _tile(nadia, question)

    tile.click()

    expect(tile).to_have_attribute("aria-pressed", "true")
    kept = _rows(nadia).count()
    assert 0 < kept < everybody
    count = int(tile.locator("b").inner_text())
    assert count == (_actions_to_validate(nadia) if question == "Action" else kept)

    tile.click()

    expect(tile).to_have_attribute("aria-pressed", "false")
    expect(_rows(nadia)).to_have_count(everybody)


def test_who_waits_comes_first_until_another_column_sorts(nadia: Person) -> None:
    exchange = _header(nadia, "Dernier échange")
    expect(exchange).to_have_attribute("aria-sort", "other")
    expect(_rows(nadia).first).to_contain_text("Attend votre réponse")

    _header(nadia, "Jeune").get_by_role("button").press("Enter")

    expect(_header(nadia, "Jeune")).to_have_attribute("aria-sort", "ascending")
    expect(exchange).not_to_have_attribute("aria-sort", re.compile(".+"))
    names = nadia.page.locator("tbody .name").all_inner_texts()
    last_names = [name.split(" ", 1)[1].casefold() for name in names]
    assert last_names == sorted(last_names)

    exchange.get_by_role("button").press("Enter")

    expect(_rows(nadia).first).to_contain_text("Attend votre réponse")


def test_hours_sort_both_ways_and_those_not_counted_stay_last(nadia: Person) -> None:
    header = _header(nadia, "Heures")
    for direction in ("ascending", "descending"):
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", direction)
        hours = nadia.page.locator("tbody .hours-cell > small").all_inner_texts()
        counted = [int(words.split()[0]) for words in hours if words[0].isdigit()]
        assert len(counted) > 1
        assert counted == sorted(counted, reverse=direction == "descending")
        assert not any(words[0].isdigit() for words in hours[len(counted) :])


def test_a_name_is_found_without_its_accents_and_homonyms_by_their_birth(nadia: Person) -> None:
    field = nadia.page.get_by_role("searchbox", name="Filtrer par nom")

    field.fill("oceane")
    expect(_rows(nadia)).to_have_count(1)
    expect(_rows(nadia)).to_contain_text("Océane Picard")

    field.fill("sarah martin")
    expect(_rows(nadia)).to_have_count(2)
    births = [re.search(r"\d{4}", text) for text in _rows(nadia).locator("th").all_inner_texts()]
    assert all(births)

    field.fill("personne de ce nom")
    expect(nadia.page.get_by_text("Aucun nom ne correspond")).to_be_visible()
    nadia.page.get_by_role("button", name="Tout afficher").click()
    expect(_rows(nadia).nth(2)).to_be_visible()


@pytest.mark.parametrize(("key", "part"), [("n", "actions"), ("a", "rendez-vous")])
def test_a_key_begins_something_new_for_the_person_under_the_cursor(
    nadia: Person, key: str, part: str
) -> None:
    nadia.page.keyboard.press("j")
    nadia.page.keyboard.press("j")
    nadia.page.keyboard.press("k")
    first = nadia.page.locator("tbody .name").first
    expect(first).to_be_focused()
    address = first.get_attribute("href")

    nadia.page.keyboard.press(key)

    expect(nadia.page).to_have_url(re.compile(rf"{address}\?onglet={part}"))


@pytest.mark.parametrize("size", ["normal", "very_large"])
def test_a_number_is_never_broken_on_a_small_phone(nadia: Person, size: str) -> None:
    nadia.page.set_viewport_size({"width": 320, "height": 640})
    nadia.page.evaluate("(size) => { document.documentElement.dataset.text = size; }", size)
    counts = nadia.page.get_by_role("group", name="Ce matin").locator("b")
    expect(counts).to_have_count(3)
    for count in counts.all():
        # However many figures it has one day.
        count.evaluate("(one) => { one.textContent = '128'; }")
        assert count.evaluate(_LINES) == 1


def test_a_card_writes_and_calls(nadia: Person) -> None:
    nadia.page.set_viewport_size({"width": 390, "height": 844})
    card = nadia.page.get_by_role("list", name="Jeunes du portefeuille").get_by_role("listitem")
    karim = card.filter(has=nadia.page.get_by_role("link", name=re.compile("^Karim Haddad"))).first

    expect(karim.get_by_role("link", name="Répondre à Karim Haddad")).to_be_visible()
    call = karim.get_by_role("link", name="Appeler Karim Haddad")
    expect(call).to_have_attribute("href", re.compile(r"^tel:\+?\d{6,}$"))


def _rows(person: Person) -> Locator:
    return person.page.locator("main tbody tr")


def _tile(person: Person, question: str) -> Locator:
    group = person.page.get_by_role("group", name="Ce matin")
    return group.get_by_role("button", name=re.compile(question))


def _header(person: Person, name: str) -> Locator:
    return person.page.get_by_role("columnheader", name=re.compile(f"^{name}"))


def _actions_to_validate(person: Person) -> int:
    chips = person.page.locator("main tbody .chip").all_inner_texts()
    return sum(int(text.split()[0]) for text in chips)

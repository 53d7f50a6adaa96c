"""A phone's keyboard, a zoom, very large words: the field and « Envoyer » stay within reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from .people import Person
from .server import Server
from .stage import Stage

_SMALL = {"viewport": {"width": 320, "height": 568}}
_IS_ON_TOP = """(one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""


@pytest.fixture
def karim(stage: Stage, house: Server) -> Person:
    """Karim Haddad on a small phone without network."""
    karim = stage.on_a_phone("karim", house, **_SMALL).opens("/messages").settles()
    karim.loses_network()
    expect(karim.page.get_by_text("Hors connexion")).to_be_visible()
    return karim


@pytest.mark.parametrize("size", ["normal", "very_large"])
def test_the_keyboard_leaves_room_to_write_and_to_send(karim: Person, size: str) -> None:
    _reads_in(karim, size)
    karim.composer.tap()
    karim.composer.fill("Une ligne\nDeux lignes\nTrois")

    karim.page.set_viewport_size({"width": 320, "height": 300})

    expect(karim.page.get_by_role("navigation", name="Menu principal")).to_be_hidden()
    assert _is_on_top(karim.composer)
    assert _is_on_top(_send(karim))

    karim.page.set_viewport_size({"width": 320, "height": 568})
    expect(karim.page.get_by_role("navigation", name="Menu principal")).to_be_visible()


@pytest.mark.parametrize("size", ["normal", "very_large"])
def test_a_zoom_of_four_leaves_everything_within_reach(karim: Person, size: str) -> None:
    _reads_in(karim, size)
    karim.page.set_viewport_size({"width": 320, "height": 256})

    for wanted in (karim.composer, _send(karim), karim.message("").last):
        wanted.scroll_into_view_if_needed()
        assert _is_on_top(wanted)


def _reads_in(person: Person, size: str) -> None:
    person.page.evaluate("(size) => { document.documentElement.dataset.text = size; }", size)


def _send(person: Person) -> Locator:
    return person.page.get_by_role("button", name="Envoyer", exact=True)


def _is_on_top(wanted: Locator) -> bool:
    return bool(wanted.evaluate(_IS_ON_TOP))

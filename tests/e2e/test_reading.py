"""How one reads: size of text and theme, chosen once and kept everywhere."""

from __future__ import annotations

from playwright.sync_api import expect

from .people import Person
from .server import Server
from .stage import Stage

_ROOT_PX = "parseFloat(getComputedStyle(document.documentElement).fontSize)"


def test_very_large_text_is_kept_and_followed_by_the_other_devices(
    stage: Stage, house: Server
) -> None:
    phone = stage.on_a_phone("oceane", house).opens("/profil")
    tablet = stage.at_a_desk("oceane", house)
    normal = tablet.page.evaluate(_ROOT_PX)

    _chooses(phone, "Très grand")

    assert phone.page.evaluate(_ROOT_PX) >= normal * 1.25
    tablet.page.wait_for_function(f"() => {_ROOT_PX} >= {normal * 1.25}")
    phone.opens("/accueil")
    assert phone.page.evaluate(_ROOT_PX) >= normal * 1.25


def test_a_dark_theme_is_chosen_whatever_the_phone_says(stage: Stage, house: Server) -> None:
    phone = stage.on_a_phone("maelle", house, color_scheme="light").opens("/profil")
    light = _page_colour(phone)

    _chooses(phone, "Sombre")

    dark = _page_colour_once_it_is_no_longer(phone, light)
    phone.opens("/profil")
    assert _page_colour(phone) == dark


def _chooses(person: Person, name: str) -> None:
    choice = person.page.get_by_role("radio", name=name, exact=True)
    choice.check(force=True)
    expect(choice).to_be_checked()


def _page_colour_once_it_is_no_longer(person: Person, colour: str) -> str:
    """The choice goes through the device's own database: it is painted a moment later."""
    person.page.wait_for_function(
        "(colour) => getComputedStyle(document.body).backgroundColor !== colour", arg=colour
    )
    return _page_colour(person)


def _page_colour(person: Person) -> str:
    return str(person.page.evaluate("getComputedStyle(document.body).backgroundColor"))

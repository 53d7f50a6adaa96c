"""Every screen, on a phone and on a desktop, light and dark: axe finds nothing, all of it fits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from . import axe, reflow, screens
from .people import Person
from .server import Server
from .stage import Stage
from .watching import Watch

_VISITS = [
    *(("nobody", path) for path in (screens.SIGN_IN, *screens.PUBLIC)),
    *(("karim", path) for path in screens.YOUNG),
    *(("nadia", path) for path in screens.ADVISOR),
]


@pytest.fixture(scope="module")
def readers(
    driver: Playwright,
    browser: Browser,
    house: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Person]]:
    """A passer-by, a young person and an advisor, who look at everything and change nothing."""
    watch = Watch()
    with Stage(driver, browser, watch, tmp_path_factory.mktemp("readers")) as stage:
        yield {
            "nobody": stage.passes_by(house),
            "karim": stage.at_a_desk("karim", house),
            "nadia": stage.at_a_desk("nadia", house),
        }
    watch.must_have_seen_nothing()


@pytest.fixture
def reader(readers: dict[str, Person], house: Server, request: pytest.FixtureRequest) -> Person:
    """The person of this visit, at the screen of this visit."""
    who, path = request.param
    return readers[who].opens(screens.filled(path, house.data)).settles()


@pytest.mark.parametrize("reader", _VISITS, indirect=True, ids=lambda visit: "".join(visit))
def test_axe_finds_nothing(reader: Person) -> None:
    assert axe.violations_everywhere(reader.page) == []


@pytest.mark.parametrize("reader", _VISITS, indirect=True, ids=lambda visit: "".join(visit))
def test_nothing_overflows_at_320_pixels(reader: Person) -> None:
    assert reflow.too_wide(reader.page) == []

"""The suite's own eyes are open: what must never be seen is seen when it is there."""

from __future__ import annotations

from . import axe, reflow
from .people import Person
from .server import Server
from .stage import Stage
from .watching import Watch


def test_a_refused_script_is_seen(stage: Stage, house: Server, watch: Watch) -> None:
    page = stage.passes_by(house).opens("/aide").page

    page.evaluate("document.head.append(document.createElement('style'))")
    page.evaluate("document.head.lastChild.textContent = 'body { color: red }'")

    page.wait_for_timeout(100)
    seen, watch.seen = watch.seen, []
    assert [one for one in seen if "style-src" in one]


def test_an_uncaught_error_is_seen(stage: Stage, house: Server, watch: Watch) -> None:
    page = stage.passes_by(house).opens("/aide").page

    page.evaluate("setTimeout(() => { throw new Error('on purpose') })")

    page.wait_for_timeout(100)
    seen, watch.seen = watch.seen, []
    assert [one for one in seen if "on purpose" in one]


def test_a_picture_without_words_is_seen(karim: Person) -> None:
    karim.page.evaluate("document.querySelector('main').append(new Image(20, 20))")

    assert [one for one in axe.violations(karim.page) if one.startswith("image-alt")]


def test_a_screen_too_wide_is_seen(karim: Person) -> None:
    karim.page.evaluate(
        "() => { const wide = document.createElement('p'); wide.style.width = '900px';"
        " wide.textContent = 'large'; document.querySelector('main').append(wide); }"
    )

    assert reflow.too_wide(karim.page) != []

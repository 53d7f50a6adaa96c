"""axe-core, injected from the packages of the browser application."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from playwright.sync_api import Page

from .server import ROOT

_SOURCE = ROOT / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
#: Where every screen must hold: a small phone and a desktop, by day and by night.
WIDTHS = (320, 1280)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_HEIGHT = 800
#: A long list shows more of itself as it comes on screen: so many times, so long each (ms).
_GROWTHS, _GROWTH_MS = 8, 150
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    return _SOURCE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Give what axe finds on the page as it stands: the rule, the place, the words."""
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(
        "(rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", _RULES
    )
    return [
        f"{one['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:300]})"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def violations_everywhere(page: Page) -> list[str]:
    """Give what axe finds at every width, in both themes and in the colours a person forces."""
    found: list[str] = []
    for width in WIDTHS:
        _show_whole(page, width)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            found += [f"{width} {theme} {one}" for one in violations(page)]
        page.emulate_media(forced_colors="active")
        _show_whole(page, width)  # forced colours add borders: the screen is a little taller
        found += [f"{width} forced colours {one}" for one in violations(page)]
        page.emulate_media(forced_colors="none")
    return found


def _show_whole(page: Page, width: int) -> None:
    """Give the screen its whole height: what a bar hides until one scrolls is not too small."""
    height = _HEIGHT
    page.set_viewport_size({"width": width, "height": height})
    for _ in range(_GROWTHS):
        whole = page.evaluate("document.scrollingElement.scrollHeight")
        if whole <= height:
            return
        height = whole
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(_GROWTH_MS)

"""What does not fit the smallest screen, in the sizes of text one may choose."""

from __future__ import annotations

from playwright.sync_api import Page

_SMALL = {"width": 320, "height": 640}
#: A page that was wide draws another menu once small: looked at so many times, so far apart (ms).
_LOOKS, _LOOK_MS = 20, 50
_OVERFLOW = """(size) => {
  document.documentElement.dataset.text = size;
  const wide = document.scrollingElement.clientWidth;
  const name = (one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 40);
  return document.scrollingElement.scrollWidth <= wide ? [] :
    [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > wide + 1)
      .map((one) => size + " " + name(one)).slice(0, 8);
}"""


def too_wide(page: Page) -> list[str]:
    """Give what is wider than 320 pixels, in normal and in very large text."""
    page.set_viewport_size({"width": _SMALL["width"], "height": _SMALL["height"]})
    return [one for size in ("normal", "very_large") for one in _settled(page, size)]


def _settled(page: Page, size: str) -> list[str]:
    """Give what stays too wide once the page has had time to lay itself out again."""
    found: list[str] = page.evaluate(_OVERFLOW, size)
    for _ in range(_LOOKS):
        if not found:
            break
        page.wait_for_timeout(_LOOK_MS)
        found = page.evaluate(_OVERFLOW, size)
    return found

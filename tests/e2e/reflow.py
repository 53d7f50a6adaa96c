"""What does not fit the smallest screen, in the sizes of text one may choose."""

from __future__ import annotations

from playwright.sync_api import Page

_SMALL = {"width": 320, "height": 640}
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
    return [one for size in ("normal", "very_large") for one in page.evaluate(_OVERFLOW, size)]

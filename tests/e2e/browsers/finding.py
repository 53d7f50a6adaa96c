"""Where the browsers are. A missing one fails the run and says how to get it."""

from __future__ import annotations

import os
import shutil

HOW_TO_GET = {
    "chromium": "apt-get install chromium, or set CHROMIUM to the program",
    "firefox": "apt-get install firefox-esr, or set FIREFOX to the program",
    "webkit": "apt-get install webkit2gtk-driver",
    "xvfb": "apt-get install xvfb",
}
_NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
    "xvfb": ("Xvfb",),
}


class MissingBrowser(RuntimeError):
    """The suite cannot prove what it promises without this browser."""


def find(program: str) -> str:
    """Give the path of a browser or of what drives it. Raises MissingBrowser."""
    chosen = os.environ.get(program.upper())
    for name in (chosen,) if chosen else _NAMES[program]:
        found = shutil.which(name)
        if found:
            return found
    raise MissingBrowser(f"{program} is not here: {HOW_TO_GET[program]}")

"""What a person recognises a browser by: « Chrome, Android »."""

from __future__ import annotations

from server.kernel.strings import t

# In order: a browser that disguises itself as another comes before it.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def label_of(user_agent: str) -> str:
    """Name a browser and its system in plain words."""
    browser = _first(_BROWSERS, user_agent) or t("identity.session.browser_unknown")
    system = _first(_SYSTEMS, user_agent) or t("identity.session.system_unknown")
    return f"{browser}, {system}"


def _first(marks: tuple[tuple[str, str], ...], user_agent: str) -> str | None:
    return next((name for mark, name in marks if mark in user_agent), None)

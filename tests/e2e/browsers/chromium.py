"""Chromium: a phone for young people, a desktop for advisors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

from .finding import find

FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
_PHONE = "Pixel 7"


def profile_of(driver: Playwright, kind: str) -> dict[str, Any]:
    """Give the settings of a "phone" or a "desktop"."""
    settings = dict(driver.devices[_PHONE]) if kind == "phone" else dict(DESKTOP)
    settings.pop("default_browser_type", None)
    return settings | {"locale": "fr-FR", "timezone_id": "Europe/Paris"}


def launch(driver: Playwright) -> Browser:
    """Start one Chromium for the whole run."""
    return driver.chromium.launch(executable_path=find("chromium"), args=FLAGS)


def launch_with_profile(driver: Playwright, kind: str, folder: Path) -> BrowserContext:
    """Start a Chromium of its own, whose profile survives it."""
    return driver.chromium.launch_persistent_context(
        folder, executable_path=find("chromium"), args=FLAGS, **profile_of(driver, kind)
    )

"""Firefox through WebDriver BiDi, with the same Playwright calls as Chromium."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from .finding import find

_LAUNCHER = """#!/bin/sh
exec '{python}' '{bridge}' '{firefox}' "$@"
"""


def launch_with_profile(driver: Playwright, folder: Path) -> BrowserContext:
    """Start a Firefox of its own, whose profile survives it."""
    launcher = folder.parent / "firefox-with-bridge"
    bridge = Path(__file__).with_name("firefox_bridge.py")
    text = _LAUNCHER.format(python=sys.executable, bridge=bridge, firefox=find("firefox"))
    launcher.write_text(text)
    launcher.chmod(0o755)
    return driver.firefox.launch_persistent_context(
        folder,
        channel="moz-firefox",
        executable_path=launcher,
        viewport={"width": 412, "height": 839},
        locale="fr-FR",
        timezone_id="Europe/Paris",
    )

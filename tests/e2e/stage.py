"""Where people come in, each with their own device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

from .browsers import chromium, firefox
from .people import Person, PersonWithOwnBrowser
from .server import Server
from .watching import Watch


class Stage:
    """Brings people in and sees them out."""

    def __init__(self, driver: Playwright, browser: Browser, watch: Watch, folder: Path) -> None:
        self._driver, self._browser, self._watch, self._folder = driver, browser, watch, folder
        self._people: list[Person] = []

    def __enter__(self) -> Stage:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for person in self._people:
            person.context.close()

    def on_a_phone(self, persona: str, server: Server, **settings: Any) -> Person:
        """Somebody with a phone."""
        return self._comes("phone", persona, server, settings)

    def at_a_desk(self, persona: str, server: Server, **settings: Any) -> Person:
        """Somebody at a desktop computer."""
        return self._comes("desktop", persona, server, settings)

    def passes_by(self, server: Server, kind: str = "desktop") -> Person:
        """Somebody who is not signed in, at a "desktop" or with a "phone"."""
        return self._arrives("nobody", kind, server, {})

    def with_own_phone(self, persona: str, server: Server) -> PersonWithOwnBrowser:
        """Somebody whose phone may die and come back."""
        profile = self._folder / f"phone-of-{persona}"
        return self._own(
            persona,
            server,
            profile,
            lambda: chromium.launch_with_profile(self._driver, "phone", profile),
        )

    def with_own_firefox(self, persona: str, server: Server) -> PersonWithOwnBrowser:
        """Somebody whose Firefox may die and come back."""
        profile = self._folder / f"firefox-of-{persona}"
        return self._own(
            persona, server, profile, lambda: firefox.launch_with_profile(self._driver, profile)
        )

    def _comes(self, kind: str, persona: str, server: Server, settings: dict[str, Any]) -> Person:
        return self._arrives(persona, kind, server, settings).comes_in()

    def _arrives(self, persona: str, kind: str, server: Server, settings: dict[str, Any]) -> Person:
        chosen = chromium.profile_of(self._driver, kind) | settings
        person = Person(persona, server, self._browser.new_context(**chosen))
        self._watch.over(person.context)
        self._people.append(person)
        return person

    def _own(
        self,
        persona: str,
        server: Server,
        profile: Path,
        launch: Callable[[], BrowserContext],
    ) -> PersonWithOwnBrowser:
        def watched() -> BrowserContext:
            context = launch()
            self._watch.over(context)
            return context

        person = PersonWithOwnBrowser(persona, server, profile, watched)
        self._people.append(person)
        person.comes_in()
        return person

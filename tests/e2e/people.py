"""People at their browser, spoken to by accessible names, so that tests read like a play."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect
from playwright.sync_api import Error as PlaywrightError

from .browsers.processes import kill_profile
from .server import Server

#: The longest a local gesture or an idle exchange may take before a test gives up, milliseconds.
PATIENCE_MS = 15_000
#: « Envoyé » or, as soon as the other side's device has it, what comes after.
SENT = re.compile("Envoyé|Reçu|Lu")


class Person:
    """Somebody of the demo, at one browser."""

    def __init__(self, persona: str, server: Server, context: BrowserContext) -> None:
        self.persona, self.server, self.context = persona, server, context
        context.set_default_timeout(PATIENCE_MS)
        self.page: Page = context.pages[0] if context.pages else context.new_page()

    # -- coming in and moving about

    def comes_in(self) -> Person:
        """Sign in as that person of the demo and open the application."""
        answer = self.context.request.post(
            f"{self.server.origin}/api/demo/sessions",
            data={"persona": self.persona},
            headers={"Origin": self.server.origin},
        )
        assert answer.status == 200, answer.text()
        return self.opens("/")

    def opens(self, path: str) -> Person:
        """Go to an address of the application, as from a link or a bookmark."""
        self.page.goto(self.server.origin + path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE_MS)
        return self

    def goes_to(self, name: str) -> Person:
        """Follow a link of the menu; its name may be followed by a count."""
        menu = self.page.get_by_role("navigation")
        menu.get_by_role("link", name=re.compile(f"^{name}")).first.click()
        return self

    def opens_another_tab(self, path: str) -> Person:
        """Give the same person at a second tab of the same browser."""
        other = object.__new__(Person)
        other.persona, other.server, other.context = self.persona, self.server, self.context
        other.page = self.context.new_page()
        return other.opens(path)

    def loses_network(self) -> None:
        """Go into the tunnel: nothing leaves, nothing arrives, sockets stay open and silent."""
        self.context.set_offline(True)

    def finds_network(self) -> None:
        """Come out of the tunnel."""
        self.context.set_offline(False)

    def settles(self) -> Person:
        """Wait until the screen shows what it has to show and asks for nothing more."""
        expect(self.page.locator(".skeleton")).to_have_count(0, timeout=PATIENCE_MS)
        self.page.wait_for_load_state("networkidle")
        return self

    def is_ready_for_offline(self) -> Person:
        """Wait until everything this person needs without network is on the device."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not self.page.evaluate(_KEPT):
            assert time.monotonic() < deadline, "the view is not kept for a start without network"
            self.page.wait_for_timeout(50)
        return self

    # -- the thread

    @property
    def composer(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_role("textbox", name="Votre message", exact=True)

    @property
    def thread(self) -> Locator:
        """The list of messages."""
        return self.page.get_by_role("list", name="Messages", exact=True)

    def message(self, text: str) -> Locator:
        """The message with this text."""
        return self.thread.get_by_role("listitem").filter(has_text=text)

    def starts_writing(self, text: str) -> None:
        """Write without sending."""
        self.composer.click()
        self.composer.press_sequentially(text)

    def sends(self, text: str) -> None:
        """Write and send."""
        self.composer.fill(text)
        self.page.get_by_role("button", name="Envoyer", exact=True).click()
        expect(self.message(text)).to_be_visible(timeout=PATIENCE_MS)

    def edits(self, text: str, into: str) -> None:
        """Change one of one's messages."""
        self.acts_on(text, "Modifier")
        self.composer.fill(into)
        self.page.get_by_role("button", name="Envoyer", exact=True).click()
        expect(self.message(into)).to_be_visible(timeout=PATIENCE_MS)

    def acts_on(self, text: str, action: str) -> None:
        """Choose an action of a message."""
        self.message(text).get_by_role("button", name="Que faire de ce message").click()
        self.page.get_by_role("dialog").get_by_role("button", name=action).click()

    def must_see(self, text: str, state: str | re.Pattern[str] | None = None) -> None:
        """Expect a message, once, and its state in words."""
        message = self.message(text)
        expect(message).to_have_count(1, timeout=PATIENCE_MS)
        if state is not None:
            expect(message).to_contain_text(state, timeout=PATIENCE_MS)

    def reads_last(self, count: int) -> list[str]:
        """Give the last messages of the thread, oldest first, in words."""
        messages = self.thread.get_by_role("listitem", name=re.compile(" : "))
        return messages.all_inner_texts()[-count:]

    def call(self, method: str, path: str, body: object = None) -> Any:
        """Ask the server from the page itself, with its cookie and origin: {status, json}."""
        return self.page.evaluate(_FETCH, [method, path, body])


_KEPT = """async () => {
  const registration = await navigator.serviceWorker.ready;
  if (!registration.active || !navigator.serviceWorker.controller) return false;
  const builds = (await caches.keys()).filter((name) => name.startsWith("passerelle-"));
  const assets = await Promise.all(builds.map(async (name) =>
    (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
  const { views } = await (await fetch("/build.json")).json();
  const role = location.pathname.match(/^\\/(portefeuille|jeunes)/) ? "advisor" : "young";
  return [...views.shell, ...views[role]].every((file) => assets.flat().includes("/" + file));
}"""

_FETCH = """async ([method, path, body]) => {
  const answer = await fetch(path, {
    method,
    headers: body === null ? {} : { "Content-Type": "application/json" },
    body: body === null ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text.startsWith("{") ? JSON.parse(text) : text };
}"""


class PersonWithOwnBrowser(Person):
    """Somebody whose whole browser may lose power and start again with what it had kept."""

    def __init__(
        self, persona: str, server: Server, profile: Path, launch: Callable[[], BrowserContext]
    ) -> None:
        self._profile, self._launch = profile, launch
        super().__init__(persona, server, launch())

    def comes_in(self) -> PersonWithOwnBrowser:
        """Sign in, then start the browser again: cookies are on disk only after a while."""
        super().comes_in()
        self.is_ready_for_offline()
        self.context.close()
        return self.starts_again("/")

    def loses_power(self) -> None:
        """End the browser without a word, like a dead battery."""
        kill_profile(self._profile)
        with_nothing_left = (PlaywrightError,)
        try:
            self.context.close()
        except with_nothing_left:
            return

    def starts_again(self, path: str, *, online: bool = True) -> PersonWithOwnBrowser:
        """Start the browser with the same profile and open an address."""
        Person.__init__(self, self.persona, self.server, self._launch())
        if not online:
            self.loses_network()
        self.opens(path)
        return self

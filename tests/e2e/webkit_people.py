"""Somebody at WebKitGTK, which Playwright does not drive: the same gestures by selenium."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from .server import Server

_PATIENCE_S = 20

_SIGN_IN = """
const [persona, done] = arguments;
fetch("/api/demo/sessions", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ persona }),
}).then((answer) => done(answer.status), (error) => done(String(error)));
"""
_KEPT = """
const done = arguments[0];
(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) return false;
  const { views } = await (await fetch("/build.json")).json();
  const files = [...views.shell, ...views.young];
  const kept = await Promise.all(files.map((file) => caches.match("/" + file)));
  return kept.every(Boolean);
})().then(done, () => done(false));
"""


class WebKitPerson:
    """A young person at WebKitGTK."""

    def __init__(self, persona: str, server: Server, browser: Remote) -> None:
        self.server, self.browser = server, browser
        browser.get(f"{server.origin}/aide")
        assert browser.execute_async_script(_SIGN_IN, persona) == 200
        self.opens("/")
        self._until(lambda: browser.execute_async_script(_KEPT))

    def opens(self, path: str) -> None:
        """Go to an address and wait for its title."""
        self.browser.get(self.server.origin + path)
        self._until(lambda: self.browser.find_elements(By.CSS_SELECTOR, "h1"))

    def closes_the_page(self) -> None:
        """Close the page; another one, empty, takes its place."""
        old = self.browser.current_window_handle
        self.browser.switch_to.new_window("tab")
        new = self.browser.current_window_handle
        self.browser.switch_to.window(old)
        self.browser.close()
        self.browser.switch_to.window(new)

    def starts_writing(self, text: str) -> None:
        """Write without sending."""
        composer = self._named("textarea, input, [role=textbox]", "Votre message")
        composer.clear()
        composer.send_keys(text)

    def draft(self) -> str:
        """Give what is half written."""
        composer = self._named("textarea, input, [role=textbox]", "Votre message")
        return str(composer.get_property("value"))

    def sends(self, text: str) -> None:
        """Write and send."""
        self.starts_writing(text)
        self._named("button", "Envoyer").click()
        self.must_see(text)

    def edits(self, text: str, into: str) -> None:
        """Change one of one's messages."""
        self._message(text).find_elements(By.CSS_SELECTOR, "button")[-1].click()
        self._named("button", "Modifier").click()
        self.starts_writing(into)
        self._named("button", "Envoyer").click()
        self.must_see(into)

    def must_see(self, text: str, state: str = "") -> None:
        """Expect a message, and its state in words."""
        self._until(lambda: state in self._message(text).text)

    def waits(self, milliseconds: int) -> None:
        """Let time pass."""
        time.sleep(milliseconds / 1000)

    def _message(self, text: str) -> WebElement:
        def found() -> WebElement | None:
            items = self.browser.find_elements(By.CSS_SELECTOR, "ol[aria-label=Messages] li")
            return next((item for item in reversed(items) if text in item.text), None)

        return self._until(found)

    def _named(self, selector: str, name: str) -> WebElement:
        def found() -> WebElement | None:
            for element in self.browser.find_elements(By.CSS_SELECTOR, selector):
                if element.is_displayed() and element.accessible_name.startswith(name):
                    return element
            return None

        return self._until(found)

    def _until(self, ask: Callable[[], Any]) -> Any:
        """Ask again until the answer is true; a node replaced meanwhile is asked again too."""
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            try:
                answer = ask()
            except StaleElementReferenceException:
                answer = None
            if answer:
                return answer
            assert time.monotonic() < deadline, self.browser.find_element(By.TAG_NAME, "body").text
            time.sleep(0.05)

"""Figures of the screens, in real browsers: from the finger to the paint."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.browsers import chromium
from tests.e2e.people import Person
from tests.e2e.server import DIST, Server, flask
from tests.e2e.stage import Stage
from tests.e2e.watching import Watch

from .figures import Figure, centile, percentiles

TIMES = 40
SLOWER = 4

#: Resolves with the instant (ms since 1970) of the first frame that shows a text in the thread.
_PAINTED = """text => new Promise(done => {
  const shown = () => [...document.querySelectorAll('.thread li')].some(
    item => item.textContent.includes(text));
  const tell = () => requestAnimationFrame(() => requestAnimationFrame(
    () => done(performance.timeOrigin + performance.now())));
  if (shown()) return tell();
  const watcher = new MutationObserver(() => {
    if (shown()) { watcher.disconnect(); tell(); }
  });
  watcher.observe(document.body, {childList: true, subtree: true, characterData: true});
})"""

#: Presses « Envoyer » and resolves with [instant of the press, instant of the paint].
_SEND = (
    """async text => {
  const button = [...document.querySelectorAll('button')].find(
    one => (one.getAttribute('aria-label') ?? one.textContent).trim() === 'Envoyer');
  const painted = ("""
    + _PAINTED
    + """)(text);
  const pressed = performance.timeOrigin + performance.now();
  button.click();
  return [pressed, await painted];
}"""
)


def figures() -> Iterator[Figure]:
    """Measure with Karim on his phone and Nadia at her desk, nothing else going on."""
    with tempfile.TemporaryDirectory(prefix="passerelle-bench-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        for command in (("db", "upgrade"), ("demo", "fill")):
            flask(data, *command)
        server = Server(data, DIST).start()
        try:
            yield from _with_people(server, Path(folder))
        finally:
            server.stop()


def _with_people(server: Server, scratch: Path) -> Iterator[Figure]:
    with sync_playwright() as driver:
        browser = chromium.launch(driver)
        with Stage(driver, browser, Watch(), scratch) as stage:
            karim = stage.on_a_phone("karim", server).comes_in()
            nadia = stage.at_a_desk("nadia", server).comes_in()
            karim.goes_to("Messages")
            nadia.goes_to("Messages")
            nadia.page.get_by_role("link", name="Karim Haddad").first.click()
            expect(nadia.composer).to_be_visible()
            yield from _tap_to_other_screen(karim, nadia)
            yield from _write_to_paint(karim)
            yield from _screens_from_local_data(karim)
        browser.close()


def _tap_to_other_screen(writer: Person, reader: Person) -> Iterator[Figure]:
    waits = []
    for number in range(TIMES):
        text = f"Mesure {number} {time.monotonic_ns()}"
        reader.page.evaluate("text => { window.painted = (" + _PAINTED + ")(text) }", text)
        pressed, _ = _send(writer.page, text)
        waits.append(reader.page.evaluate("window.painted") - pressed)
    yield from percentiles("tap → painted on the other device", "ms", waits, p50=45, p99=120)


def _write_to_paint(writer: Person) -> Iterator[Figure]:
    slowed = writer.context.new_cdp_session(writer.page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    waits = []
    for number in range(TIMES):
        pressed, painted = _send(writer.page, f"Lent {number} {time.monotonic_ns()}")
        waits.append(painted - pressed)
    yield Figure(f"local write → painted, CPU ×{SLOWER}, p50", centile(waits, 0.5), "ms", 50)


def _screens_from_local_data(person: Person) -> Iterator[Figure]:
    """Go back and forth between two screens, offline, on the slowed phone."""
    person.loses_network()
    waits = []
    for _ in range(TIMES // 4):
        for link, title in (("Accueil", "Bonjour"), ("Messages", "Nadia Benali")):
            waits.append(person.page.evaluate(_GO, [link, title]))
    person.finds_network()
    yield Figure(f"a screen from local data, CPU ×{SLOWER}, p50", centile(waits, 0.5), "ms", 100)


_GO = """([link, title]) => new Promise(done => {
  const target = [...document.querySelectorAll('nav a')].find(
    one => one.textContent.trim().startsWith(link));
  const start = performance.now();
  const shown = () => document.querySelector('h1')?.textContent.includes(title);
  const look = () => shown() ? requestAnimationFrame(() => done(performance.now() - start))
                             : requestAnimationFrame(look);
  target.click();
  look();
})"""


def _send(page: Page, text: str) -> tuple[float, float]:
    page.get_by_role("textbox", name="Votre message", exact=True).fill(text)
    pressed, painted = page.evaluate(_SEND, text)
    return pressed, painted

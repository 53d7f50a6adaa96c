"""Figures of the screens, in real browsers: from the finger to the paint."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.e2e.browsers import chromium
from tests.e2e.people import SENT, Person
from tests.e2e.server import DIST, Server, flask
from tests.e2e.stage import Stage
from tests.e2e.watching import Watch

from .figures import Figure, centile, percentiles

TIMES = 40
SLOWER = 4

#: From the last key to the tap, and between two messages: a finger is slower, and what the browser
#: does after a key (the draft, its own spelling check) is not what the tap waits for. Milliseconds.
PAUSE_MS = 350

#: Calls `done` with the instant (ms since 1970) when the frame that shows what has just changed
#: is produced. The change is followed by one animation callback, then by that frame; a task of the
#: highest priority asked for in that callback is the first thing the page does after it. (Two
#: animation callbacks, the usual way, wait for the next frame too: 16 ms nobody waits for.)
#: What the screen itself takes to show a frame is not counted.
AFTER_FRAME = """done => requestAnimationFrame(() => scheduler.postTask(
  () => done(performance.timeOrigin + performance.now()), {priority: 'user-blocking'}))"""

#: Resolves with the instant of the first frame that shows a text in the thread. Only the last
#: messages are looked at: on a slowed processor, reading them all is longer than what is measured.
_PAINTED = (
    """text => new Promise(done => {
  const afterFrame = ("""
    + AFTER_FRAME
    + """);
  const shown = () => [...document.querySelectorAll('.thread > li:nth-last-child(-n+4)')].some(
    item => item.textContent.includes(text));
  if (shown()) return afterFrame(done);
  const watcher = new MutationObserver(() => {
    if (shown()) { watcher.disconnect(); afterFrame(done); }
  });
  watcher.observe(document.querySelector('.thread'),
    {childList: true, subtree: true, characterData: true});
})"""
)

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
            is_drawing(karim)
            is_drawing(nadia)
            yield from _tap_to_other_screen(karim, nadia)
            yield from _write_to_paint(karim)
            yield from _screens_from_local_data(karim)
        browser.close()


def _tap_to_other_screen(writer: Person, reader: Person) -> Iterator[Figure]:
    waits = []
    for number in range(TIMES):
        text = f"Mesure {number} {time.monotonic_ns()}"
        reader.page.evaluate("text => { window.painted = (" + _PAINTED + ")(text) }", text)
        pressed, _ = _send(writer, text)
        waits.append(reader.page.evaluate("window.painted") - pressed)
    yield from percentiles("tap → painted on the other device", "ms", waits, p50=45, p99=120)


def _write_to_paint(writer: Person) -> Iterator[Figure]:
    """Slow the phone down; it stays slow for what is measured after."""
    slowed = writer.context.new_cdp_session(writer.page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    waits = []
    for number in range(TIMES):
        pressed, painted = _send(writer, f"Lent {number} {time.monotonic_ns()}")
        waits.append(painted - pressed)
    yield Figure(f"local write → painted, CPU ×{SLOWER}, p50", centile(waits, 0.5), "ms", 50)


def _screens_from_local_data(person: Person) -> Iterator[Figure]:
    """Go back and forth between two screens, offline, on the slowed phone."""
    person.loses_network()
    waits = []
    for _ in range(TIMES // 4):
        for screen in (
            ["Accueil", "Bonjour", "main .card"],
            ["Messages", "Nadia Benali", ".thread > li"],
        ):
            waits.append(person.page.evaluate(GO, screen))
            person.page.wait_for_timeout(PAUSE_MS)
    person.finds_network()
    yield Figure(f"a screen from local data, CPU ×{SLOWER}, p50", centile(waits, 0.5), "ms", 100)


#: Follows a link of the menu and resolves with the milliseconds until the frame that shows what the
#: screen is for: its title, and something of its content.
GO = (
    """([link, title, content]) => new Promise(done => {
  const afterFrame = ("""
    + AFTER_FRAME
    + """);
  const target = [...document.querySelectorAll('nav a')].find(
    one => one.textContent.trim().startsWith(link));
  const shown = () => document.querySelector('h1')?.textContent.includes(title)
    && document.querySelector(content);
  const watcher = new MutationObserver(() => {
    if (shown()) { watcher.disconnect(); afterFrame(end => done(end - start)); }
  });
  watcher.observe(document.body, {childList: true, subtree: true, characterData: true});
  const start = performance.timeOrigin + performance.now();
  target.click();
})"""
)


def _send(writer: Person, text: str) -> tuple[float, float]:
    writer.composer.fill(text)
    writer.page.wait_for_timeout(PAUSE_MS)
    pressed, painted = writer.page.evaluate(_SEND, text)
    writer.must_see(text, SENT)
    return pressed, painted


def is_drawing(person: Person) -> None:
    """Make sure that this page draws at full speed: a browser slows down the pages it hides."""
    frames = person.page.evaluate(_FRAMES)
    assert frames >= 20, f"{person.persona}'s page drew {frames} frames in half a second"


_FRAMES = """() => new Promise(done => {
  const end = performance.now() + 500;
  let frames = 0;
  const count = () => {
    if (performance.now() > end) return done(frames);
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
})"""

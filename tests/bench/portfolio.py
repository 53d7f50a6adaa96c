"""Figures of the largest portfolio: an advisor with a thousand dossiers, at a desk."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.e2e.browsers import chromium
from tests.e2e.people import Person
from tests.e2e.server import DIST, Server, flask
from tests.e2e.stage import Stage
from tests.e2e.watching import Watch

from .caseload import PEOPLE, fill
from .figures import Figure, centile
from .screens import AFTER_FRAME, GO, PAUSE_MS, is_drawing

_TIMES = 12
#: The very first filling, which is not what is measured here.
_FILLING_MS = 180_000
_COLUMNS = ("Jeune", "Rendez-vous", "À reprendre", "Heures", "Dernier échange")

#: Presses the button of a column and resolves with the milliseconds until the frame that shows the
#: rows in the new order.
_SORT = (
    """column => new Promise(done => {
  const afterFrame = ("""
    + AFTER_FRAME
    + """);
  const button = [...document.querySelectorAll('main th button')].find(
    one => one.textContent.startsWith(column));
  const watcher = new MutationObserver(() => {
    watcher.disconnect();
    afterFrame(end => done(end - start));
  });
  watcher.observe(document.querySelector('main table'),
    {attributes: true, attributeFilter: ['aria-sort'], subtree: true});
  const start = performance.timeOrigin + performance.now();
  button.click();
})"""
)


def figures() -> Iterator[Figure]:
    """Measure without network: everything shown comes from the device."""
    with tempfile.TemporaryDirectory(prefix="passerelle-bench-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        flask(data, "db", "upgrade")
        fill(data)
        server = Server(data, DIST).start()
        try:
            yield from _with_nadia(server, Path(folder))
        finally:
            server.stop()


def _with_nadia(server: Server, scratch: Path) -> Iterator[Figure]:
    with sync_playwright() as driver:
        browser = chromium.launch(driver)
        with Stage(driver, browser, Watch(), scratch) as stage:
            nadia = stage.at_a_desk("nadia", server)
            everybody = nadia.page.get_by_text(re.compile(rf"^{PEOPLE // 1000}\s000\sjeunes$"))
            expect(everybody).to_be_visible(timeout=_FILLING_MS)
            nadia.settles().loses_network()
            is_drawing(nadia)
            yield _painted(nadia)
            yield _sorted(nadia)
        browser.close()


def _painted(person: Person) -> Figure:
    waits = []
    for _ in range(_TIMES):
        person.goes_to("Messages")
        person.page.wait_for_timeout(PAUSE_MS)
        waits.append(person.page.evaluate(GO, ["Portefeuille", "Portefeuille", "main tbody tr"]))
        person.page.wait_for_timeout(PAUSE_MS)
    return Figure(f"portfolio of {PEOPLE:,} rows, painted, p50", centile(waits, 0.5), "ms", 100)


def _sorted(person: Person) -> Figure:
    waits = []
    for number in range(_TIMES * len(_COLUMNS) // 2):
        waits.append(person.page.evaluate(_SORT, _COLUMNS[number % len(_COLUMNS)]))
        person.page.wait_for_timeout(PAUSE_MS)
    return Figure(f"portfolio of {PEOPLE:,} rows, sorted, p50", centile(waits, 0.5), "ms", 50)

"""The shell installs like an application, keeps one view only, and never changes by itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from .builds import next_build
from .people import PATIENCE_MS, Person
from .server import Server
from .stage import Stage

_ASK = "() => navigator.serviceWorker.getRegistration().then((found) => found.update())"
_BUILD = "() => document.querySelector('meta[name=build]')?.content ?? null"
_KEPT_FILES = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("passerelle-"));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map((request) => new URL(request.url).pathname);
}"""
_KEPT_BUILDS = """async () =>
  (await caches.keys()).filter((name) => name.startsWith("passerelle-"))"""


def test_a_phone_finds_nothing_against_installing(stage: Stage, house: Server) -> None:
    karim = stage.with_own_phone("karim", house)
    devtools = karim.context.new_cdp_session(karim.page)

    shown: dict[str, Any] = devtools.send("Page.getAppManifest")
    against: dict[str, Any] = devtools.send("Page.getInstallabilityErrors")

    assert shown["errors"] == []
    assert against["installabilityErrors"] == []
    manifest = json.loads(shown["data"])
    assert (manifest["id"], manifest["display"], manifest["lang"]) == ("/", "standalone", "fr")


def test_shortcuts_lead_where_they_say(karim: Person) -> None:
    manifest = json.loads((karim.server.build_dir / "manifest.webmanifest").read_text())

    for shortcut in manifest["shortcuts"]:
        karim.opens(shortcut["url"])
        expect(karim.page).to_have_title(re.compile(f"^{shortcut['name']}"))


def test_a_young_persons_phone_keeps_no_screen_of_the_advisors(karim: Person) -> None:
    karim.is_ready_for_offline()
    views = json.loads((karim.server.build_dir / "build.json").read_text())["views"]

    kept = set(karim.page.evaluate(_KEPT_FILES))

    assert {f"/{file}" for file in views["young"]} <= kept
    assert not {f"/{file}" for file in set(views["advisor"]) - set(views["young"])} & kept


def test_nothing_of_the_api_is_ever_kept(nadia: Person) -> None:
    nadia.is_ready_for_offline()

    kept = nadia.page.evaluate(_KEPT_FILES)

    assert [path for path in kept if path.startswith(("/api", "/healthz", "/readyz"))] == []


def test_the_other_tab_stays_as_it_is_until_asked(
    stage: Stage, own_server: Server, tmp_path: Path
) -> None:
    karim = stage.on_a_phone("karim", own_server.start())
    karim.is_ready_for_offline()
    other = karim.opens_another_tab("/accueil")
    own_server.stop()
    own_server.build_dir = next_build(own_server.build_dir, tmp_path / "next")
    own_server.start()
    karim.page.evaluate(_ASK)

    karim.page.get_by_role("button", name="Mettre à jour").click(timeout=PATIENCE_MS)
    karim.page.wait_for_function(_BUILD)

    assert other.page.evaluate(_BUILD) is None
    expect(other.page.get_by_role("button", name="Mettre à jour")).to_be_visible()
    assert len(karim.page.evaluate(_KEPT_BUILDS)) == 2
    other.loses_network()
    other.goes_to("Messages")
    expect(other.composer).to_be_visible(timeout=PATIENCE_MS)

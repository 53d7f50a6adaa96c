"""A new version arrives while somebody is writing."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from .builds import next_build
from .people import PATIENCE_MS
from .server import Server
from .stage import Stage

_ASK = "() => navigator.serviceWorker.getRegistration().then((found) => found.update())"
_BUILD = "() => document.querySelector('meta[name=build]')?.content ?? null"


def test_update_with_a_half_written_message(
    stage: Stage, own_server: Server, tmp_path: Path
) -> None:
    karim = stage.on_a_phone("karim", own_server.start())
    karim.is_ready_for_offline().goes_to("Messages")
    karim.starts_writing("Je voulais vous dire que")
    own_server.stop()
    own_server.build_dir = next_build(own_server.build_dir, tmp_path / "next")
    own_server.start()
    assert karim.page.evaluate(_BUILD) is None

    karim.page.evaluate(_ASK)

    line = karim.page.get_by_role("button", name="Mettre à jour")
    expect(line).to_be_visible(timeout=PATIENCE_MS)
    expect(karim.composer).to_have_value("Je voulais vous dire que")
    expect(karim.composer).to_be_focused()

    line.click()

    karim.page.wait_for_function(_BUILD)
    expect(karim.composer).to_have_value("Je voulais vous dire que", timeout=PATIENCE_MS)

"""What a phone downloads, in kB (1,000 bytes) as sent with brotli. Needs a built application."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

DIST = Path(__file__).resolve().parents[2] / "pwa" / "dist"
SCREENS = "src/screens/"
#: What is fetched beside the modules before anything is shown.
PAGE = ["index.html", "theme.js", "manifest.webmanifest", "icons/mark.svg"]


@cache
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DIST / "manifest.json").read_text())
    return loaded


@cache
def about() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DIST / "build.json").read_text())
    return loaded


def with_imports(name: str) -> set[str]:
    """Give the files that come when this module is asked for."""
    files: set[str] = set()
    waiting = [name]
    while waiting:
        chunk = manifest()[waiting.pop()]
        if chunk["file"] in files:
            continue
        files |= {chunk["file"], *chunk.get("css", ()), *chunk.get("assets", ())}
        waiting += chunk.get("imports", ())
    return files


def sprite() -> str:
    return next(file for file in about()["views"]["shell"] if "sprite" in file)


def first_load() -> set[str]:
    """Sign-in, then home: the young view's first load."""
    modules = ("index.html", SCREENS + "shared/sign-in/index.tsx", SCREENS + "young/index.tsx")
    return {*PAGE, sprite()}.union(*(with_imports(name) for name in modules))


def weight(files: set[str]) -> float:
    """Add up the files as they are sent. kB."""
    sizes = [(DIST / f"{file}.br", DIST / file) for file in files]
    return sum(next(f for f in forms if f.is_file()).stat().st_size for forms in sizes) / 1000


def ending(files: set[str], suffix: str) -> set[str]:
    return {file for file in files if file.endswith(suffix)}


def whole(view: str) -> set[str]:
    return {*PAGE, "sw.js", *about()["views"]["shell"], *about()["views"][view]}


@pytest.mark.parametrize(
    ("suffix", "most"),
    [("", 100), (".js", 70), (".css", 15)],
    ids=["all", "scripts", "styles"],
)
def test_first_load_fits_a_poor_network(suffix: str, most: float) -> None:
    assert weight(ending(first_load(), suffix)) <= most


@pytest.mark.parametrize(("view", "most"), [("young", 250), ("advisor", 400)])
def test_a_whole_view_fits_a_small_data_plan(view: str, most: float) -> None:
    assert weight(whole(view)) <= most


def test_no_font_is_downloaded() -> None:
    assert not [file for file in DIST.rglob("*") if file.suffix in {".woff", ".woff2", ".ttf"}]


def test_icons_fit_in_six_kilobytes() -> None:
    assert weight({sprite()}) <= 6


def test_a_young_persons_phone_keeps_no_file_of_the_advisors() -> None:
    advisor = manifest()[SCREENS + "advisor/index.tsx"]["file"]
    assert advisor in whole("advisor")
    assert advisor not in whole("young")

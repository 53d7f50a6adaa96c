"""Another build of the browser application, as a deployment would bring it."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path

_OLD_TEXT_FORMS = (".br", ".gz")


def next_build(present: Path, folder: Path) -> Path:
    """Copy a build under another name: its page differs, and so does its worker."""
    shutil.copytree(present, folder)
    before = json.loads((folder / "build.json").read_text())["build"]
    after = before[::-1] if before != before[::-1] else before[:-1] + "0"
    page = folder / "index.html"
    old_hash = _integrity(page)
    _rewrite(page, "</head>", f'<meta name="build" content="{after}"></head>')
    _rewrite(folder / "sw.js", old_hash, _integrity(page))
    _rewrite(folder / "sw.js", before, after)
    _rewrite(folder / "build.json", before, after)
    return folder


def _integrity(file: Path) -> str:
    return base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()


def _rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} does not hold {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    for suffix in _OLD_TEXT_FORMS:
        file.with_name(file.name + suffix).unlink(missing_ok=True)

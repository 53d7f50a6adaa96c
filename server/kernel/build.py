"""Which client build this server serves: the name a device compares with its own."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from flask import current_app


def client_build() -> str:
    """Give the name of the client build this server serves ("dev" before any build)."""
    path: Path = current_app.config["PASSERELLE"].build_dir / "build.json"
    try:
        written_at = path.stat().st_mtime_ns
    except FileNotFoundError:
        return "dev"
    return _named(path, written_at)


@lru_cache(maxsize=4)
def _named(path: Path, _written_at: int) -> str:
    """Read the file once for each time it is written: every exchange asks."""
    build: str = json.loads(path.read_text(encoding="utf-8"))["build"]
    return build

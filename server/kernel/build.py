"""Which client build this server serves: the name a device compares with its own."""

from __future__ import annotations

import json
from pathlib import Path

from flask import current_app


def client_build() -> str:
    """Give the name of the client build this server serves ("dev" before any build)."""
    path: Path = current_app.config["PASSERELLE"].build_dir / "build.json"
    if not path.exists():
        return "dev"
    build: str = json.loads(path.read_text(encoding="utf-8"))["build"]
    return build

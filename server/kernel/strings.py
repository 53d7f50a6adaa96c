"""Sentences the server says to people, from locales/fr.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent.parent / "locales" / "fr.json"


@cache
def sentences() -> dict[str, str]:
    """Read every sentence once."""
    loaded: dict[str, str] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded


def t(key: str, **values: object) -> str:
    """Give the French sentence for a key, its {placeholders} filled.

    Raises KeyError for an unknown key: a missing sentence is a defect, not a surprise for people.
    """
    return sentences()[key].format(**values)

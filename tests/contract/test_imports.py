"""Imports point down: the engine stands alone, and the browser's folders know only those below."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "pwa" / "src"

#: What each folder may import. Files at the top (main, app, boot) put everything together.
MAY_IMPORT = {
    "sw": set[str](),
    "api": {"product.ts"},
    "i18n": {"api"},
    "a11y": {"i18n"},
    "store": {"api", "product.ts"},
    "sync": {"store", "api"},
    "channel": {"sync", "store", "api", "product.ts", "update.ts"},
    "intents": {"sync", "store", "api"},
    "components": {"a11y", "i18n", "store", "api", "product.ts"},
    "late": {"screens"},
    "screens": {
        "a11y",
        "api",
        "boot.ts",
        "components",
        "i18n",
        "intents",
        "product.ts",
        "store",
        "update.ts",
    },
}


def imports_across_folders() -> Iterator[tuple[str, str, str]]:
    """Give (file, its folder, what it imports) for every import that leaves a folder."""
    for file in SOURCES.rglob("*.ts*"):
        folder, *inside = file.relative_to(SOURCES).parts
        if not inside or ".test." in file.name or ".fake." in file.name:
            continue
        for asked in re.findall(r'(?:from|import\()\s*"(\.[^"]+)"', file.read_text()):
            target = (file.parent / asked).resolve()
            if target.is_relative_to(SOURCES) and target.relative_to(SOURCES).parts[0] != folder:
                yield file.name, folder, target.relative_to(SOURCES).parts[0]


def test_browser_folders_import_only_what_is_below_them() -> None:
    upwards = [
        (name, folder, target)
        for name, folder, target in imports_across_folders()
        if target not in MAY_IMPORT[folder]
    ]
    assert upwards == []


def test_neither_view_knows_the_other_and_what_they_share_knows_neither() -> None:
    views = ("young", "advisor")
    crossing = []
    for file in (SOURCES / "screens").rglob("*.ts*"):
        own = file.relative_to(SOURCES / "screens").parts[0]
        others = [view for view in views if view != own]
        if re.search(rf'"(?:\.\./)+(?:{"|".join(others)})/', file.read_text()):
            crossing.append(str(file.relative_to(SOURCES)))
    assert crossing == []


def test_the_engine_imports_only_the_standard_library_and_itself() -> None:
    allowed = {*sys.stdlib_module_names, "sync"}
    foreign = {
        (file.name, name)
        for file in (ROOT / "sync").rglob("*.py")
        for name in modules_of(ast.parse(file.read_text()))
        if name not in allowed
    }
    assert foreign == set()


def modules_of(tree: ast.Module) -> Iterator[str]:
    """Give the first part of every module imported by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]

"""What the identity tests share: waits noted, not waited; applications with other settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from server import create_app
from server.config import Config
from server.extensions import db
from server.identity import entrance
from tests.conftest import empty_database


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that answers would have waited, in order."""
    noted: list[float] = []
    monkeypatch.setattr(entrance, "pause", noted.append)
    return noted


@pytest.fixture
def app_with(config: Config) -> Iterator[Callable[..., Flask]]:
    """Make the application with other settings, on an empty database."""
    with ExitStack() as opened:

        def make(**settings: Any) -> Flask:
            app = create_app(replace(config, **settings))
            opened.enter_context(app.app_context())
            opened.callback(db.engine.dispose)
            empty_database()
            return app

        yield make

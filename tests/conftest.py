"""Fixtures shared by every test: the application on a real database, people in it, a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, text

from server import create_app
from server.config import Config
from server.extensions import db
from server.kernel.clock import move_clock
from tests import services
from tests.factories import World, make_world

ORIGIN = "http://localhost:8000"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A private PostgreSQL for the whole run."""
    with services.postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: each test that uses it runs on both engines."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'passerelle.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def config(database_url: str, tmp_path: Path) -> Config:
    """Settings of a demo-less application in test mode."""
    return Config(origin=ORIGIN, data=tmp_path, database_url=database_url, test=True)


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    """The application on an empty database; everything is erased afterwards."""
    app = create_app(config)
    with app.app_context():
        empty_database()
        yield app
        db.session.remove()
        db.engine.dispose()
    move_clock(0)


@pytest.fixture
def variant(app: Flask, config: Config) -> Iterator[Callable[..., Flask]]:
    """Make the application again on the same database with other settings."""
    made: list[Flask] = []

    def make(**settings: object) -> Flask:
        made.append(create_app(replace(config, **settings)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for other in made:
        with other.app_context():
            db.engine.dispose()


def empty_database() -> None:
    """Make the tables, or empty those a previous test left on PostgreSQL."""
    db.create_all()
    if db.engine.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in db.metadata.sorted_tables)
        with db.engine.begin() as connection:
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser nobody has signed in with."""
    return app.test_client()


@pytest.fixture
def world(app: Flask) -> World:
    """Mission Locale du Val: Nadia follows Karim, Marc follows Inès; another structure beside."""
    return make_world(app)


@pytest.fixture
def count_queries(app: Flask) -> Callable[[], object]:
    """Give a context manager whose value is the list of SQL statements run inside it."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
            seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        yield seen
        event.remove(db.engine, "before_cursor_execute", note)

    return counting

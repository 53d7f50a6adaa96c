"""What the application asks of its database, and what it does when the database goes away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import gevent
import psycopg
import pytest
from flask import Flask

from server import create_app
from server.config import Config
from server.extensions import db
from server.kernel.cooperative import CooperativeConnection
from tests.conftest import ORIGIN, empty_database
from tests.factories import make_world
from tests.server.wire import intent


def libpq(url: str) -> str:
    """Write SQLAlchemy's address as the driver takes it."""
    return url.replace("+psycopg", "")


@pytest.fixture
def on_postgres(postgres_url: str, tmp_path: Path) -> Iterator[Flask]:
    app = create_app(Config(origin=ORIGIN, data=tmp_path, database_url=postgres_url, test=True))
    with app.app_context():
        empty_database()
        yield app
        db.session.remove()
        db.engine.dispose()


def test_two_questions_to_postgresql_are_waited_for_together(postgres_url: str) -> None:
    def ask() -> None:
        with CooperativeConnection.connect(libpq(postgres_url)) as connection:
            connection.execute("SELECT pg_sleep(0.5)")

    start = time.monotonic()
    gevent.joinall([gevent.spawn(ask) for _ in range(4)], raise_error=True)

    assert time.monotonic() - start < 1.5


def test_a_connection_cut_while_it_is_waited_for_is_an_error(postgres_url: str) -> None:
    connection = CooperativeConnection.connect(libpq(postgres_url), autocommit=True)
    number = connection.info.backend_pid

    def cut() -> None:
        gevent.sleep(0.2)
        with CooperativeConnection.connect(libpq(postgres_url), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [number])

    cutting = gevent.spawn(cut)
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT pg_sleep(10)")
    cutting.get()


@pytest.mark.parametrize("seconds_of_rest", [0, 1.1])
def test_a_database_that_restarts_costs_nobody_an_answer(
    on_postgres: Flask, postgres_url: str, seconds_of_rest: float
) -> None:
    world = make_world(on_postgres)
    karim, scope = world.wire(world.karim), world.dossier(world.karim)
    karim.push(scope, intent(1, "message.send", text="Avant"))

    with psycopg.connect(libpq(postgres_url), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    time.sleep(seconds_of_rest)
    [outcome] = karim.push(scope, intent(2, "message.send", text="Après"))

    assert outcome["o"] == "applied"

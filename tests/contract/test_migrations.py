"""Migrations make exactly the tables the models describe, on both databases, and can be undone."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from server.extensions import db

FOLDER = str(Path(__file__).parents[2] / "server" / "migrations")


def start_from_nothing() -> None:
    db.drop_all()
    with db.engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))


def test_migrations_make_the_tables_of_the_models(app: Flask) -> None:
    start_from_nothing()

    upgrade(directory=FOLDER)

    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert differences == []


def test_migrations_can_be_undone(app: Flask) -> None:
    start_from_nothing()
    upgrade(directory=FOLDER)

    downgrade(directory=FOLDER, revision="base")

    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    start_from_nothing()
    db.create_all()

"""Alembic's door: migrations run on the application's own engine, SQLite or PostgreSQL."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app

from server.kernel.ids import IdType


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our identifier type in plain SQLAlchemy: a migration imports no model."""
    if kind != "type" or not isinstance(item, IdType):
        return False
    autogen.imports.add("from sqlalchemy.dialects import postgresql")
    return 'sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")'


def run() -> None:
    """Bring the database to the wanted revision."""
    database = current_app.extensions["migrate"].db
    with database.engine.execution_options(passerelle_writes=True).connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_item=render_item,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=False,
        )
        with context.begin_transaction():
            context.run_migrations()


run()

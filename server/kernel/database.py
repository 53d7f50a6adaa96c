"""How connections behave on SQLite and PostgreSQL.

SQLite: WAL, synchronous=FULL, foreign keys, BEGIN IMMEDIATE for writers. Under gevent a greenlet
that waits for SQLite's busy lock sleeps in C and freezes the process, so every writer takes
`write_lock` first and never yields before its commit.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from server.extensions import db

#: One writer at a time in this process; used with SQLite only.
write_lock = threading.RLock()

_WRITES = "passerelle_writes"


def engine_options(url: str) -> dict[str, Any]:
    """Options for SQLAlchemy's create_engine, by database.

    What people wrote is a parameter of our statements: no error, and so no log, may repeat it.
    """
    return {"hide_parameters": True, **_by_database(url)}


def _by_database(url: str) -> dict[str, Any]:
    if url in ("sqlite://", "sqlite:///:memory:"):
        return {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    if url.startswith("sqlite"):
        return {"connect_args": {"check_same_thread": False}, "pool_size": 20}
    return {
        "pool_size": 20,
        "max_overflow": 20,
        "pool_pre_ping": True,
        "connect_args": {"options": "-c lock_timeout=2000 -c timezone=UTC"},
    }


def prepare(engine: Engine) -> None:
    """Attach our connection rules to an engine; does nothing for PostgreSQL."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=5000",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def write_session() -> Iterator[Session]:
    """Open a session whose transaction may write; the caller commits.

    PostgreSQL runs it in READ COMMITTED: what is read after the scope lock is what the previous
    holder of the lock committed.
    """
    is_sqlite = db.engine.dialect.name == "sqlite"
    with write_lock if is_sqlite else nullcontext():
        engine = db.engine.execution_options(**{_WRITES: True})
        with Session(engine, expire_on_commit=False) as session:
            yield session


@contextmanager
def read_only() -> Iterator[Session]:
    """Open a session that sees one consistent snapshot and cannot write."""
    engine = db.engine
    if engine.dialect.name == "sqlite":
        # An in-memory database has one connection: readers wait for the writer.
        shared = isinstance(engine.pool, StaticPool)
        with write_lock if shared else nullcontext(), Session(engine) as session:
            yield session
        return
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with Session(snapshot) as session:
        yield session

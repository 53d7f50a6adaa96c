"""How connections behave on SQLite and PostgreSQL.

SQLite: WAL, synchronous=FULL, foreign keys, BEGIN IMMEDIATE for writers. Under gevent a greenlet
that waits for SQLite's busy lock sleeps in C and freezes the process, so every writer takes
`write_lock` first and never yields before its commit.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from flask import current_app
from gevent.monkey import is_module_patched
from psycopg.types.string import TextLoader
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from server.extensions import db

from .cooperative import CooperativeConnection

#: One writer at a time in this process; used with SQLite only.
write_lock = threading.RLock()

#: How a transaction begins on SQLite.
_MODE = "passerelle_begin"
_WAYS = "passerelle_database"
#: A connection used less long ago than that is taken to be alive.
REST_SECONDS = 1.0


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
        "connect_args": {"options": "-c lock_timeout=2000 -c timezone=UTC"},
    }


def prepare(engine: Engine) -> None:
    """Attach our connection rules to the engine of the current application."""
    is_sqlite = engine.dialect.name == "sqlite"
    if is_sqlite:
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    else:
        if is_module_patched("select"):
            event.listen(engine, "do_connect", _connect)
        event.listen(engine, "connect", _give_ids_as_text)
        event.listen(engine, "checkin", _note_use)
        event.listen(engine, "checkout", _check_after_rest)


@dataclass(frozen=True, slots=True)
class Ways:
    """The engine of one application under each of its uses, made once."""

    write: Engine
    snapshot: Engine
    plain: Engine
    is_sqlite: bool
    is_shared: bool


def ways() -> Ways:
    """Give the engine of the current application, under each of its uses."""
    engine = db.engine
    found: Ways | None = current_app.extensions.get(_WAYS)
    if found is None or found.plain is not engine:
        found = current_app.extensions[_WAYS] = _ways_of(engine)
    return found


def _ways_of(engine: Engine) -> Ways:
    is_sqlite = engine.dialect.name == "sqlite"
    return Ways(
        write=engine.execution_options(**{_MODE: "BEGIN IMMEDIATE"}),
        snapshot=engine
        if is_sqlite
        else engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
        plain=engine,
        is_sqlite=is_sqlite,
        # An in-memory database has one connection: readers wait for the writer.
        is_shared=isinstance(engine.pool, StaticPool),
    )


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
    connection.exec_driver_sql(connection.get_execution_options().get(_MODE, "BEGIN"))


def _connect(_dialect: object, _record: object, args: Any, options: Any) -> CooperativeConnection:
    return CooperativeConnection.connect(*args, **options)


def _give_ids_as_text(connection: Any, _record: object) -> None:
    connection.adapters.register_loader("uuid", TextLoader)


def _note_use(_connection: object, record: ConnectionPoolEntry) -> None:
    record.info["used_at"] = time.monotonic()


def _check_after_rest(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
    """Ask a connection that rested whether it still lives: asking each time costs a round trip."""
    if time.monotonic() - record.info.get("used_at", 0.0) < REST_SECONDS:
        return
    try:
        db.engine.dialect.do_ping(connection)
    except Exception as error:
        raise DisconnectionError from error


class WriteSession(Session):
    """A session whose transaction may write; `before_flush` is done just before it does."""

    before_flush: Callable[[], None] = staticmethod(lambda: None)


@event.listens_for(WriteSession, "before_flush")
def _before_flush(session: WriteSession, *_: object) -> None:
    session.before_flush()


@contextmanager
def write_session() -> Iterator[WriteSession]:
    """Open a session whose transaction may write; the caller commits.

    PostgreSQL runs it in READ COMMITTED: what is read after the scope lock is what the previous
    holder of the lock committed.
    """
    engines = ways()
    with (
        write_lock if engines.is_sqlite else nullcontext(),
        WriteSession(engines.write, expire_on_commit=False) as session,
    ):
        yield session


@contextmanager
def read_only() -> Iterator[Session]:
    """Open a session that sees one consistent snapshot and cannot write."""
    engines = ways()
    with write_lock if engines.is_shared else nullcontext(), Session(engines.snapshot) as session:
        yield session

"""Statements that are asked at every exchange, handed to the driver as text made once.

SQLAlchemy compiles them and keeps the types; what is saved is what it does around each execution.
On PostgreSQL those given together travel in one round trip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg
from sqlalchemy import Connection, Dialect, Executable, Insert, Table, bindparam, insert
from sqlalchemy.exc import DBAPIError, OperationalError

from .database import ways, write_lock

Values = Mapping[str, object]
#: A statement that gives rows, and its values.
Question = tuple[Executable, Values]
#: A statement that gives no row, and the values of each time it is run; at least one.
Write = tuple[Executable, Sequence[Values]]


@dataclass(frozen=True, slots=True)
class DriverText:
    """A statement as its driver takes it."""

    sql: str
    #: Names in the order of their marks; None where marks are named.
    order: tuple[str, ...] | None
    #: How a type of ours becomes one of the driver's, by name.
    to_driver: Mapping[str, Callable[[Any], Any]]

    def values(self, given: Values) -> Any:
        """Give the values as the driver takes them."""
        if self.to_driver:
            given = {**given, **{name: to(given[name]) for name, to in self.to_driver.items()}}
        return given if self.order is None else tuple(given[name] for name in self.order)


def ask_together(connection: Connection, questions: Sequence[Question]) -> list[list[Any]]:
    """Ask several questions in one round trip; give the rows of each, as the driver gives them.

    They are answered one after the other: each sees what the ones before it waited for.
    """
    texts = [(_text(statement, connection.dialect), given) for statement, given in questions]
    if connection.dialect.name == "sqlite":
        return [
            list(connection.exec_driver_sql(text.sql, text.values(given))) for text, given in texts
        ]
    # One alone is sent as usual: a pipeline would only add a turn.
    with _driver(connection) if len(texts) == 1 else _pipeline(connection) as driver:
        answers = [driver.execute(text.sql, text.values(given)) for text, given in texts]
    return [answer.fetchall() for answer in answers]


def ask_alone(question: Question) -> list[Any]:
    """Ask one question outside any transaction; give its rows, as the driver gives them.

    A connection that turns out to be lost (the database was restarted) is not an answer: all of
    them are let go and the question is asked again once.
    """
    try:
        return _ask_outside(question)
    except OperationalError as error:
        if not error.connection_invalidated:
            raise
        ways().plain.dispose()
        return _ask_outside(question)


def _ask_outside(question: Question) -> list[Any]:
    engines = ways()
    text, given = _text(question[0], engines.plain.dialect), question[1]
    with write_lock if engines.is_shared else nullcontext():
        pooled = engines.plain.raw_connection()
        driver: Any = pooled.dbapi_connection
        try:
            with nullcontext() if engines.is_sqlite else _outside(driver):
                rows = list(driver.execute(text.sql, text.values(given)).fetchall())
        except BaseException:
            pooled.invalidate()  # nobody knows any more in which state it is
            raise
        pooled.close()
        return rows


def write_together(connection: Connection, writes: Sequence[Write]) -> None:
    """Write several things in one round trip; what one of them raises is raised at the end."""
    if connection.dialect.name == "sqlite":
        for statement, rows in writes:
            text = _text(statement, connection.dialect)
            connection.exec_driver_sql(text.sql, [text.values(row) for row in rows])
        return
    with _pipeline(connection) as driver:
        for statement, rows in writes:
            text = _text(statement, connection.dialect)
            if len(rows) == 1:
                driver.execute(text.sql, text.values(rows[0]))
            else:
                driver.cursor().executemany(text.sql, [text.values(row) for row in rows])


def insert_into(table: Table, *names: str) -> Insert:
    """Build the insert of these columns, all of them when none is named."""
    given = names or [column.name for column in table.columns]
    return insert(table).values({name: bindparam(name) for name in given})


@contextmanager
def _driver(connection: Connection) -> Iterator[Any]:
    driver: Any = connection.connection.dbapi_connection
    with _said_as_usual(driver):
        yield driver


@contextmanager
def _pipeline(connection: Connection) -> Iterator[Any]:
    with _driver(connection) as driver, driver.pipeline():
        yield driver


@contextmanager
def _outside(driver: Any) -> Iterator[None]:
    """Let statements be their own transactions; SQLite needs nothing, we say BEGIN ourselves."""
    with _said_as_usual(driver):
        driver.autocommit = True
        yield
        driver.autocommit = False


@contextmanager
def _said_as_usual(driver: Any) -> Iterator[None]:
    """Raise the driver's errors as the ones everybody else expects, without any value in them."""
    try:
        yield
    except psycopg.Error as error:
        raise DBAPIError.instance(
            "sent to the driver",
            None,
            error,
            psycopg.Error,
            hide_parameters=True,
            connection_invalidated=driver.closed,
        ) from error


@cache
def _text(statement: Executable, dialect: Dialect) -> DriverText:
    compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    processors = {
        name: bound.type.dialect_impl(dialect).bind_processor(dialect)
        for name, bound in compiled.binds.items()
    }
    order = compiled.positiontup
    return DriverText(
        str(compiled),
        None if order is None else tuple(order),
        {name: to_driver for name, to_driver in processors.items() if to_driver is not None},
    )

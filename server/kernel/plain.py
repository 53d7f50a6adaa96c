"""The last flush of a transaction, made with plain statements wherever the ORM is not needed.

A record is plain when its table has no relationship and nothing the database fills in. Such new
and changed records are written by one statement a table, without a row given back: they can
travel with the other last writes. Anything else is left to the session's own flush.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Insert, Table, Update, bindparam, inspect, update
from sqlalchemy.orm import Mapper, Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql import ClauseElement

from server.extensions import Model

from .statements import Write, insert_into

R = TypeVar("R", bound=Model)


@dataclass(frozen=True, eq=False)
class Shape:
    """What has to be known of a plain table, found once."""

    table: Table
    insert: Insert
    #: Column name of each attribute.
    columns: dict[str, str]
    keys: frozenset[str]
    #: Position among the tables: those referred to come first.
    rank: int


def is_plain(session: Session) -> bool:
    """Say whether everything the session still has to write is plain; fills defaults in."""
    if session.deleted:
        return False
    for record in session.new:
        shape = _shape(record)
        if shape is None:
            return False
        _fill_in(record, shape)
    return all(_is_plainly_changed(record) for record in session.dirty)


def last_writes(session: Session) -> list[Write]:
    """Give the statements that write what a plain session holds, and let go of its records."""
    new: dict[Shape, list[dict[str, object]]] = {}
    changed: dict[tuple[Shape, tuple[str, ...]], list[dict[str, object]]] = {}
    for record in session.new:
        shape = _known_shape(record)
        new.setdefault(shape, []).append(_columns(record, shape, shape.columns))
    for record in session.dirty:
        shape = _known_shape(record)
        if groups := tuple(_changed(record)):
            row = _columns(record, shape, groups)
            row |= {f"at_{key}": getattr(record, key) for key in shape.keys}
            changed.setdefault((shape, groups), []).append(row)
    session.expunge_all()
    writes: list[tuple[int, Write]] = [(at.rank, (at.insert, rows)) for at, rows in new.items()]
    writes += [(at.rank, (_update(at, keys), rows)) for (at, keys), rows in changed.items()]
    return [write for _, write in sorted(writes, key=lambda one: one[0])]


def hold(session: Session, model: type[R], values: Sequence[object]) -> R:
    """Take a row read by a plain statement, in the order of its columns, as a record held."""
    shape = shape_of(model)
    assert shape is not None  # asked for by code, of a table known to be plain
    record = model(**dict(zip(shape.columns, values, strict=True)))
    make_transient_to_detached(record)
    session.add(record)
    return record


@cache
def shape_of(model: type[Model]) -> Shape | None:
    """Give the shape of a plain table, None for a table that needs the ORM."""
    mapper: Mapper[Any] = inspect(model)
    table = mapper.local_table
    if not isinstance(table, Table) or mapper.relationships or mapper.inherits:
        return None
    if table.autoincrement_column is not None or mapper.version_id_col is not None:
        return None
    if any(column.server_default or column.onupdate for column in table.columns):
        return None
    return Shape(
        table,
        insert_into(table),
        {one.key: one.columns[0].name for one in mapper.column_attrs},
        frozenset(mapper.get_property_by_column(column).key for column in mapper.primary_key),
        Model.metadata.sorted_tables.index(table),
    )


def is_unwritten(record: Any) -> bool:
    """Say whether a record has no row yet."""
    return record._sa_instance_state.key is None  # SQLAlchemy's own mark on every mapped object


def was_deleted(record: Any) -> bool:
    """Say whether the row of a record was deleted by this transaction."""
    state = record._sa_instance_state
    return bool(state.deleted or state.was_deleted)


def changes_only(record: Any, columns: frozenset[str]) -> bool:
    """Say whether nothing of a record but these columns was changed; no column: never."""
    return bool(columns) and columns.issuperset(record._sa_instance_state.committed_state)


def _shape(record: Any) -> Shape | None:
    return shape_of(cast(type[Model], type(record)))


def _known_shape(record: object) -> Shape:
    shape = _shape(record)
    assert shape is not None  # the session was plain
    return shape


def _fill_in(record: Any, shape: Shape) -> None:
    """Give a new record the defaults that the ORM would have given it."""
    for key, name in shape.columns.items():
        if key in record.__dict__:
            continue
        default: Any = shape.table.columns[name].default
        value = None
        if default is not None:
            value = default.arg(None) if default.is_callable else default.arg
        set_committed_value(record, key, value)


def _is_plainly_changed(record: Any) -> bool:
    shape = _shape(record)
    return shape is not None and not any(
        key in shape.keys or isinstance(getattr(record, key), ClauseElement)
        for key in _changed(record)
    )


def _changed(record: Any) -> Iterator[str]:
    """Give the attributes whose value is no longer what was read."""
    for key, was in sorted(record._sa_instance_state.committed_state.items()):
        if record.__dict__.get(key) != was:
            yield key


def _columns(record: Any, shape: Shape, keys: Iterable[str]) -> dict[str, object]:
    values = record.__dict__
    return {shape.columns[key]: values[key] for key in keys}


@cache
def _update(shape: Shape, keys: tuple[str, ...]) -> Update:
    columns = shape.table.columns
    statement = update(shape.table).values(
        {shape.columns[key]: bindparam(shape.columns[key]) for key in keys}
    )
    for key in shape.keys:
        statement = statement.where(columns[shape.columns[key]] == bindparam(f"at_{key}"))
    return statement

"""The feed: what devices pull. One row per record and scope, already serialised.

`v`, `deleted` and `stamps` are the truth of versioning and live only here; `doc` is a projection
of the typed tables, rewritten by the unit of work in the commit that changes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    bindparam,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model, table_of
from sync.scope import Row
from sync.stamp import Stamp

from .replicated import Document
from .statements import Write, insert_into

Key = tuple[int, str, str]


class FeedEntry(Model):
    """The newest state of one record, as the readers of one scope see it."""

    __tablename__ = "feed_entry"
    __table_args__ = (Index("ix_feed_entry_scope_v", "scope_id", "v"),)

    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    v: Mapped[int] = mapped_column(BigInteger)
    deleted: Mapped[bool] = mapped_column(Boolean, default=False)
    doc: Mapped[str] = mapped_column(Text)
    stamps: Mapped[str] = mapped_column(Text)
    #: Edit time of the creation: no later edit may claim an earlier one (milliseconds UTC).
    created_at: Mapped[int] = mapped_column(BigInteger)


@dataclass
class Entry:
    """One feed row in memory, between reading and writing."""

    key: Key
    v: int
    deleted: bool
    doc: str
    stamps: dict[str, Stamp] = field(default_factory=dict)
    created_at: int = 0
    is_new: bool = False

    @property
    def row(self) -> Row:
        """The row as a device receives it."""
        return Row(self.key[1], self.key[2], self.v, self.doc)


def serialise(document: Document) -> str:
    """Write a document as compact JSON, always the same bytes for the same document."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def load_entry(connection: Connection, key: Key) -> Entry | None:
    """Read one feed row; None when the record was never projected there."""
    where = dict(zip(("at_scope", "at_kind", "at_id"), key, strict=True))
    row = connection.execute(_SELECT, where).one_or_none()
    if row is None:
        return None
    stamps = {group: Stamp.from_list(values) for group, values in json.loads(row.stamps).items()}
    return Entry(key, row.v, row.deleted, row.doc, stamps, row.created_at)


def writes_of(entries: Iterable[Entry]) -> list[Write]:
    """Give the statements that write feed rows: one for the new ones, one for the changed."""
    rows = [(entry.is_new, _columns(entry)) for entry in entries]
    new = [columns for is_new, columns in rows if is_new]
    changed = [_for_update(columns) for is_new, columns in rows if not is_new]
    return [(_INSERT, new), (_UPDATE, changed)]


def _columns(entry: Entry) -> dict[str, object]:
    scope_id, kind, record_id = entry.key
    return {
        "scope_id": scope_id,
        "kind": kind,
        "id": record_id,
        "v": entry.v,
        "deleted": entry.deleted,
        "doc": entry.doc,
        "stamps": serialise({group: stamp.to_list() for group, stamp in entry.stamps.items()}),
        "created_at": entry.created_at,
    }


def _for_update(columns: Mapping[str, object]) -> dict[str, object]:
    renamed = {"scope_id": "at_scope", "kind": "at_kind", "id": "at_id"}
    return {renamed.get(name, name): value for name, value in columns.items()}


# Built once: building a statement costs more than running it.
_TABLE = table_of(FeedEntry)
_HERE = (
    (_TABLE.c.scope_id == bindparam("at_scope"))
    & (_TABLE.c.kind == bindparam("at_kind"))
    & (_TABLE.c.id == bindparam("at_id"))
)
_SELECT = select(
    _TABLE.c.v, _TABLE.c.deleted, _TABLE.c.doc, _TABLE.c.stamps, _TABLE.c.created_at
).where(_HERE)
_INSERT = insert_into(_TABLE)
_UPDATE = (
    update(_TABLE)
    .where(_HERE)
    .values({name: bindparam(name) for name in ("v", "deleted", "doc", "stamps", "created_at")})
)

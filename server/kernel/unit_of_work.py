"""The only way to write: one transaction that locks scopes, projects the feed, then tells.

    with unit_of_work(by=nadia, scopes=[17]) as uow:
        messaging.send_message(uow, …)

In order: the scope rows are locked, ascending, by the first statements; operations change typed
tables; at the end every changed record that travels is projected into the feed of its scopes, each
touched scope takes its next version, audit lines are written; after the commit, and only then, the
live channel hears of it. Any exception undoes everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, event, insert, select, update
from sqlalchemy.orm import Session

from server.extensions import table_of
from sync.merge import Decision, is_concurrent, merge_group
from sync.stamp import Stamp

from . import live
from .audit import AuditEntry
from .clock import now_ms
from .database import write_session
from .edit import Edit
from .feed import Entry, Key, load_entry, save_entries, serialise
from .policy import Actor
from .replicated import Replicated, registry
from .scopes import Scope, has_grant


class ScopeNotLocked(RuntimeError):
    """A record was changed in a scope this unit of work did not lock.

    A programming error, except in a push, which starts again with that scope locked in order.
    """

    def __init__(self, kind: str, owner: str) -> None:
        self.kind, self.owner = kind, owner
        super().__init__(f"scope {kind} of {owner}")


@dataclass
class LockedScope:
    """A scope row held by this transaction."""

    id: int
    kind: str
    owner: str
    version: int
    epoch: int
    created_at: int


@dataclass
class UnitOfWork:
    """One transaction in progress; see the module for its promises."""

    session: Session
    by: Actor | None
    at: int
    client: str = ""
    locked: dict[int, LockedScope] = field(default_factory=dict)
    _by_owner: dict[tuple[str, str], LockedScope] = field(default_factory=dict)
    _changed: dict[int, object] = field(default_factory=dict)
    _entries: dict[Key, Entry] = field(default_factory=dict)
    _stamped: dict[Key, dict[str, Stamp]] = field(default_factory=dict)
    _new: set[int] = field(default_factory=set)
    _grants: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    _audit: list[dict[str, object]] = field(default_factory=list)
    _changes: list[live.Change] = field(default_factory=list)
    _after: list[Callable[[], None]] = field(default_factory=list)

    def lock(self, scope_ids: Iterable[int]) -> None:
        """Lock scope rows in ascending order. Unknown ids are passed over."""
        for scope_id in sorted(set(scope_ids) - self.locked.keys()):
            held = self.session.connection().execute(_LOCK, {"at_scope": scope_id, "at": self.at})
            row = held.one_or_none()
            if row is not None:
                self._hold(LockedScope(*row))

    def adopt(self, scope: Scope) -> None:
        """Hold a scope that this very transaction made."""
        self._hold(LockedScope(scope.id, scope.kind, scope.owner, 0, scope.epoch, scope.created_at))

    def _hold(self, scope: LockedScope) -> None:
        self.locked[scope.id] = scope
        self._by_owner[scope.kind, scope.owner] = scope

    def scope_of(self, kind: str, owner: str) -> LockedScope:
        """Give a locked scope by its owner. Raises ScopeNotLocked."""
        try:
            return self._by_owner[kind, owner]
        except KeyError:
            raise ScopeNotLocked(kind, owner) from None

    def holds_grant(self, user_id: str, kind: str, owner: str) -> bool:
        """Say whether a person may read that scope now; asked once per transaction."""
        key = (user_id, kind, owner)
        if key not in self._grants:
            self._grants[key] = has_grant(
                self.session, user_id=user_id, kind=kind, owner=owner, at=self.at
            )
        return self._grants[key]

    def trust_grant(self, user_id: str, kind: str, owner: str) -> None:
        """Remember a grant that this transaction has just read."""
        self._grants[user_id, kind, owner] = True

    def next_version(self, kind: str, owner: str) -> int:
        """Give the version that what is written now will carry in that scope."""
        return self.scope_of(kind, owner).version + 1

    def after_commit(self, work: Callable[[], None]) -> None:
        """Do something once the commit is certain; never done otherwise."""
        self._after.append(work)

    def end_sockets(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        """Close live sockets of these sessions once the commit is certain."""
        self.after_commit(lambda: live.channel().goodbye(account_id, session_ids, why))

    def audit(self, verb: str, *, about: str | None = None, thing: str | None = None) -> None:
        """Write one audit line: never any content, only who did what to which thing."""
        self._audit.append(
            {
                "at": self.at,
                "by_id": self.by.id if self.by else None,
                "verb": verb,
                "about_id": about,
                "thing_id": thing,
            }
        )

    def touch(self, record: object) -> None:
        """Project a record again although its own columns did not change."""
        self._changed[id(record)] = record

    def stamp(self, record: Any, groups: Iterable[str], edit: Edit) -> None:
        """Remember which gesture wrote these groups of a record, for later merges."""
        edit.has_changed = True
        for declared in self._homes(record):
            key = self._key(declared, record)
            stamp = edit.stamp(self.locked[key[0]].version + 1)
            written = {group: stamp for group in groups if group in declared.groups}
            self._stamped.setdefault(key, {}).update(written)

    def _homes(self, record: Any) -> list[Replicated]:
        return [one for one in registry.of(type(record)) if one.owner(record) is not None]

    def merge(self, record: Any, group: str, value: object, edit: Edit) -> Decision:
        """Write one field group as its policy says, keeping the loser of a true conflict.

        The group is the attribute of the same name. What was decided is noted in `edit`; a value
        that lost is returned in the decision and the caller's domain keeps it.
        """
        declared = self._homes(record)[0]
        key = self._key(declared, record)
        scope = self.locked[key[0]]
        entry = self._held(declared, record)
        decision = merge_group(
            held=getattr(record, group),
            held_stamp=self.held_stamp(record, group),
            incoming=value,
            base_version=edit.base_of(group, current=scope.version),
            stamp=edit.stamp(scope.version + 1, not_before=entry.created_at if entry else 0),
            policy=declared.groups[group],
        )
        if decision.stamp is not None:
            self._stamped.setdefault(key, {})[group] = decision.stamp
            self.touch(record)
        if decision.outcome != "noop":
            setattr(record, group, decision.value)
            edit.has_changed = True
            edit.has_merged = edit.has_merged or decision.outcome == "merge"
        return decision

    def has_seen(self, record: object, group: str, edit: Edit) -> bool:
        """Say whether the gesture knew the held value of a group: received it, or wrote it."""
        declared = self._homes(record)[0]
        scope = self.locked[self._key(declared, record)[0]]
        held = self.held_stamp(record, group)
        base = edit.base_of(group, current=scope.version)
        stamp = edit.stamp(scope.version + 1)
        return held is None or not is_concurrent(held, base_version=base, stamp=stamp)

    def held_stamp(self, record: object, group: str) -> Stamp | None:
        """Give the stamp of what a group holds now; None for what nobody wrote."""
        declared = self._homes(record)[0]
        written = self._stamped.get(self._key(declared, record), {}).get(group)
        if written is not None:
            return written
        entry = self._held(declared, record)
        return entry.stamps.get(group) if entry else None

    def _key(self, declared: Replicated, record: object) -> Key:
        scope = self.scope_of(declared.scope_kind, str(declared.owner(record)))
        return scope.id, declared.kind, declared.record_id(record)

    def _held(self, declared: Replicated, record: object) -> Entry | None:
        if id(record) in self._new:
            return None  # made by this transaction: it has no feed row yet
        key = self._key(declared, record)
        if key not in self._entries:
            found = load_entry(self.session, key)
            if found is None:
                return None
            self._entries[key] = found
        return self._entries[key]

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Do something that may be undone alone: on an exception nothing of it remains."""
        held = (
            dict(self._changed),
            dict(self._stamped),
            set(self._new),
            list(self._audit),
            list(self._after),
        )
        self._stamped = {key: dict(stamps) for key, stamps in self._stamped.items()}
        try:
            with self.session.begin_nested():
                yield
                self.session.flush()
        except Exception:
            self._changed, self._stamped, self._new, self._audit, self._after = held
            raise

    # -- the end of the transaction -------------------------------------------------------------

    def note_changes(self) -> None:
        """Remember every replicated record the session is about to write."""
        session = self.session
        for record in session.new:
            self._new.add(id(record))
            self.touch(record)
        for record in session.deleted:
            self.touch(record)
        for record in session.dirty:
            if session.is_modified(record):
                self.touch(record)

    def commit(self) -> None:
        """Project what changed, take the next versions, commit."""
        self.session.flush()
        self._changes = self._project()
        self.session.flush()
        if self._audit:
            self.session.connection().execute(_AUDIT, self._audit)
        self.session.commit()

    def tell(self) -> None:
        """Tell the channel and run what waited for the commit, outside the write lock."""
        if self._changes:
            live.channel().changed(self._changes)
        for work in self._after:
            work()

    def _project(self) -> list[live.Change]:
        written: dict[int, list[Entry]] = {}
        for record in list(self._changed.values()):
            is_deleted = record in self.session.deleted or _was_deleted(record)
            for declared in self._homes(record):
                entry = self._next_entry(declared, record, is_deleted)
                if entry is not None:
                    written.setdefault(entry.key[0], []).append(entry)
        save_entries(self.session, [entry for entries in written.values() for entry in entries])
        moved = {scope_id: self._news(scope_id, entries) for scope_id, entries in written.items()}
        return [self._bump(scope_id, news) for scope_id, news in moved.items() if news]

    def _news(self, scope_id: int, entries: list[Entry]) -> list[Entry]:
        return [entry for entry in entries if entry.v > self.locked[scope_id].version]

    def _next_entry(self, declared: Replicated, record: Any, is_deleted: bool) -> Entry | None:
        key = self._key(declared, record)
        held = self._held(declared, record)
        doc = "{}" if is_deleted else serialise(declared.document(self.session, record))
        stamps = {**(held.stamps if held else {}), **self._stamped.get(key, {})}
        version = self.locked[key[0]].version + 1
        if held and held.doc == doc and held.deleted == is_deleted:
            if stamps == held.stamps:
                return None
            version = held.v  # the same value written again: a later stamp, but nothing to send
        created_at = held.created_at if held else _creation_time(stamps, self.at)
        return Entry(key, version, is_deleted, doc, stamps, created_at, is_new=held is None)

    def _bump(self, scope_id: int, entries: list[Entry]) -> live.Change:
        scope = self.locked[scope_id]
        scope.version += 1
        self.session.connection().execute(_BUMP, {"at_scope": scope_id, "version": scope.version})
        rows = tuple(entry.row for entry in entries if not entry.deleted)
        # A deletion does not fit a delta: the version alone is announced and devices pull.
        rows = rows if len(rows) == len(entries) else ()
        file = scope.owner if scope.kind in ("d", "n") else ""
        return live.Change(scope_id, scope.epoch, scope.version, rows, self.client, file)


def _creation_time(stamps: dict[str, Stamp], at: int) -> int:
    return min((stamp.edit_ms for stamp in stamps.values()), default=at)


def _was_deleted(record: Any) -> bool:
    state = record._sa_instance_state  # SQLAlchemy's own mark on every mapped object
    return bool(state.deleted or state.was_deleted)


# Built once: building a statement costs more than running it.
_SCOPE = table_of(Scope)
_LOCK = (
    update(_SCOPE)
    .where(_SCOPE.c.id == bindparam("at_scope"))
    .values(updated_at=bindparam("at"))
    .returning(
        *(_SCOPE.c[name] for name in ("id", "kind", "owner", "version", "epoch", "created_at"))
    )
)
_BUMP = (
    update(_SCOPE).where(_SCOPE.c.id == bindparam("at_scope")).values(version=bindparam("version"))
)
_AUDIT = insert(table_of(AuditEntry))


@contextmanager
def unit_of_work(
    *, by: Actor | None, scopes: Iterable[int] = (), at: int | None = None, client: str = ""
) -> Iterator[UnitOfWork]:
    """Open one transaction, lock these scopes first, commit at the end; undo on any exception."""
    with write_session() as session:
        uow = UnitOfWork(session, by, now_ms() if at is None else at, client)
        event.listen(session, "before_flush", lambda *_: uow.note_changes())
        uow.lock(scopes)
        yield uow
        uow.commit()
    uow.tell()


def scope_id(session: Session, kind: str, owner: str) -> int | None:
    """Give the id of an owner's scope, before locking it; None when there is none."""
    return session.scalar(select(Scope.id).where(Scope.kind == kind, Scope.owner == owner))

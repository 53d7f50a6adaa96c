"""What a transaction changed, as the feed will tell it: stamps, documents, versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from sync.merge import Decision, is_concurrent, merge_group
from sync.stamp import Stamp

from . import live
from .edit import Edit
from .feed import Entry, Key, load_entry, serialise
from .locks import HeldScopes
from .plain import changes_only, is_unwritten, was_deleted
from .replicated import Replicated, registry

#: What a savepoint puts back.
Kept = tuple[dict[int, object], dict[Key, dict[str, Stamp]], set[int]]


@dataclass
class Changes:
    """The replicated records a transaction changed, and which gesture wrote each group."""

    session: Session
    scopes: HeldScopes
    at: int
    #: The connection of the transaction, once it is needed.
    connect: Callable[[], Connection]
    _changed: dict[int, object] = field(default_factory=dict)
    _entries: dict[Key, Entry] = field(default_factory=dict)
    _stamped: dict[Key, dict[str, Stamp]] = field(default_factory=dict)
    _new: set[int] = field(default_factory=set)

    def touch(self, record: object) -> None:
        """Project a record again although its own columns did not change."""
        self._changed[id(record)] = record

    def stamp(self, record: Any, groups: Iterable[str], edit: Edit) -> None:
        """Remember which gesture wrote these groups of a record, for later merges."""
        edit.has_changed = True
        for declared in self._homes(record):
            key = self._key(declared, record)
            stamp = edit.stamp(self.scopes.by_id[key[0]].version + 1)
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
        scope = self.scopes.by_id[key[0]]
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
        scope = self.scopes.by_id[self._key(declared, record)[0]]
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
        scope = self.scopes.of(declared.scope_kind, str(declared.owner(record)))
        return scope.id, declared.kind, declared.record_id(record)

    def _held(self, declared: Replicated, record: object) -> Entry | None:
        if id(record) in self._new or is_unwritten(record):
            return None  # made by this transaction: it has no feed row yet
        key = self._key(declared, record)
        if key not in self._entries:
            found = load_entry(self.connect(), key)
            if found is None:
                return None
            self._entries[key] = found
        return self._entries[key]

    # -- a savepoint ----------------------------------------------------------------------------

    def keep(self) -> Kept:
        """Give what `put_back` takes; from now on, changes are made beside it."""
        kept = dict(self._changed), dict(self._stamped), set(self._new)
        self._stamped = {key: dict(stamps) for key, stamps in self._stamped.items()}
        return kept

    def put_back(self, kept: Kept) -> None:
        """Forget what was changed since."""
        self._changed, self._stamped, self._new = kept

    # -- the end of the transaction -------------------------------------------------------------

    def note(self) -> None:
        """Remember every replicated record the session is about to write."""
        session = self.session
        for record in session.new:
            self._new.add(id(record))
            self.touch(record)
        for record in session.deleted:
            self.touch(record)
        for record in session.dirty:
            unseen = registry.unseen(type(record))
            if not changes_only(record, unseen) and session.is_modified(record):
                self.touch(record)

    def project(self) -> list[Entry]:
        """Give the feed entry of every changed record, with the version it will carry."""
        written = []
        for record in list(self._changed.values()):
            is_deleted = record in self.session.deleted or was_deleted(record)
            for declared in self._homes(record):
                entry = self._next_entry(declared, record, is_deleted)
                if entry is not None:
                    written.append(entry)
        return written

    def take_versions(
        self, entries: list[Entry], client: str
    ) -> tuple[list[live.Change], list[dict[str, object]]]:
        """Take the next version of each scope that has news; give also what to write of it.

        `client` is the device behind the gesture: it is not told of it.
        """
        moved: dict[int, list[Entry]] = {}
        for entry in entries:
            if entry.v > self.scopes.by_id[entry.key[0]].version:
                moved.setdefault(entry.key[0], []).append(entry)
        bumps = [self._next(scope_id) for scope_id in moved]
        return [self._change(scope_id, news, client) for scope_id, news in moved.items()], bumps

    def _next(self, scope_id: int) -> dict[str, object]:
        scope = self.scopes.by_id[scope_id]
        scope.version += 1
        return {"at_scope": scope_id, "version": scope.version, "at": self.at}

    def _next_entry(self, declared: Replicated, record: Any, is_deleted: bool) -> Entry | None:
        key = self._key(declared, record)
        held = self._held(declared, record)
        doc = "{}" if is_deleted else serialise(declared.document(self.session, record))
        stamps = {**(held.stamps if held else {}), **self._stamped.get(key, {})}
        version = self.scopes.by_id[key[0]].version + 1
        if held and held.doc == doc and held.deleted == is_deleted:
            if stamps == held.stamps:
                return None
            version = held.v  # the same value written again: a later stamp, but nothing to send
        created_at = held.created_at if held else _creation_time(stamps, self.at)
        return Entry(key, version, is_deleted, doc, stamps, created_at, is_new=held is None)

    def _change(self, scope_id: int, entries: list[Entry], client: str) -> live.Change:
        scope = self.scopes.by_id[scope_id]
        rows = tuple(entry.row for entry in entries if not entry.deleted)
        # A deletion does not fit a delta: the version alone is announced and devices pull.
        rows = rows if len(rows) == len(entries) else ()
        file = scope.owner if scope.kind in ("d", "n") else ""
        return live.Change(scope_id, scope.epoch, scope.version, rows, client, file)


def _creation_time(stamps: dict[str, Stamp], at: int) -> int:
    return min((stamp.edit_ms for stamp in stamps.values()), default=at)

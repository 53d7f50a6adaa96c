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
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from server.extensions import Model, table_of
from sync.decision import Decision
from sync.stamp import Stamp

from . import live
from .audit import AuditEntry
from .changes import Changes
from .clock import now_ms
from .database import write_session
from .edit import Edit
from .feed import writes_of
from .locks import BUMP, LOCK, HeldScopes, LockedScope
from .plain import hold, is_plain, last_writes
from .policy import Actor
from .scopes import Scope, has_grant
from .statements import Question, Values, Write, ask_together, insert_into, write_together

R = TypeVar("R", bound=Model)


@dataclass
class UnitOfWork:
    """One transaction in progress; see the module for its promises."""

    session: Session
    by: Actor | None
    at: int
    client: str = ""
    scopes: HeldScopes = field(default_factory=HeldScopes)
    _grants: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    _audit: list[dict[str, object]] = field(default_factory=list)
    _news: list[live.Change] = field(default_factory=list)
    _after: list[Callable[[], None]] = field(default_factory=list)
    _last: list[Write] = field(default_factory=list)
    _connection: Connection | None = None

    def __post_init__(self) -> None:
        self.changes = Changes(self.session, self.scopes, self.at, lambda: self.connection)

    @property
    def locked(self) -> dict[int, LockedScope]:
        """The scopes this transaction holds, by id."""
        return self.scopes.by_id

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, for statements that build no object."""
        if self._connection is None:
            self._connection = self.session.connection()
        return self._connection

    def lock(self, scope_ids: Iterable[int], *, then: Sequence[Question] = ()) -> list[list[Any]]:
        """Lock scope rows in ascending order. Unknown ids are passed over.

        Gives the answers to the questions asked `then`, in the same round trip: they see what the
        previous holders of the locks committed.
        """
        wanted = sorted(set(scope_ids) - self.locked.keys())
        locks: list[Question] = [(LOCK, {"at_scope": scope_id}) for scope_id in wanted]
        answers = self.ask(*locks, *then)
        for rows in answers[: len(locks)]:
            for row in rows:
                self.scopes.hold(LockedScope(*row))
        return answers[len(locks) :]

    def ask(self, *questions: Question) -> list[list[Any]]:
        """Ask questions on plain columns in one round trip; give the rows of each.

        Records that wait to be written are not seen: flush the session first if they matter.
        """
        return ask_together(self.connection, questions) if questions else []

    def hold(self, model: type[R], values: Sequence[object]) -> R:
        """Make the record of a row just read, given in the order of its columns."""
        return hold(self.session, model, values)

    def held(self, model: type[R], record_id: str) -> R | None:
        """Give a record this transaction already holds, without asking the database."""
        found: R | None = self.session.identity_map.get(identity_key(model, record_id))
        return found

    def adopt(self, scope: Scope) -> None:
        """Hold a scope that this very transaction made."""
        self.scopes.hold(
            LockedScope(scope.id, scope.kind, scope.owner, 0, scope.epoch, scope.created_at)
        )

    def scope_of(self, kind: str, owner: str) -> LockedScope:
        """Give a locked scope by its owner. Raises ScopeNotLocked."""
        return self.scopes.of(kind, owner)

    def need(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Make sure that all these (kind, owner) are locked. Raises one ScopeNotLocked for all."""
        self.scopes.need(wanted)

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

    def write_last(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Write rows with the last statements of the transaction, in the same round trip.

        For statements that give nothing back and that nothing in this transaction reads.
        """
        self._last.append((statement, rows))

    def touch(self, record: object) -> None:
        """Project a record again although its own columns did not change."""
        self.changes.touch(record)

    def stamp(self, record: Any, groups: Iterable[str], edit: Edit) -> None:
        """Remember which gesture wrote these groups of a record, for later merges."""
        self.changes.stamp(record, groups, edit)

    def merge(self, record: Any, group: str, value: object, edit: Edit) -> Decision:
        """Write one field group as its policy says, keeping the loser of a true conflict.

        The group is the attribute of the same name. What was decided is noted in `edit`; a value
        that lost is returned in the decision and the caller's domain keeps it.
        """
        return self.changes.merge(record, group, value, edit)

    def has_seen(self, record: object, group: str, edit: Edit) -> bool:
        """Say whether the gesture knew the held value of a group: received it, or wrote it."""
        return self.changes.has_seen(record, group, edit)

    def held_stamp(self, record: object, group: str) -> Stamp | None:
        """Give the stamp of what a group holds now; None for what nobody wrote."""
        return self.changes.held_stamp(record, group)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Do something that may be undone alone: on an exception nothing of it remains."""
        changed = self.changes.keep()
        told = list(self._audit), list(self._after), list(self._last)
        try:
            with self.session.begin_nested():
                self.session.connection()  # SAVEPOINT now: `connection` does not wait for a flush
                yield
                self.session.flush()
        except Exception:
            self.changes.put_back(changed)
            self._audit, self._after, self._last = told
            raise

    # -- the end of the transaction -------------------------------------------------------------

    def commit(self) -> None:
        """Project what changed, take the next versions, commit."""
        if is_plain(self.session):
            self.changes.note()
        else:
            self.session.flush()
        entries = self.changes.project()
        writes = [*last_writes(self.session), *self._last, *writes_of(entries)]
        self._news, bumps = self.changes.take_versions(entries, self.client)
        writes += [(BUMP, bumps), (_AUDIT, self._audit)]
        if some := [(statement, rows) for statement, rows in writes if rows]:
            write_together(self.connection, some)
        self.session.commit()

    def tell(self) -> None:
        """Tell the channel and run what waited for the commit, outside the write lock."""
        if self._news:
            live.channel().changed(self._news)
        for work in self._after:
            work()


_AUDIT = insert_into(table_of(AuditEntry), "at", "by_id", "verb", "about_id", "thing_id")


@contextmanager
def unit_of_work(
    *, by: Actor | None, scopes: Iterable[int] = (), at: int | None = None, client: str = ""
) -> Iterator[UnitOfWork]:
    """Open one transaction, lock these scopes first, commit at the end; undo on any exception."""
    with write_session() as session:
        uow = UnitOfWork(session, by, now_ms() if at is None else at, client)
        session.before_flush = uow.changes.note
        uow.lock(scopes)
        yield uow
        uow.commit()
    uow.tell()


def scope_ids(session: Session, wanted: Sequence[tuple[str, str]]) -> set[int]:
    """Give the ids of the scopes of these (kind, owner), before locking them."""
    named = tuple_(Scope.kind, Scope.owner).in_(wanted)
    return set(session.scalars(select(Scope.id).where(named)))


def scope_id(session: Session, kind: str, owner: str) -> int | None:
    """Give the id of an owner's scope, before locking it; None when there is none."""
    return session.scalar(select(Scope.id).where(Scope.kind == kind, Scope.owner == owner))

"""Pull: what moved past a device's cursor, from one snapshot, in pages of a byte budget.

Rows are stored as JSON and concatenated: no object is built, nothing is serialised again. The
number of queries does not depend on the number of scopes that did not move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.orm import Session

from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.feed import FeedEntry
from server.kernel.policy import Actor
from server.kernel.scopes import Scope, ScopeGrant
from sync.intent import Pull
from sync.scope import Cursor, Page, Row, ScopeEntry

from .models import Lane

_ORDER = {"u": 0, "s": 1, "d": 2, "n": 2}
_CHUNK = 20
#: What a row weighs beside its document; so many rows at most fit in a budget.
_ROW_BYTES = 90
_GRANT_EPOCHS = 65_536
#: A token that only says « ask again »: no scope has epoch 0.
_AGAIN = Page(1, 0, 0, 0, "~", "~").encode()


@dataclass(frozen=True, slots=True)
class Held:
    """One scope the person may read now, and where their device stands in it."""

    scope: int
    kind: str
    owner: str
    epoch: int
    version: int
    since: int
    after: Page | None = None

    @property
    def upto(self) -> int:
        """The version this answer brings the device to, frozen by its first page."""
        return self.after.upto if self.after else self.version


@dataclass
class PullAnswer:
    """One page: entries, scopes to forget, and where to resume."""

    entries: list[ScopeEntry] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    more: str | None = None
    #: Young people whose file (`d` or `n`) some of these rows belong to.
    files: set[str] = field(default_factory=set)

    def to_json(self) -> str:
        """Write the pull half of an answer."""
        scopes = ",".join(entry.to_json() for entry in self.entries)
        drop = ",".join(f'{{"s":{scope},"why":"revoked"}}' for scope in self.dropped)
        more = f'"{self.more}"' if self.more else "null"
        return f'{{"scopes":[{scopes}],"drop":[{drop}],"more":{more},"wait_ms":0}}'


def pull(by: Actor, *, client: str, asked: Pull, pushed: Iterable[int]) -> PullAnswer:
    """Answer one page of what moved; raises BadEnvelope for a token that is not ours."""
    page = Page.decode(asked.more) if asked.more else None
    with read_only() as session:
        held = [_with_page(one, page) for one in readable(session, by, asked.cursor)]
        known = {one.scope for one in held}
        wanted = (set(asked.lanes) | set(pushed)) & known
        lanes = _lanes(session, client, wanted)
        moved = [one for one in held if one.since < one.version]
        still = [one for one in held if one.scope in wanted and one.since >= one.version]
        answer = PullAnswer(
            entries=[_unmoved(one, lanes) for one in still],
            dropped=sorted((asked.cursor.keys() | set(asked.lanes)) - known),
        )
        _fill(answer, session, moved, lanes, asked.budget)
    return answer


def readable(session: Session, by: Actor, cursor: Mapping[int, Cursor]) -> list[Held]:
    """List the scopes the person may read now, in the order devices want them."""
    rows = session.execute(_READABLE, {"person": by.id, "at": now_ms()})
    held = [_held(row, cursor.get(row.id)) for row in rows]
    return sorted(held, key=lambda one: (_ORDER[one.kind], one.scope))


# Built once: every pull asks, and building a statement costs more than running it.
_READABLE = (
    select(
        Scope.id,
        Scope.kind,
        Scope.owner,
        Scope.epoch,
        Scope.version,
        ScopeGrant.epoch.label("grant_epoch"),
    )
    .join(ScopeGrant, ScopeGrant.scope_id == Scope.id)
    .where(
        ScopeGrant.user_id == bindparam("person"),
        or_(ScopeGrant.until_at.is_(None), ScopeGrant.until_at > bindparam("at")),
    )
)


def _held(row: SqlRow[*tuple[Any, ...]], cursor: Cursor | None) -> Held:
    epoch = row.epoch * _GRANT_EPOCHS + row.grant_epoch
    since = cursor.start(epoch) if cursor else 0
    # A cursor past the version comes from a database that was restored: nothing to send here.
    return Held(row.id, row.kind, row.owner, epoch, row.version, min(since, row.version))


def _with_page(one: Held, page: Page | None) -> Held:
    if page is None or page.scope != one.scope or page.epoch != one.epoch:
        return one
    upto = min(page.upto, one.version)
    resumed = Page(page.scope, page.epoch, upto, page.after_v, page.after_kind, page.after_id)
    return Held(one.scope, one.kind, one.owner, one.epoch, one.version, one.since, resumed)


def _lanes(session: Session, client: str, scopes: set[int]) -> dict[int, int]:
    if not scopes:
        return {}
    rows = session.execute(
        select(Lane.scope_id, Lane.last_n).where(
            Lane.client_id == client, Lane.scope_id.in_(sorted(scopes))
        )
    )
    return {**dict.fromkeys(scopes, 0), **{row.scope_id: row.last_n for row in rows}}


def _unmoved(one: Held, lanes: dict[int, int]) -> ScopeEntry:
    return ScopeEntry(
        one.scope, one.epoch, since=one.since, to=one.since, lane=lanes.get(one.scope)
    )


def _fill(
    answer: PullAnswer,
    session: Session,
    moved: Sequence[Held],
    lanes: dict[int, int],
    budget: int,
) -> None:
    """Add whole scopes while they fit; cut the one that does not, and say where to resume."""
    left = budget
    for chunk in _chunks(moved):
        reader = _Reader(_rows(session, chunk, limit=left // _ROW_BYTES + 2))
        for one in chunk:
            left -= _take(answer, reader, one, lanes, left)
            if answer.more is None and (one.upto < one.version or left <= 0):
                answer.more = _AGAIN if one is not moved[-1] or one.upto < one.version else None
            if answer.more is not None:
                return


def _chunks(moved: Sequence[Held]) -> Iterator[Sequence[Held]]:
    """Cut the list so that each query returns its scopes in ascending id."""
    for _, same in groupby(moved, key=lambda one: _ORDER[one.kind]):
        group = list(same)
        for start in range(0, len(group), _CHUNK):
            yield group[start : start + _CHUNK]


class _Reader:
    """The rows of several scopes, one after the other, with a look at the next one."""

    def __init__(self, rows: Iterator[SqlRow[*tuple[Any, ...]]]) -> None:
        self._rows = rows
        self.next = next(rows, None)

    def advance(self) -> None:
        self.next = next(self._rows, None)


def _take(answer: PullAnswer, reader: _Reader, one: Held, lanes: dict[int, int], left: int) -> int:
    """Add the rows of one scope to the answer; give the bytes they weigh."""
    rows: list[Row] = []
    deleted: list[tuple[str, str, int]] = []
    weight = 0
    while reader.next is not None and reader.next.scope_id == one.scope:
        found = reader.next
        if weight and weight + len(found.doc) > left:
            break
        if found.deleted:
            deleted.append((found.kind, found.id, found.v))
        else:
            rows.append(Row(found.kind, found.id, found.v, found.doc))
        weight += len(found.doc) + _ROW_BYTES
        reader.advance()
    if rows and one.kind in ("d", "n"):
        answer.files.add(one.owner)
    is_partial = reader.next is not None and reader.next.scope_id == one.scope
    if is_partial:
        answer.more = _after(one, rows, deleted)
    answer.entries.append(
        ScopeEntry(
            one.scope,
            one.epoch,
            since=one.since,
            to=one.upto,
            rows=tuple(rows),
            deleted=tuple(deleted),
            # An intent leaves a device's overlay only when all of its effect has arrived.
            lane=None if is_partial or one.upto < one.version else lanes.get(one.scope),
            is_partial=is_partial,
        )
    )
    return weight


def _after(one: Held, rows: list[Row], deleted: list[tuple[str, str, int]]) -> str:
    last = max([(row.v, row.kind, row.id) for row in rows] + [(v, k, i) for k, i, v in deleted])
    return Page(one.scope, one.epoch, one.upto, *last).encode()


def _rows(
    session: Session, chunk: Sequence[Held], *, limit: int
) -> Iterator[SqlRow[*tuple[Any, ...]]]:
    entry = FeedEntry
    found = session.execute(
        select(entry.scope_id, entry.kind, entry.id, entry.v, entry.deleted, entry.doc)
        .where(or_(*(_range(one) for one in chunk)))
        .order_by(entry.scope_id, entry.v, entry.kind, entry.id)
        .limit(limit)
    )
    return iter(found.all())


def _range(one: Held) -> ColumnElement[bool]:
    bounds = [FeedEntry.scope_id == one.scope, FeedEntry.v <= one.upto]
    if one.after is not None:
        where = one.after
        bounds.append(
            or_(
                FeedEntry.v > where.after_v,
                and_(
                    FeedEntry.v == where.after_v,
                    or_(
                        FeedEntry.kind > where.after_kind,
                        and_(FeedEntry.kind == where.after_kind, FeedEntry.id > where.after_id),
                    ),
                ),
            )
        )
    else:
        bounds.append(FeedEntry.v > one.since)
    if one.since == 0:
        bounds.append(FeedEntry.deleted.is_(False))
    return and_(*bounds)

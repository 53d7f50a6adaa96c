"""Compare the feed with the tables it projects: every document, every live id."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.kernel.feed import FeedEntry, serialise
from server.kernel.replicated import Replicated, registry
from server.kernel.scopes import Scope


def differences(session: Session) -> Iterator[str]:
    """Give one line per difference; nothing when the feed says what the tables say."""
    scopes = {(scope.kind, scope.owner): scope for scope in session.scalars(select(Scope))}
    for declared in registry.all():
        yield from _of_kind(session, declared, scopes)
    yield from _versions(session)


def _of_kind(
    session: Session, declared: Replicated, scopes: dict[tuple[str, str], Scope]
) -> Iterator[str]:
    held = {
        (row.scope_id, row.id): row.doc
        for row in session.execute(
            select(FeedEntry.scope_id, FeedEntry.id, FeedEntry.doc)
            .join(Scope, Scope.id == FeedEntry.scope_id)
            .where(
                FeedEntry.kind == declared.kind,
                FeedEntry.deleted.is_(False),
                Scope.kind == declared.scope_kind,
            )
        )
    }
    for record in session.scalars(select(declared.model)):
        owner = declared.owner(record)
        if owner is None:
            continue
        key = (scopes[declared.scope_kind, owner].id, declared.record_id(record))
        found = held.pop(key, None)
        name = f"{declared.kind} {key[1]} in scope {key[0]}"
        if found is None:
            yield f"{name}: not in the feed"
        elif found != serialise(declared.document(session, record)):
            yield f"{name}: the feed says something else than the table"
    for scope_id, record_id in held:
        yield f"{declared.kind} {record_id} in scope {scope_id}: in the feed, not in the table"


def _versions(session: Session) -> Iterator[str]:
    ahead = session.execute(
        select(FeedEntry.scope_id, FeedEntry.id)
        .join(Scope, Scope.id == FeedEntry.scope_id)
        .where(FeedEntry.v > Scope.version)
    )
    for scope_id, record_id in ahead:
        yield f"{record_id} in scope {scope_id}: a version the scope has not reached"

"""Conflicts (« à relire »): a value that lost to a concurrent one, kept and shown, never dropped.

The row lives in the scope of its record (`d`, or `n` for advisors), in `u` when the record is one
person's own words: access to it follows access to the record. The first choice closes it for all
its readers.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from sync.merge import Decision
from sync.policies import LAST_WRITER

from .edit import Edit
from .errors import Missing, Outdated
from .ids import IdType, new_id
from .policy import Actor, Relation, require
from .replicated import Document, Replicated, registry
from .unit_of_work import UnitOfWork

OPEN, KEPT, RESTORED = "open", "kept", "restored"


class Conflict(Model):
    """Two versions of one field group, and what was chosen."""

    __tablename__ = "conflict"
    __table_args__ = (Index("ix_conflict_home", "scope_kind", "owner"),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    scope_kind: Mapped[str] = mapped_column(String(1))
    owner: Mapped[str] = mapped_column(IdType)
    record_kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[str] = mapped_column(String(36))
    group: Mapped[str] = mapped_column("field_group", String(32))
    kept_value: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[int] = mapped_column(BigInteger)
    lost_value: Mapped[str] = mapped_column(Text)
    lost_at: Mapped[int] = mapped_column(BigInteger)
    author_id: Mapped[str] = mapped_column(IdType)
    author_name: Mapped[str] = mapped_column(Text)
    #: "open", "kept" (the shown value stays) or "restored" (the losing one came back).
    state: Mapped[str] = mapped_column(String(16), default=OPEN)
    created_at: Mapped[int] = mapped_column(BigInteger)


def _document(_session: Session, conflict: Conflict) -> Document:
    author = {"author": conflict.author_id, "name": conflict.author_name}
    return {
        "record": {"k": conflict.record_kind, "id": conflict.record_id},
        "group": conflict.group,
        "kept": {"value": conflict.kept_value, "at": conflict.kept_at, **author},
        "lost": {"value": conflict.lost_value, "at": conflict.lost_at, **author},
        "state": conflict.state,
        "at": conflict.created_at,
    }


def _home(scope_kind: str) -> Callable[[Conflict], str | None]:
    return lambda conflict: conflict.owner if conflict.scope_kind == scope_kind else None


REPLICATED = tuple(
    Replicated(
        kind="conflict",
        model=Conflict,
        scope_kind=scope_kind,
        owner=_home(scope_kind),
        document=_document,
        groups={"state": LAST_WRITER},
    )
    for scope_kind in ("d", "n", "u")
)


def keep_loser(
    uow: UnitOfWork,
    decision: Decision,
    *,
    home: tuple[str, str],
    record: tuple[str, str],
    group: str,
    author: tuple[str, str],
    edit: Edit,
) -> None:
    """Keep the value that lost as an open conflict of a scope; nothing when none was lost.

    `home` is (scope kind, owner), `record` (kind, id), `author` (account id, name).
    """
    if decision.lost is None or decision.stamp is None:
        return
    conflict = Conflict(
        id=new_id(uow.at),
        scope_kind=home[0],
        owner=home[1],
        record_kind=record[0],
        record_id=record[1],
        group=group,
        kept_value="" if decision.value is None else str(decision.value),
        kept_at=decision.stamp.edit_ms,
        lost_value=str(decision.lost.value),
        lost_at=decision.lost.stamp.edit_ms,
        author_id=author[0],
        author_name=author[1],
        state=OPEN,
        created_at=uow.at,
    )
    uow.session.add(conflict)
    edit.kept.append(conflict.id)


def close_conflict(
    uow: UnitOfWork,
    conflict_id: str,
    *,
    by: Actor,
    home: tuple[str, str],
    choice: str,
    edit: Edit,
) -> None:
    """Close a conflict for all its readers; « restored » puts the losing value back.

    Whoever has seen a choice may undo it: « kept » then puts back the value that was shown first.
    `home` is (scope kind, owner). Raises Missing for a conflict of another scope, Outdated when
    somebody chose otherwise meanwhile: the first choice stands.
    """
    require(by, "intent conflict.close", _relations(uow, by, home))
    conflict = uow.session.get(Conflict, conflict_id)
    if conflict is None or (conflict.scope_kind, conflict.owner) != home:
        raise Missing()
    if conflict.state == choice:
        return
    if conflict.state != OPEN and not uow.has_seen(conflict, "state", edit):
        raise Outdated()
    was_restored = conflict.state == RESTORED
    uow.merge(conflict, "state", choice, Edit(edit.at, edit.client, edit.n, is_current=True))
    edit.has_changed = True
    uow.audit("conflict.close", about=conflict.owner, thing=conflict_id)
    if choice == RESTORED or was_restored:
        value, over = conflict.lost_value, conflict.kept_value
        if was_restored:
            value, over = over, value
        restore = registry.restorer(conflict.record_kind)
        restore(uow, conflict.record_id, conflict.group, value=value, over=over, edit=edit)


def _relations(uow: UnitOfWork, by: Actor, home: tuple[str, str]) -> set[Relation]:
    if home[1] == by.id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, *home) else set()

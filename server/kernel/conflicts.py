"""Conflicts (« à relire »): a value that lost to a concurrent one, kept and shown, never dropped.

The row lives in the scope of its record (`d`, or `n` for advisors), in `u` when the record is one
person's own words: access to it follows access to the record. The first choice closes it for all
its readers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from sync.decision import Decision, is_same
from sync.policies import LAST_WRITER

from .edit import Edit
from .ids import IdType, new_id
from .policy import Actor
from .replicated import Document, Replicated
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
    #: Values are JSON: words, a date, a group of several fields.
    kept_value: Mapped[object] = mapped_column(JSON)
    kept_at: Mapped[int] = mapped_column(BigInteger)
    lost_value: Mapped[object] = mapped_column(JSON)
    lost_at: Mapped[int] = mapped_column(BigInteger)
    kept_author_id: Mapped[str] = mapped_column(IdType)
    kept_author_name: Mapped[str] = mapped_column(Text)
    lost_author_id: Mapped[str] = mapped_column(IdType)
    lost_author_name: Mapped[str] = mapped_column(Text)
    #: "open", "kept" (the shown value stays) or "restored" (the losing one came back).
    state: Mapped[str] = mapped_column(String(16), default=OPEN)
    created_at: Mapped[int] = mapped_column(BigInteger)


def _document(_session: Session, conflict: Conflict) -> Document:
    return {
        "record": {"k": conflict.record_kind, "id": conflict.record_id},
        "group": conflict.group,
        "kept": {
            "value": conflict.kept_value,
            "at": conflict.kept_at,
            "author": conflict.kept_author_id,
            "name": conflict.kept_author_name,
        },
        "lost": {
            "value": conflict.lost_value,
            "at": conflict.lost_at,
            "author": conflict.lost_author_id,
            "name": conflict.lost_author_name,
        },
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


@dataclass(frozen=True, slots=True)
class Versions:
    """Where two versions met, and who wrote each of them."""

    #: (scope kind, owner) of the conflict.
    home: tuple[str, str]
    #: (kind, id) of the record.
    record: tuple[str, str]
    group: str
    #: (account id, name) of the author of the value that is shown, and of the one that lost.
    kept_by: tuple[str, str]
    lost_by: tuple[str, str]


def keep_loser(uow: UnitOfWork, decision: Decision, versions: Versions, edit: Edit) -> None:
    """Keep the value that lost as an open conflict of a scope; nothing when none was lost."""
    if decision.lost is None or decision.stamp is None:
        return
    conflict = Conflict(
        id=new_id(uow.at),
        scope_kind=versions.home[0],
        owner=versions.home[1],
        record_kind=versions.record[0],
        record_id=versions.record[1],
        group=versions.group,
        kept_value=decision.value,
        kept_at=decision.stamp.edit_ms,
        kept_author_id=versions.kept_by[0],
        kept_author_name=versions.kept_by[1],
        lost_value=decision.lost.value,
        lost_at=decision.lost.stamp.edit_ms,
        lost_author_id=versions.lost_by[0],
        lost_author_name=versions.lost_by[1],
        state=OPEN,
        created_at=uow.at,
    )
    uow.session.add(conflict)
    edit.kept.append(conflict.id)


class Authored:
    """Mixin of the tables whose groups several people write: who wrote what each one holds now."""

    #: group -> [account id, name].
    written_by: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict)

    def author_of(self, group: str) -> tuple[str, str]:
        """Give (account id, name) of whoever wrote what the group holds; empty for nobody."""
        held = (self.written_by or {}).get(group, ("", ""))
        return held[0], held[1]

    def sign(self, group: str, by: tuple[str, str]) -> None:
        """Note who wrote what the group holds from now on."""
        self.written_by = {**(self.written_by or {}), group: list(by)}


def settle(
    uow: UnitOfWork,
    record: Any,
    group: str,
    value: object,
    *,
    by: Actor,
    home: tuple[str, str],
    kind: str,
    edit: Edit,
) -> Decision:
    """Write one group of an `Authored` record as its policy says; a true conflict keeps both.

    The losing value becomes a conflict of the scope `home` (kind, owner), with both authors.
    """
    held_by, written_by = record.author_of(group), (by.id, by.name)
    decision = uow.merge(record, group, value, edit)
    if decision.outcome == "noop":
        return decision
    is_shown = is_same(decision.value, value)
    if is_shown:
        record.sign(group, written_by)
    kept_by, lost_by = (written_by, held_by) if is_shown else (held_by, written_by)
    versions = Versions(home, (kind, str(record.id)), group, kept_by=kept_by, lost_by=lost_by)
    keep_loser(uow, decision, versions, edit)
    return decision

"""Tables of the actions domain and how they travel."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from server.kernel.conflicts import Authored
from server.kernel.ids import IdType
from server.kernel.replicated import Document, Replicated
from sync.policies import APPEND, LAST_WRITER, STATUS_LATTICE

NOT_STARTED, IN_PROGRESS, DONE, CANCELLED = STATUSES = (
    "not_started",
    "in_progress",
    "done",
    "cancelled",
)
CATEGORIES = (
    "EMPLOI",
    "FORMATION",
    "PROJET_PROFESSIONNEL",
    "CITOYENNETE",
    "LOGEMENT",
    "SANTE",
    "CULTURE_SPORT_LOISIRS",
    "other",
)


class DayType(TypeDecorator[str]):
    """A date column that is "YYYY-MM-DD" in Python: the form in which a value may be in dispute."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> date | None:
        """Write a day."""
        return None if value is None else date.fromisoformat(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Read a day."""
        return None if value is None else str(value.isoformat())


class Action(Authored, Model):
    """What a young person means to do, or did. A deleted one keeps its words: it can come back."""

    __tablename__ = "action"
    __table_args__ = (
        Index("ix_action_due", "young_person_id", "due_on"),
        Index("ix_action_done", "young_person_id", "done_on"),
    )

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    young_person_id: Mapped[str] = mapped_column(ForeignKey("young_person.id"))
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    category: Mapped[str | None] = mapped_column(String(32))
    due: Mapped[str] = mapped_column("due_on", DayType)
    status: Mapped[str] = mapped_column(String(16))
    #: Day of the last completion, shown only while the action is done: undoing a choice between
    #: two statuses must find it again.
    done_on: Mapped[str | None] = mapped_column(DayType)
    creator_id: Mapped[str] = mapped_column(IdType)
    creator_side: Mapped[str] = mapped_column(String(16))
    creator_name: Mapped[str] = mapped_column(Text)
    created_at: Mapped[int] = mapped_column(BigInteger)
    qualified_hours: Mapped[int | None] = mapped_column(Integer)
    qualification_comment: Mapped[str | None] = mapped_column(Text)
    qualified_by_id: Mapped[str | None] = mapped_column(IdType)
    qualified_by_name: Mapped[str | None] = mapped_column(Text)
    #: Set once and for ever; zero hours are a qualification too.
    qualified_at: Mapped[int | None] = mapped_column(BigInteger)
    deleted: Mapped[int | None] = mapped_column("deleted_at", BigInteger)
    #: The last changes, oldest first, as devices are shown them.
    history: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)


class Comment(Model):
    """What somebody said about an action; never changed."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_action", "action_id"),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    action_id: Mapped[str] = mapped_column(ForeignKey("action.id"))
    #: The young person of the action: the dossier the comment travels in.
    young_person_id: Mapped[str] = mapped_column(ForeignKey("young_person.id"))
    author_id: Mapped[str] = mapped_column(IdType)
    side: Mapped[str] = mapped_column(String(16))
    author_name: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[int] = mapped_column(BigInteger)


def _action(_session: Session, action: Action) -> Document:
    return {
        "title": action.title,
        "description": action.description,
        "category": action.category,
        "due": action.due,
        "status": action.status,
        "done_on": action.done_on if action.status == DONE else None,
        "creator": {
            "id": action.creator_id,
            "side": action.creator_side,
            "name": action.creator_name,
        },
        "created": action.created_at,
        "qualification": _qualification(action),
        "deleted": action.deleted,
        "history": action.history,
    }


def _qualification(action: Action) -> Document | None:
    if action.qualified_at is None:
        return None
    return {
        "hours": action.qualified_hours,
        "comment": action.qualification_comment,
        "by": action.qualified_by_id,
        "name": action.qualified_by_name,
        "at": action.qualified_at,
    }


def _comment(_session: Session, comment: Comment) -> Document:
    return {
        "action": comment.action_id,
        "author": comment.author_id,
        "side": comment.side,
        "name": comment.author_name,
        "text": comment.text,
        "at": comment.written_at,
    }


REPLICATED = (
    Replicated(
        kind="action",
        model=Action,
        scope_kind="d",
        owner=lambda action: action.young_person_id,
        document=_action,
        groups={
            "title": LAST_WRITER,
            "description": LAST_WRITER,
            "category": LAST_WRITER,
            "due": LAST_WRITER,
            "status": STATUS_LATTICE,
            "done_on": LAST_WRITER,
            "deleted": LAST_WRITER,
        },
        unseen=frozenset({"written_by"}),
    ),
    Replicated(
        kind="comment",
        model=Comment,
        scope_kind="d",
        owner=lambda comment: comment.young_person_id,
        document=_comment,
        groups={"text": APPEND},
    ),
)

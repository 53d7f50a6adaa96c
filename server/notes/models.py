"""The table of private notes and how it travels."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from server.kernel.ids import IdType
from server.kernel.replicated import Document, Replicated
from sync.policies import DELETE_WINS


class Note(Model):
    """What an advisor wrote about a young person. A deleted note stays as a trace without words."""

    __tablename__ = "note"
    __table_args__ = (Index("ix_note_young_person", "young_person_id"),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    young_person_id: Mapped[str] = mapped_column(ForeignKey("young_person.id"))
    author_id: Mapped[str] = mapped_column(IdType)
    author_name: Mapped[str] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    #: Words of a deleted note, for its author to bring back; no device receives them.
    withdrawn: Mapped[str | None] = mapped_column(Text)
    #: When it was written, by the author's clock corrected by the server.
    written_at: Mapped[int] = mapped_column(BigInteger)
    edited_at: Mapped[int | None] = mapped_column(BigInteger)
    deleted_at: Mapped[int | None] = mapped_column(BigInteger)


def _note(_session: Session, note: Note) -> Document:
    return {
        "text": note.text,
        "author": note.author_id,
        "name": note.author_name,
        "at": note.written_at,
        "edited": note.edited_at,
        "deleted": note.deleted_at,
    }


REPLICATED = (
    Replicated(
        kind="note",
        model=Note,
        scope_kind="n",
        owner=lambda note: note.young_person_id,
        document=_note,
        groups={"text": DELETE_WINS},
        unseen=frozenset({"withdrawn"}),
    ),
)

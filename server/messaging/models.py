"""Tables of the messaging domain and how they travel."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model
from server.kernel.ids import IdType
from server.kernel.replicated import Document, Replicated
from sync.policies import DELETE_WINS, LAST_WRITER, MAX

YOUNG_PERSON, ADVISOR = "young_person", "advisor"


class Thread(Model):
    """The thread of one young person; its id is theirs. Marks are message numbers (`seq`)."""

    __tablename__ = "thread"

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"), unique=True)
    last_seq: Mapped[int] = mapped_column(Integer, default=0)
    young_person_last: Mapped[int] = mapped_column(Integer, default=0)
    young_person_received: Mapped[int] = mapped_column(Integer, default=0)
    young_person_read: Mapped[int] = mapped_column(Integer, default=0)
    advisor_last: Mapped[int] = mapped_column(Integer, default=0)
    advisor_received: Mapped[int] = mapped_column(Integer, default=0)
    advisor_read: Mapped[int] = mapped_column(Integer, default=0)


class Message(Model):
    """What somebody wrote. A deleted message stays as a trace without its words."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_thread_seq", "thread_id", "seq", unique=True),)

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    thread_id: Mapped[str] = mapped_column(ForeignKey("thread.id"))
    seq: Mapped[int] = mapped_column(Integer)
    author_id: Mapped[str] = mapped_column(IdType)
    side: Mapped[str] = mapped_column(String(16))
    author_name: Mapped[str] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    #: When it was written, by the author's clock corrected by the server.
    written_at: Mapped[int] = mapped_column(BigInteger)
    arrived_at: Mapped[int] = mapped_column(BigInteger)
    #: Version of the dossier in which it arrived: a cursor past it means « Reçu ».
    created_v: Mapped[int] = mapped_column(BigInteger)
    edited_at: Mapped[int | None] = mapped_column(BigInteger)
    deleted_at: Mapped[int | None] = mapped_column(BigInteger)
    reply_to: Mapped[str | None] = mapped_column(IdType)


class Triage(Model):
    """What the advisors of a dossier noted on its thread; never seen by the young person."""

    __tablename__ = "triage"

    id: Mapped[str] = mapped_column(IdType, primary_key=True)
    flagged: Mapped[bool] = mapped_column(Boolean, default=False)
    #: Last message the advisors consider answered (`seq`).
    handled: Mapped[int] = mapped_column(Integer, default=0)


class ReadPosition(Model):
    """How far one person has read one thread; theirs alone."""

    __tablename__ = "read_position"

    account_id: Mapped[str] = mapped_column(IdType, primary_key=True)
    thread_id: Mapped[str] = mapped_column(ForeignKey("thread.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, default=0)


def _thread(_session: Session, thread: Thread) -> Document:
    return {
        YOUNG_PERSON: {"received": thread.young_person_received, "read": thread.young_person_read},
        ADVISOR: {"received": thread.advisor_received, "read": thread.advisor_read},
    }


def _message(_session: Session, message: Message) -> Document:
    return {
        "seq": message.seq,
        "author": message.author_id,
        "side": message.side,
        "name": message.author_name,
        "text": message.text,
        "at": message.written_at,
        "arrived": message.arrived_at,
        "edited": message.edited_at,
        "deleted": message.deleted_at,
        "reply_to": message.reply_to,
    }


def _triage(_session: Session, triage: Triage) -> Document:
    return {"flagged": triage.flagged, "handled": triage.handled}


def _read_position(_session: Session, position: ReadPosition) -> Document:
    return {"seq": position.seq}


REPLICATED = (
    Replicated(
        kind="thread",
        model=Thread,
        scope_kind="d",
        owner=lambda thread: thread.id,
        document=_thread,
        groups={"young_person_read": MAX, "advisor_read": MAX},
        unseen=frozenset({"last_seq", "young_person_last", "advisor_last"}),
    ),
    Replicated(
        kind="message",
        model=Message,
        scope_kind="d",
        owner=lambda message: message.thread_id,
        document=_message,
        groups={"text": DELETE_WINS},
    ),
    Replicated(
        kind="triage",
        model=Triage,
        scope_kind="n",
        owner=lambda triage: triage.id,
        document=_triage,
        groups={"flagged": LAST_WRITER, "handled": MAX},
    ),
    Replicated(
        kind="read_position",
        model=ReadPosition,
        scope_kind="u",
        owner=lambda position: position.account_id,
        record_id=lambda position: position.thread_id,
        document=_read_position,
        groups={"seq": MAX},
    ),
)

"""The verbs of messaging. Each asks the policy first and runs from a push, a job or the demo."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from server.extensions import table_of
from server.identity.operations import shares_reading
from server.kernel.choices import unread
from server.kernel.clock import DAY_MS, MINUTE_MS, now_ms
from server.kernel.conflicts import Versions, keep_loser
from server.kernel.edit import Edit, server_edit
from server.kernel.errors import Gone, Invalid, Missing, TooLarge, TooLate
from server.kernel.policy import Actor, require
from server.kernel.replicated import registry
from server.kernel.scopes import ScopeGrant
from server.kernel.statements import Question
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import Loser

from .models import ADVISOR, YOUNG_PERSON, Message, ReadPosition, Thread, Triage
from .policy import relations_to_message, relations_to_thread, side_of

TEXT_MAX = 4_000
EDIT_WITHIN_MS = 15 * MINUTE_MS
DELETE_WITHIN_MS = DAY_MS


def send_message(
    uow: UnitOfWork,
    *,
    by: Actor,
    thread_id: str,
    message_id: str,
    text: str,
    edit: Edit,
    reply_to: str | None = None,
) -> None:
    """Append a message to a thread, in order of arrival.

    Sent again under the same id by its author, it changes nothing. Raises Missing for a thread
    that is not theirs, an id used elsewhere, or a reply to nothing; Invalid for empty words;
    TooLarge above 4,000 characters.
    """
    require(by, "intent message.send", relations_to_thread(uow, by, thread_id))
    words = _words(text)
    thread, sent = _look(uow, thread_id, message_id)
    if sent is not None:
        if sent != (by.id, thread_id):
            raise Missing()
        return
    if reply_to is not None:
        _message_of(uow.session, reply_to, thread_id)
    thread = thread or _thread(uow, thread_id)
    side = side_of(by)
    thread.last_seq += 1
    setattr(thread, f"{side}_last", thread.last_seq)
    message = Message(
        id=message_id,
        thread_id=thread_id,
        seq=thread.last_seq,
        author_id=by.id,
        side=side,
        author_name=by.name,
        text=words,
        written_at=edit.at,
        arrived_at=uow.at,
        created_v=uow.next_version("d", thread_id),
        reply_to=reply_to,
    )
    uow.session.add(message)
    uow.stamp(message, ["text"], edit)
    uow.audit("message.send", about=thread_id, thing=message_id)


def _look(
    uow: UnitOfWork, thread_id: str, message_id: str
) -> tuple[Thread | None, tuple[str, str] | None]:
    """Find the thread, and the (author, thread) of the message if it was already sent."""
    thread = uow.held(Thread, thread_id)
    asked: list[Question] = [(_ORIGIN, {"wanted": message_id})]
    if thread is None:
        asked.append((_THREAD, {"wanted": thread_id}))
    origin, *threads = uow.ask(*asked)
    for row in chain(*threads):
        thread = uow.hold(Thread, row)
    return thread, tuple(origin[0]) if origin else None


# Built once, on plain columns: every message sent asks.
_MESSAGES, _THREADS = table_of(Message), table_of(Thread)
_ORIGIN = select(_MESSAGES.c.author_id, _MESSAGES.c.thread_id).where(
    _MESSAGES.c.id == bindparam("wanted")
)
_THREAD = select(_THREADS).where(_THREADS.c.id == bindparam("wanted"))


def edit_message(
    uow: UnitOfWork, *, by: Actor, thread_id: str, message_id: str, text: str, edit: Edit
) -> None:
    """Change one's own words within 15 minutes of writing them, by the edit's own time.

    Raises Missing, Refused for somebody else's, Gone for a deleted one, TooLate, Invalid, TooLarge.
    """
    message = _message_of(uow.session, message_id, thread_id)
    require(by, "intent message.edit", relations_to_message(uow, by, message))
    words = _words(text)
    if message.deleted_at is not None:
        raise Gone()
    if edit.at - message.written_at > EDIT_WITHIN_MS:
        raise TooLate()
    _rewrite(uow, message, words, edit)


def restore_text(
    uow: UnitOfWork, message_id: str, _group: str, *, value: str, over: str, edit: Edit
) -> None:
    """Put back the words that had lost to a concurrent edit, whatever the hour.

    `over` is what the person was shown beside them: any other words now in their place were never
    read by who chooses, and are kept in their turn.
    Raises Gone when the message was deleted meanwhile, Missing when it is not there or its author
    may no longer read the thread.
    """
    message = uow.session.get(Message, message_id)
    if message is None:
        raise Missing()
    if uow.by is not None:
        require(uow.by, "intent message.edit", relations_to_message(uow, uow.by, message))
    if message.deleted_at is not None:
        raise Gone()
    kept = unread(uow, message, "text", chosen=value, over=over, edit=edit)
    # The choice came in another lane: its number says nothing about this message's own.
    _rewrite(uow, message, value, server_edit(edit.at), kept=kept)


registry.restores("message", restore_text)


def delete_message(
    uow: UnitOfWork, *, by: Actor, thread_id: str, message_id: str, edit: Edit
) -> None:
    """Take back one's own message within 24 hours; its trace stays, its words go.

    Raises Missing, Refused for somebody else's, TooLate.
    """
    message = _message_of(uow.session, message_id, thread_id)
    require(by, "intent message.delete", relations_to_message(uow, by, message))
    if message.deleted_at is not None:
        return
    if edit.at - message.written_at > DELETE_WITHIN_MS:
        raise TooLate()
    decision = uow.merge(message, "text", None, edit)
    message.deleted_at = edit.at
    keep_loser(uow, decision, _own_versions(message), edit)
    uow.audit("message.delete", about=thread_id, thing=message_id)


def _rewrite(
    uow: UnitOfWork, message: Message, words: str, edit: Edit, *, kept: Loser | None = None
) -> None:
    decision = uow.merge(message, "text", words, edit)
    if decision.outcome == "noop":
        return
    if kept is not None:
        decision = replace(decision, lost=kept)
    message.edited_at = max(message.edited_at or 0, edit.at)
    keep_loser(uow, decision, _own_versions(message), edit)
    uow.audit("message.edit", about=message.thread_id, thing=message.id)


def _own_versions(message: Message) -> Versions:
    """One's own words: nobody else is asked to choose."""
    author = (message.author_id, message.author_name)
    home, record = ("u", message.author_id), ("message", message.id)
    return Versions(home, record, "text", kept_by=author, lost_by=author)


def mark_read(uow: UnitOfWork, *, by: Actor, thread_id: str, seq: int, edit: Edit) -> None:
    """Show the other side how far this side has read; a young person may keep it to themselves."""
    require(by, "intent thread.read", relations_to_thread(uow, by, thread_id))
    if by.role == "young_person" and not shares_reading(uow.session, by.id):
        return
    thread = _thread(uow, thread_id)
    side = side_of(by)
    seen = min(seq, thread.last_seq)
    if uow.merge(thread, f"{side}_read", seen, edit).outcome != "noop":
        uow.audit("thread.read", about=thread_id)
    if getattr(thread, f"{side}_received") < seen:
        setattr(thread, f"{side}_received", seen)


def keep_read_position(uow: UnitOfWork, *, by: Actor, thread_id: str, seq: int, edit: Edit) -> None:
    """Remember how far this person has read, for their own devices only; it never goes back."""
    require(by, "intent read_position.set", relations_to_thread(uow, by, thread_id))
    position = uow.session.get(ReadPosition, (by.id, thread_id))
    if position is None:
        if uow.session.get(Thread, thread_id) is None:
            return  # nothing was ever written there
        position = ReadPosition(account_id=by.id, thread_id=thread_id, seq=0)
        uow.session.add(position)
    if uow.merge(position, "seq", seq, edit).outcome != "noop":
        uow.audit("read_position.set", about=thread_id)


def flag_thread(uow: UnitOfWork, *, by: Actor, thread_id: str, flagged: bool, edit: Edit) -> None:
    """Follow a conversation closely, or no longer; among advisors."""
    require(by, "intent triage.flag", relations_to_thread(uow, by, thread_id))
    if uow.merge(_triage(uow, thread_id), "flagged", flagged, edit).outcome != "noop":
        uow.audit("triage.flag", about=thread_id)


def handle_thread(uow: UnitOfWork, *, by: Actor, thread_id: str, seq: int, edit: Edit) -> None:
    """Note that nothing up to that message waits for an answer any more; among advisors.

    It never goes past the last message: what will be written later waits as usual.
    """
    require(by, "intent triage.handle", relations_to_thread(uow, by, thread_id))
    thread = uow.session.get(Thread, thread_id)
    seen = min(seq, thread.last_seq if thread else 0)
    if uow.merge(_triage(uow, thread_id), "handled", seen, edit).outcome != "noop":
        uow.audit("triage.handle", about=thread_id)


def unreceived_threads(session: Session, *, by: Actor) -> list[tuple[int, str, int]]:
    """List (dossier scope, thread, version) where the other side wrote what is not yet « Reçu ».

    The version is that in which the first of those messages arrived.
    """
    rows = session.execute(_UNRECEIVED[side_of(by)], {"person": by.id, "now": now_ms()})
    return [(scope_id, thread_id, first_v) for scope_id, thread_id, first_v in rows]


def _unreceived(mine: str, theirs: str) -> Select[int, str, int]:
    received, last = getattr(Thread, f"{mine}_received"), getattr(Thread, f"{theirs}_last")
    until = ScopeGrant.until_at
    return (
        select(Thread.scope_id, Thread.id, func.min(Message.created_v))
        .join(ScopeGrant, ScopeGrant.scope_id == Thread.scope_id)
        .join(Message, Message.thread_id == Thread.id)
        .where(
            ScopeGrant.user_id == bindparam("person"),
            or_(until.is_(None), until > bindparam("now")),
            received < last,
            Message.side == theirs,
            Message.seq > received,
        )
        .group_by(Thread.scope_id, Thread.id)
    )


# Built once: every pull asks, and building a statement costs more than running it.
_UNRECEIVED = {
    YOUNG_PERSON: _unreceived(YOUNG_PERSON, ADVISOR),
    ADVISOR: _unreceived(ADVISOR, YOUNG_PERSON),
}


def mark_received(uow: UnitOfWork, *, by: Actor, thread_id: str, version: int) -> None:
    """Mark « Reçu » what had arrived in that version of the dossier: a device of `by` holds it."""
    if not relations_to_thread(uow, by, thread_id):
        return
    mine = side_of(by)
    seq = uow.session.scalar(
        select(func.max(Message.seq)).where(
            Message.thread_id == thread_id, Message.side != mine, Message.created_v <= version
        )
    )
    thread = _thread(uow, thread_id)
    if seq is not None and seq > getattr(thread, f"{mine}_received"):
        setattr(thread, f"{mine}_received", seq)


def _thread(uow: UnitOfWork, thread_id: str) -> Thread:
    thread = uow.session.get(Thread, thread_id)
    if thread is None:
        thread = Thread(
            id=thread_id,
            scope_id=uow.scope_of("d", thread_id).id,
            **dict.fromkeys(_COUNTERS, 0),
        )
        uow.session.add(thread)
        uow.session.flush()  # messages refer to it
    return thread


_COUNTERS = (
    "last_seq",
    *(
        f"{side}_{mark}"
        for side in (YOUNG_PERSON, ADVISOR)
        for mark in ("last", "received", "read")
    ),
)


def _triage(uow: UnitOfWork, thread_id: str) -> Triage:
    triage = uow.session.get(Triage, thread_id)
    if triage is None:
        triage = Triage(id=thread_id, flagged=False, handled=0)
        uow.session.add(triage)
    return triage


def _message_of(session: Session, message_id: str, thread_id: str) -> Message:
    message = session.get(Message, message_id)
    if message is None or message.thread_id != thread_id:
        raise Missing()
    return message


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise Invalid(fields={"text": ["Le message est vide."]})
    if len(words) > TEXT_MAX:
        raise TooLarge()
    return words

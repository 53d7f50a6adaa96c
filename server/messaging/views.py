"""Doors of messaging: every write is an intent, so that it works without a network."""

from __future__ import annotations

from server.kernel.choices import close_conflict
from server.kernel.intents import Gesture, IntentDoor
from server.kernel.unit_of_work import UnitOfWork

from . import operations
from .schemas import ConflictClose, Mark, MessageDelete, MessageEdit, MessageSend, TriageFlag


def _send(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.send_message(
        uow,
        by=gesture.by,
        thread_id=gesture.owner,
        message_id=gesture.id,
        edit=gesture.edit,
        **gesture.values,
    )


def _edit(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.edit_message(
        uow,
        by=gesture.by,
        thread_id=gesture.owner,
        message_id=gesture.id,
        edit=gesture.edit,
        **gesture.values,
    )


def _delete(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.delete_message(
        uow, by=gesture.by, thread_id=gesture.owner, message_id=gesture.id, edit=gesture.edit
    )


def _read(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.mark_read(
        uow, by=gesture.by, thread_id=gesture.owner, edit=gesture.edit, **gesture.values
    )


def _position(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.keep_read_position(
        uow, by=gesture.by, thread_id=gesture.id, edit=gesture.edit, **gesture.values
    )


def _flag(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.flag_thread(
        uow, by=gesture.by, thread_id=gesture.owner, edit=gesture.edit, **gesture.values
    )


def _handle(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.handle_thread(
        uow, by=gesture.by, thread_id=gesture.owner, edit=gesture.edit, **gesture.values
    )


def _close_conflict(uow: UnitOfWork, gesture: Gesture) -> None:
    home = (gesture.scope_kind, gesture.owner)
    close_conflict(
        uow,
        gesture.id,
        by=gesture.by,
        home=home,
        choice=gesture.values["choice"],
        edit=gesture.edit,
    )


INTENTS = (
    IntentDoor("message.send", "d", MessageSend, _send),
    IntentDoor("message.edit", "d", MessageEdit, _edit),
    IntentDoor("message.delete", "d", MessageDelete, _delete),
    IntentDoor("thread.read", "d", Mark, _read),
    IntentDoor("triage.flag", "n", TriageFlag, _flag),
    IntentDoor("triage.handle", "n", Mark, _handle),
    IntentDoor("read_position.set", "u", Mark, _position),
    IntentDoor("conflict.close", "dnu", ConflictClose, _close_conflict),
)

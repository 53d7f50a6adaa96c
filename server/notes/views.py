"""Doors of private notes: every write is an intent, so that it works without a network."""

from __future__ import annotations

from collections.abc import Callable

from server.kernel.intents import Gesture, IntentDoor
from server.kernel.unit_of_work import UnitOfWork

from . import operations
from .schemas import NoteDelete, NoteEdit, NoteRestore, NoteWrite


def _to(operation: Callable[..., None]) -> Callable[[UnitOfWork, Gesture], None]:
    def apply(uow: UnitOfWork, gesture: Gesture) -> None:
        operation(
            uow,
            by=gesture.by,
            young_person_id=gesture.owner,
            note_id=gesture.id,
            edit=gesture.edit,
            **gesture.values,
        )

    return apply


INTENTS = (
    IntentDoor("note.write", "n", NoteWrite, _to(operations.write_note)),
    IntentDoor("note.edit", "n", NoteEdit, _to(operations.edit_note)),
    IntentDoor("note.delete", "n", NoteDelete, _to(operations.delete_note)),
    IntentDoor("note.restore", "n", NoteRestore, _to(operations.restore_note)),
)

"""Doors of actions: every write is an intent, so that it works without a network."""

from __future__ import annotations

from typing import Any

from server.kernel.intents import Gesture, IntentDoor
from server.kernel.unit_of_work import UnitOfWork

from . import operations
from .schemas import (
    ActionComment,
    ActionCreate,
    ActionDelete,
    ActionEdit,
    ActionQualify,
    ActionRestore,
    ActionStatus,
)


def _on_action(gesture: Gesture) -> dict[str, Any]:
    return {
        "by": gesture.by,
        "young_person_id": gesture.owner,
        "action_id": gesture.id,
        "edit": gesture.edit,
    }


def _create(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.create_action(uow, **_on_action(gesture), **gesture.values)


def _edit(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.edit_action(uow, **_on_action(gesture), changes=gesture.values)


def _status(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.change_status(uow, **_on_action(gesture), **gesture.values)


def _comment(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.comment_action(
        uow,
        by=gesture.by,
        young_person_id=gesture.owner,
        comment_id=gesture.id,
        action_id=gesture.values["action"],
        text=gesture.values["text"],
        edit=gesture.edit,
    )


def _delete(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.delete_action(uow, **_on_action(gesture))


def _restore(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.restore_action(uow, **_on_action(gesture))


def _qualify(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.qualify_action(uow, **_on_action(gesture), **gesture.values)


INTENTS = (
    IntentDoor("action.create", "d", ActionCreate, _create),
    IntentDoor("action.edit", "d", ActionEdit, _edit),
    IntentDoor("action.status", "d", ActionStatus, _status),
    IntentDoor("action.comment", "d", ActionComment, _comment),
    IntentDoor("action.delete", "d", ActionDelete, _delete),
    IntentDoor("action.restore", "d", ActionRestore, _restore),
    IntentDoor("action.qualify", "d", ActionQualify, _qualify),
)

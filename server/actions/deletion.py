"""Deleting an action, and what cancels a deletion that its author made without knowing.

What was done or commented is never deleted. Somebody who completed or commented without having
seen a deletion brings the action back; whoever deleted it is told by a conflict. Other changes
yield to a deletion, and their author is told the same way.
"""

from __future__ import annotations

from sqlalchemy import exists, select

from server.kernel.edit import Edit
from server.kernel.errors import Gone, Outdated
from server.kernel.policy import Actor
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import Decision, Loser

from .models import DONE, Action, Comment
from .writing import keep_version, must_not_be_qualified, tell

#: How a conflict says that one side deleted the action; null says that it is there.
DELETED = "deleted"
#: What somebody may have written just before a deletion that did not know it.
_WRITTEN = ("title", "description", "category", "due", "status")


def take_away(uow: UnitOfWork, action: Action, *, by: Actor, edit: Edit) -> None:
    """Delete an action; its words stay for an undo. Raises Outdated if it was done or commented."""
    must_not_be_qualified(action)
    if action.deleted is not None:
        return
    if action.status == DONE or _is_commented(uow, action):
        raise Outdated()
    unseen = _unseen(uow, action, edit)
    decision = uow.merge(action, "deleted", edit.at, edit)
    deleter, other = (by.id, by.name), action.author_of("deleted")
    if action.deleted is None:  # whoever brought it back did so later
        lost = Decision("merge", None, decision.stamp, Loser(DELETED, edit.stamp(0)))
        keep_version(uow, action, lost, group="deleted", kept_by=other, lost_by=deleter, edit=edit)
        return
    action.sign("deleted", deleter)
    tell(action, "deleted", by=by, edit=edit)
    if unseen is not None:
        edit.has_merged = True
        author, loser = unseen
        lost = Decision("merge", DELETED, decision.stamp, loser)
        keep_version(uow, action, lost, group="deleted", kept_by=deleter, lost_by=author, edit=edit)


def bring_back(uow: UnitOfWork, action: Action, *, by: Actor, edit: Edit) -> None:
    """Undo a deletion; nothing when there is none."""
    decision = uow.merge(action, "deleted", None, edit)
    if decision.outcome != "noop" and action.deleted is None:
        action.sign("deleted", (by.id, by.name))
        tell(action, "restored", by=by, edit=edit)


def cancel_deletion(uow: UnitOfWork, action: Action, *, by: Actor, edit: Edit) -> None:
    """Bring back an action that somebody completed or commented without knowing its deletion.

    Whoever deleted it is told. Nothing when it was not deleted; raises Gone for who had seen it.
    """
    if action.deleted is None:
        return
    held = uow.held_stamp(action, "deleted")
    if held is None or uow.has_seen(action, "deleted", edit):
        raise Gone()
    deleter, author = action.author_of("deleted"), (by.id, by.name)
    stamp = edit.stamp(uow.next_version("d", action.young_person_id))
    action.deleted = None
    uow.stamp(action, ["deleted"], edit)
    action.sign("deleted", author)
    tell(action, "restored", by=by, edit=edit)
    edit.has_merged = True
    lost = Decision("merge", None, stamp, Loser(DELETED, held))
    keep_version(uow, action, lost, group="deleted", kept_by=author, lost_by=deleter, edit=edit)


def seen_by(edit: Edit) -> dict[str, int]:
    """Take the newest version quoted for what the person knew of the whole action."""
    newest = max(edit.base.values(), default=0)
    return {**edit.base, "deleted": newest}


def _is_commented(uow: UnitOfWork, action: Action) -> bool:
    asked = select(exists().where(Comment.action_id == action.id))
    return bool(uow.session.scalar(asked))


def _unseen(uow: UnitOfWork, action: Action, edit: Edit) -> tuple[tuple[str, str], Loser] | None:
    """Give the last change that the author of a deletion did not know.

    It may be their own, made on another of their devices.
    """
    as_seen = Edit(
        edit.at,
        edit.client,
        edit.n,
        dict.fromkeys(_WRITTEN, edit.base.get("deleted", 0)),
        is_current=edit.is_current,
    )
    found = []
    for group in _WRITTEN:
        held, author = uow.held_stamp(action, group), action.author_of(group)
        if held and not uow.has_seen(action, group, as_seen):
            found.append((held.order(), author, Loser(None, held)))
    if not found:
        return None
    _, author, loser = max(found, key=lambda one: one[0])
    return author, loser

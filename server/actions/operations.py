"""The verbs of actions. Each asks the policy first and runs from a push, a job or the demo."""

from __future__ import annotations

from collections.abc import Mapping

from server.kernel.edit import Edit
from server.kernel.errors import Gone, Missing, Outdated
from server.kernel.policy import Actor, require
from server.kernel.replicated import registry
from server.kernel.unit_of_work import UnitOfWork

from .deletion import bring_back, cancel_deletion, seen_by, take_away
from .disputes import restore_value
from .models import DONE, NOT_STARTED, Action, Comment
from .policy import relations_to_dossier, side_of
from .values import (
    DESCRIPTION_MAX,
    QUALIFICATION_COMMENT_MAX,
    comment_of,
    done_day,
    due_of,
    no_day,
    optional_words,
    title_of,
    value_of,
)
from .writing import (
    action_of,
    must_be_open_to_change,
    must_not_be_qualified,
    tell,
    write_group,
)

registry.restores("action", restore_value)

_GROUPS = ("title", "description", "category", "due", "status")


def create_action(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    action_id: str,
    title: str,
    due: str,
    edit: Edit,
    description: str | None = None,
    category: str | None = None,
    status: str = NOT_STARTED,
    done_on: str | None = None,
) -> None:
    """Add an action to a dossier, perhaps done already. Days are "YYYY-MM-DD".

    Created again under the same id by the same person, it changes nothing. Raises Missing for a
    dossier that is not theirs or an id used elsewhere, Invalid for values that make no sense,
    TooLarge for words that are too long.
    """
    require(by, "intent action.create", relations_to_dossier(uow, by, young_person_id))
    known = uow.session.get(Action, action_id)
    if known is not None:
        if (known.creator_id, known.young_person_id) != (by.id, young_person_id):
            raise Missing()
        return
    if status == DONE:
        done_on = done_day(uow, young_person_id, done_on, edit)
    else:
        no_day(done_on)
    action = Action(
        id=action_id,
        young_person_id=young_person_id,
        title=title_of(title),
        description=optional_words(description, most=DESCRIPTION_MAX),
        category=category,
        due=due_of(uow, young_person_id, due),
        status=status,
        done_on=done_on,
        creator_id=by.id,
        creator_side=side_of(by),
        creator_name=by.name,
        created_at=edit.at,
        history=[],
        written_by={group: [by.id, by.name] for group in (*_GROUPS, "done_on")},
    )
    tell(action, "created", by=by, edit=edit)
    uow.session.add(action)
    uow.stamp(action, [*_GROUPS, *(["done_on"] if done_on else [])], edit)
    uow.audit("action.create", about=young_person_id, thing=action_id)


def edit_action(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    action_id: str,
    changes: Mapping[str, str | None],
    edit: Edit,
) -> None:
    """Change the title, the description, the category or the due day, each for itself.

    Raises Missing, Outdated for a qualified action, Gone for a deleted one, Invalid, TooLarge.
    """
    action = action_of(uow, by, "action.edit", young_person_id, action_id)
    must_be_open_to_change(action)
    for group, value in changes.items():
        checked = value_of(uow, young_person_id, group, value)
        write_group(uow, action, group, checked, by=by, edit=edit)
    if edit.has_changed:
        uow.audit("action.edit", about=young_person_id, thing=action_id)


def change_status(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    action_id: str,
    status: str,
    edit: Edit,
    done_on: str | None = None,
) -> None:
    """Begin, finish, cancel or take up again; done on the edit's day unless told otherwise.

    Who finishes an action without having seen its deletion brings it back. Raises Missing,
    Outdated for a qualified action, Gone for a deleted one, Invalid for a day that makes no sense.
    """
    action = action_of(uow, by, "action.status", young_person_id, action_id)
    must_not_be_qualified(action)
    edit.base = {**seen_by(edit), "done_on": edit.base.get("status", 0)}
    if status == DONE:
        done_on = done_day(uow, young_person_id, done_on, edit)
        cancel_deletion(uow, action, by=by, edit=edit)
    else:
        no_day(done_on)
        must_be_open_to_change(action)
    was_done = action.status == DONE
    write_group(uow, action, "status", status, by=by, edit=edit)
    if done_on is not None:
        _set_day(uow, action, done_on, by=by, edit=edit, was_done=was_done)
    if edit.has_changed:
        uow.audit("action.status", about=young_person_id, thing=action_id)


def _set_day(
    uow: UnitOfWork, action: Action, day: str, *, by: Actor, edit: Edit, was_done: bool
) -> None:
    """Write the day of a completion; only two completions can disagree about it."""
    if was_done:
        write_group(uow, action, "done_on", day, by=by, edit=edit)
        return
    action.done_on = day
    uow.stamp(action, ["done_on"], edit)
    action.sign("done_on", (by.id, by.name))


def comment_action(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    comment_id: str,
    action_id: str,
    text: str,
    edit: Edit,
) -> None:
    """Say something about an action, qualified or not; sent again by its author, it is one comment.

    Who comments without having seen a deletion brings the action back. Raises Missing, Gone for a
    deleted action, Invalid for empty words, TooLarge above 1,024 characters.
    """
    action = action_of(uow, by, "action.comment", young_person_id, action_id)
    words = comment_of(text)
    known = uow.session.get(Comment, comment_id)
    if known is not None:
        if (known.author_id, known.action_id) != (by.id, action_id):
            raise Missing()
        return
    edit.base = seen_by(edit)
    cancel_deletion(uow, action, by=by, edit=edit)
    comment = Comment(
        id=comment_id,
        action_id=action_id,
        young_person_id=young_person_id,
        author_id=by.id,
        side=side_of(by),
        author_name=by.name,
        text=words,
        written_at=edit.at,
    )
    uow.session.add(comment)
    uow.stamp(comment, ["text"], edit)
    uow.audit("action.comment", about=young_person_id, thing=comment_id)


def delete_action(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, action_id: str, edit: Edit
) -> None:
    """Delete an action that nobody has done nor commented.

    Raises Missing, Outdated when it was done, commented or qualified.
    """
    action = action_of(uow, by, "action.delete", young_person_id, action_id)
    edit.base = seen_by(edit)
    take_away(uow, action, by=by, edit=edit)
    if edit.has_changed:
        uow.audit("action.delete", about=young_person_id, thing=action_id)


def restore_action(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, action_id: str, edit: Edit
) -> None:
    """Undo a deletion. Raises Missing."""
    action = action_of(uow, by, "action.restore", young_person_id, action_id)
    bring_back(uow, action, by=by, edit=edit)
    if edit.has_changed:
        uow.audit("action.restore", about=young_person_id, thing=action_id)


def qualify_action(
    uow: UnitOfWork,
    *,
    by: Actor,
    young_person_id: str,
    action_id: str,
    hours: int,
    edit: Edit,
    comment: str | None = None,
) -> None:
    """Confirm the hours (0 to 12) of what was done: from then on the action never changes.

    Raises Missing, Refused for a young person, Outdated for what is not done or already qualified,
    Gone for a deleted action, TooLarge for a comment above 255 characters.
    """
    action = action_of(uow, by, "action.qualify", young_person_id, action_id)
    if action.deleted is not None:
        raise Gone()
    if action.status != DONE or action.qualified_at is not None:
        raise Outdated()
    action.qualification_comment = optional_words(comment, most=QUALIFICATION_COMMENT_MAX)
    action.qualified_hours = hours
    action.qualified_by_id, action.qualified_by_name = by.id, by.name
    action.qualified_at = edit.at
    edit.has_changed = True
    tell(action, "qualified", by=by, edit=edit, value=str(hours))
    uow.audit("action.qualify", about=young_person_id, thing=action_id)

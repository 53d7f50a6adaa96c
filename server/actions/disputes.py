"""Putting back the value that lost, once somebody has read both and chosen (« à relire »)."""

from __future__ import annotations

from server.kernel.choices import put_back
from server.kernel.edit import Edit, server_edit
from server.kernel.errors import Missing
from server.kernel.policy import SYSTEM, Actor
from server.kernel.unit_of_work import UnitOfWork

from .deletion import DELETED, bring_back, take_away
from .models import Action
from .writing import action_of, must_be_open_to_change, tell_change


def restore_value(
    uow: UnitOfWork,
    action_id: str,
    group: str,
    *,
    value: str | None,
    over: str | None,
    edit: Edit,
) -> None:
    """Put back the version of one group that somebody chose.

    `over` is what they were shown beside it: anything else now in its place was never read by who
    chooses, and is kept in its turn. Raises Missing, Outdated for a qualified action or a deletion
    that is no longer possible, Gone for a deleted action.
    """
    by = uow.by or SYSTEM
    action = _action(uow, by, action_id)
    # The choice came under its own number: it says nothing about the lane of this action.
    fresh = server_edit(edit.at)
    if group == "deleted":
        _choose_deletion(uow, action, value, by=by, edit=fresh)
        return
    must_be_open_to_change(action)
    home = ("d", action.young_person_id)
    decision = put_back(
        uow, action, group, value, over=over, by=by, home=home, kind="action", edit=edit
    )
    if decision.outcome == "noop":
        return
    tell_change(action, group, value, by=by, edit=fresh)
    uow.audit("action.edit", about=action.young_person_id, thing=action.id)


def _action(uow: UnitOfWork, by: Actor, action_id: str) -> Action:
    action = uow.session.get(Action, action_id)
    if action is None:
        raise Missing()
    return action_of(uow, by, "action.edit", action.young_person_id, action_id)


def _choose_deletion(
    uow: UnitOfWork, action: Action, value: str | None, *, by: Actor, edit: Edit
) -> None:
    is_deletion = value == DELETED
    (take_away if is_deletion else bring_back)(uow, action, by=by, edit=edit)
    if edit.has_changed:
        verb = "action.delete" if is_deletion else "action.restore"
        uow.audit(verb, about=action.young_person_id, thing=action.id)

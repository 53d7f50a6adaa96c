"""How one group of an action is written: merged, signed, told in its history."""

from __future__ import annotations

from typing import Any

from server.kernel.conflicts import Versions, keep_loser, settle
from server.kernel.edit import Edit
from server.kernel.errors import Gone, Missing, Outdated
from server.kernel.policy import Actor, require
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import Decision, is_same

from .models import Action
from .policy import relations_to_dossier, side_of

HISTORY_MAX = 20
#: Groups whose new value is told in the history; others only say that they changed.
_TOLD = frozenset({"title", "category", "due", "status"})
#: Groups that make one gesture: the day something was done is part of its status.
_LINES = {"done_on": "status"}


def action_of(
    uow: UnitOfWork, by: Actor, gesture: str, young_person_id: str, action_id: str
) -> Action:
    """Give an action of that dossier to somebody who may do that to it ("action.edit").

    Raises Missing for an action of another dossier, there or not, and whatever the policy says.
    """
    require(by, f"intent {gesture}", relations_to_dossier(uow, by, young_person_id))
    action = uow.session.get(Action, action_id)
    if action is None or action.young_person_id != young_person_id:
        raise Missing()
    return action


def must_be_open_to_change(action: Action) -> None:
    """Refuse to change what was qualified (Outdated) or deleted (Gone)."""
    must_not_be_qualified(action)
    if action.deleted is not None:
        raise Gone()


def must_not_be_qualified(action: Action) -> None:
    """Refuse to change what an advisor has confirmed: its hours are counted. Raises Outdated."""
    if action.qualified_at is not None:
        raise Outdated()


def write_group(
    uow: UnitOfWork, action: Action, group: str, value: str | None, *, by: Actor, edit: Edit
) -> Decision:
    """Write one group as its policy says; what loses is kept with its author."""
    home = ("d", action.young_person_id)
    decision = settle(uow, action, group, value, by=by, home=home, kind="action", edit=edit)
    if decision.outcome != "noop" and is_same(decision.value, value):
        tell_change(action, group, value, by=by, edit=edit)
    return decision


def tell_change(action: Action, group: str, value: str | None, *, by: Actor, edit: Edit) -> None:
    """Add the line of one group that holds something new."""
    what = _LINES.get(group, group)
    told = action.status if what == "status" else value
    tell(action, what, by=by, edit=edit, value=told if what in _TOLD else None)


def tell(action: Action, what: str, *, by: Actor, edit: Edit, value: str | None = None) -> None:
    """Add a line to the history of an action, at its place in time; only the last are kept."""
    line: dict[str, Any] = {
        "what": what,
        "by": by.id,
        "side": side_of(by),
        "name": by.name,
        "at": edit.at,
        "value": value,
    }
    lines = sorted([*(action.history or []), line], key=lambda one: one["at"])
    action.history = lines[-HISTORY_MAX:]


def keep_version(
    uow: UnitOfWork,
    action: Action,
    decision: Decision,
    *,
    group: str,
    kept_by: tuple[str, str],
    lost_by: tuple[str, str],
    edit: Edit,
) -> None:
    """Keep the value that lost for both sides of the dossier; nothing when none was lost."""
    home, record = ("d", action.young_person_id), ("action", action.id)
    versions = Versions(home, record, group, kept_by=kept_by, lost_by=lost_by)
    keep_loser(uow, decision, versions, edit)

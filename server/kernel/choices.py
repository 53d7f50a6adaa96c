"""Choosing between two versions (« à relire »): what comes back, and what is then kept in turn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sync.decision import Decision, Loser, is_meaningful, is_same

from .conflicts import OPEN, RESTORED, Conflict, Versions, keep_loser
from .edit import Edit, server_edit
from .errors import Missing, Outdated
from .policy import Actor, Relation, require
from .replicated import registry
from .unit_of_work import UnitOfWork


def close_conflict(
    uow: UnitOfWork,
    conflict_id: str,
    *,
    by: Actor,
    home: tuple[str, str],
    choice: str,
    edit: Edit,
) -> None:
    """Close a conflict for all its readers; « restored » puts the losing value back.

    Whoever has seen a choice may undo it: « open » asks again, with the value that was shown first.
    `home` is (scope kind, owner). Raises Missing for a conflict of another scope, Outdated when
    somebody chose otherwise meanwhile: the first choice stands.
    """
    require(by, "intent conflict.close", _relations(uow, by, home))
    conflict = uow.session.get(Conflict, conflict_id)
    if conflict is None or (conflict.scope_kind, conflict.owner) != home:
        raise Missing()
    if conflict.state == choice:
        return
    if conflict.state != OPEN and not uow.has_seen(conflict, "state", edit):
        raise Outdated()
    was_restored = conflict.state == RESTORED
    uow.merge(conflict, "state", choice, Edit(edit.at, edit.client, edit.n, is_current=True))
    edit.has_changed = True
    uow.audit("conflict.close", about=conflict.owner, thing=conflict_id)
    if choice == RESTORED or was_restored:
        value, over = conflict.lost_value, conflict.kept_value
        if was_restored:
            value, over = over, value
        restore = registry.restorer(conflict.record_kind)
        restore(uow, conflict.record_id, conflict.group, value=value, over=over, edit=edit)


def _relations(uow: UnitOfWork, by: Actor, home: tuple[str, str]) -> set[Relation]:
    if home[1] == by.id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, *home) else set()


def unread(
    uow: UnitOfWork, record: Any, group: str, *, chosen: object, over: object, edit: Edit
) -> Loser | None:
    """Give what now stands in a group when whoever chose was never shown it: it must be kept.

    None when it is what they were shown beside (`over`), when it says the same as what they chose,
    or when the same device had written it before choosing.
    """
    now, held = getattr(record, group), uow.held_stamp(record, group)
    if held is None or is_same(now, over) or not is_meaningful(now, beside=chosen):
        return None
    is_own = held.client == edit.client and held.edit_ms <= edit.at
    return None if is_own else Loser(now, held)


def put_back(
    uow: UnitOfWork,
    record: Any,
    group: str,
    value: object,
    *,
    over: object,
    by: Actor,
    home: tuple[str, str],
    kind: str,
    edit: Edit,
) -> Decision:
    """Write the chosen value of an `Authored` record over `over`, the one that was shown beside it.

    Anything else found in its place is kept in its turn, in the scope `home` (kind, owner).
    """
    kept = unread(uow, record, group, chosen=value, over=over, edit=edit)
    held_by, chooser = record.author_of(group), (by.id, by.name)
    # The choice came under its own number: it says nothing about the lane of this record.
    decision = uow.merge(record, group, value, server_edit(edit.at))
    if decision.outcome == "noop":
        return decision
    record.sign(group, chooser)
    versions = Versions(home, (kind, str(record.id)), group, kept_by=chooser, lost_by=held_by)
    keep_loser(uow, replace(decision, lost=kept), versions, edit)
    return decision

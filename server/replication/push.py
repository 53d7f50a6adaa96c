"""Push: one slice of one lane, decided in one transaction.

Happy path: the whole slice in one go. If anything in it is refused or breaks, the transaction is
undone and the intents are replayed one by one, each in its own savepoint, so that one bad intent
never takes the others with it.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType

from marshmallow import Schema, ValidationError
from sqlalchemy import Insert, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from server.extensions import table_of
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.edit import Edit
from server.kernel.errors import AppError
from server.kernel.ids import IdType
from server.kernel.intents import Gesture, IntentDoor
from server.kernel.locks import LockedScope, ScopeNotLocked
from server.kernel.policy import Actor
from server.kernel.scopes import ScopeGrant, live_scopes
from server.kernel.statements import insert_into
from server.kernel.unit_of_work import UnitOfWork, scope_ids
from server.kernel.unit_of_work import unit_of_work as open_unit
from sync.intent import Intent, Slice
from sync.lane import Place, place
from sync.outcome import (
    APPLIED,
    FORKED,
    NOOP,
    RETRY,
    Outcome,
    Result,
    Why,
    duplicate,
    gap,
    merged,
    rejected,
)
from sync.stamp import edit_time

from .models import Lane, LaneLog
from .registry import INTENTS

log = logging.getLogger(__name__)
TRIES = 4


@dataclass(frozen=True, slots=True)
class Pushed:
    """Who pushes, from which device, when by its own clock."""

    by: Actor
    client: str
    sent_at: int


@dataclass
class SliceAnswer:
    """What became of a slice: the scope's version, the lane's last number, one outcome each."""

    scope: int
    v: int = 0
    last: int = 0
    outcomes: list[tuple[int, Outcome]] = field(default_factory=list)

    def to_wire(self) -> dict[str, object]:
        """Write the answer as PROTOCOL.md says."""
        answers = [{"n": n, **outcome.to_wire()} for n, outcome in self.outcomes]
        return {"s": self.scope, "v": self.v, "last": self.last, "r": answers}


def push_slice(pushed: Pushed, slice_: Slice) -> SliceAnswer:
    """Decide the intents of one slice, in order, exactly once each.

    A passing failure of the database (deadlock, lock timeout, lost connection) is tried again,
    then answered `retry`: the device keeps everything and comes back.
    """
    scopes: set[int] = set()
    one_by_one = False
    tries = TRIES
    while tries:
        try:
            scopes = scopes or {slice_.scope} | _named(pushed, slice_)
            return _decide(pushed, slice_, scopes, one_by_one=one_by_one)
        except ScopeNotLocked as missing:
            scopes |= _also(missing, scopes)
        except OperationalError:
            tries -= 1
            log.warning("push of scope %s tried again", slice_.scope, exc_info=tries == 0)
            time.sleep(random.uniform(0, 0.02 * (TRIES - tries)))
        except Exception:
            # Refused or broken, by an intent or when all of them were written at the end.
            if one_by_one:
                raise
            one_by_one = True
    return SliceAnswer(slice_.scope, outcomes=[(slice_.intents[0].n, RETRY)])


def _named(pushed: Pushed, slice_: Slice) -> set[int]:
    """Find the other scopes that the intents name, of those this person may read.

    Taken with the lane's own from the first try. One that is not theirs is never locked.
    """
    named = {one for intent in slice_.intents for one in _names(intent)}
    if not named:
        return set()
    with read_only() as session:
        return live_scopes(session, user_id=pushed.by.id, among=named, at=now_ms())


def _names(intent: Intent) -> Iterable[int]:
    door = INTENTS.get(intent.type)
    return door.names(intent.set) if door and door.names else ()


def _also(missing: ScopeNotLocked, scopes: set[int]) -> set[int]:
    """Find the scopes to lock as well, so that the next try takes all of them in order."""
    with read_only() as session:
        found = scope_ids(session, missing.wanted)
    if found <= scopes:
        raise missing
    return found


def _decide(pushed: Pushed, slice_: Slice, scopes: set[int], *, one_by_one: bool) -> SliceAnswer:
    with open_unit(by=pushed.by, client=pushed.client) as uow:
        lane = {"user": pushed.by.id, "client": pushed.client, "scope": slice_.scope}
        [found] = uow.lock(scopes, then=[(_LANE, lane)])
        scope = uow.locked.get(slice_.scope)
        known = _known(uow, pushed, scope, found) if scope else None
        if scope is None or known is None:
            return all_forbidden(slice_)
        answer = SliceAnswer(scope.id, last=known)
        logged = _logged(uow, pushed, slice_, known)
        fresh: list[tuple[Intent, Outcome]] = []
        for intent in slice_.intents:
            outcome = _place(intent, answer.last, logged)
            if outcome is None:
                outcome = _apply(uow, pushed, scope, intent, one_by_one=one_by_one)
                fresh.append((intent, outcome))
                answer.last = intent.n
            answer.outcomes.append((intent.n, outcome))
            if outcome.result in (Result.GAP, Result.FORKED):
                break
        _record(uow, pushed, scope, fresh)
    answer.v = scope.version
    return answer


def all_forbidden(slice_: Slice) -> SliceAnswer:
    """Not yours and not there are one answer, and the lane is not recorded."""
    refused = [(intent.n, rejected(Why.FORBIDDEN)) for intent in slice_.intents]
    return SliceAnswer(slice_.scope, outcomes=refused)


def _known(
    uow: UnitOfWork, pushed: Pushed, scope: LockedScope, found: Sequence[tuple[int | None, ...]]
) -> int | None:
    """Give the lane's last number (0 for a new lane); None without a live grant."""
    for until_at, last_n in found:
        if until_at is None or until_at > uow.at:
            uow.trust_grant(pushed.by.id, scope.kind, scope.owner)
            return last_n or 0
    return None


def _logged(
    uow: UnitOfWork, pushed: Pushed, slice_: Slice, last_n: int
) -> dict[int, tuple[str, str]]:
    if slice_.intents[0].n > last_n:
        return {}
    rows = uow.session.execute(
        select(LaneLog.n, LaneLog.uid, LaneLog.outcome).where(
            LaneLog.scope_id == slice_.scope,
            LaneLog.client_id == pushed.client,
            LaneLog.n.between(slice_.intents[0].n, slice_.intents[-1].n),
        )
    )
    return {row.n: (row.uid, row.outcome) for row in rows}


def _place(intent: Intent, last_n: int, logged: dict[int, tuple[str, str]]) -> Outcome | None:
    """Answer an intent that is not the next of its lane; None for the next one."""
    uid, outcome = logged.get(intent.n, (None, ""))
    match place(n=intent.n, uid=intent.uid, last_n=last_n, logged_uid=uid):
        case Place.NEXT:
            return None
        case Place.DUPLICATE:
            return duplicate(_stored(outcome))
        case Place.FORKED:
            return FORKED
        case Place.GAP:
            return gap(last_n + 1)


def _stored(outcome: str) -> Outcome:
    raw = json.loads(outcome)
    why = Why(raw["why"]) if "why" in raw else None
    return Outcome(Result(raw["o"]), why=why, kept=tuple(raw.get("kept", ())))


def _apply(
    uow: UnitOfWork, pushed: Pushed, scope: LockedScope, intent: Intent, *, one_by_one: bool
) -> Outcome:
    if not one_by_one:
        return _carry_out(uow, pushed, scope, intent)
    try:
        with uow.savepoint():
            return _carry_out(uow, pushed, scope, intent)
    except (ScopeNotLocked, OperationalError):
        raise
    except AppError as refusal:
        return rejected(Why(refusal.why))
    except ValidationError:
        return rejected(Why.VALIDATION)
    except Exception:
        # One poisoned intent must never block its lane: its words stay on the device.
        log.exception("intent %s of scope %s failed", intent.type, scope.id)
        return rejected(Why.FAILED)


def _carry_out(uow: UnitOfWork, pushed: Pushed, scope: LockedScope, intent: Intent) -> Outcome:
    door = INTENTS.get(intent.type)
    if door is None or door.mv < intent.mv or scope.kind not in door.scope_kinds:
        return rejected(Why.UNKNOWN_TYPE)
    if not intent.is_storable:
        return rejected(Why.VALIDATION)
    schema = _schema(door.schema)
    if intent.set.keys() - schema.fields.keys():
        return rejected(Why.UNKNOWN_TYPE)  # a group this server does not know yet
    values = schema.load(dict(intent.set))
    gesture = _gesture(pushed, scope, door, intent, dict(values))
    door.apply(uow, gesture)
    return _outcome(gesture.edit)


@cache
def _schema(shape: type[Schema]) -> Schema:
    """Make each schema once: making one costs more than loading with it."""
    return shape()


def _gesture(
    pushed: Pushed, scope: LockedScope, door: IntentDoor, intent: Intent, values: dict[str, object]
) -> Gesture:
    at = edit_time(
        client_at=intent.at,
        sent_at=pushed.sent_at,
        server_now=now_ms(),
        base_time=scope.created_at,
    )
    edit = Edit(at=at, client=pushed.client, n=intent.n, base=intent.base)
    return Gesture(pushed.by, intent.id, scope.owner, scope.kind, values, edit)


def _outcome(edit: Edit) -> Outcome:
    if edit.has_merged:
        return merged(*edit.kept)
    return APPLIED if edit.has_changed else NOOP


def _record(
    uow: UnitOfWork,
    pushed: Pushed,
    scope: LockedScope,
    fresh: Sequence[tuple[Intent, Outcome]],
) -> None:
    """Advance the lane and keep each answer, in the same commit as its effect."""
    if not fresh:
        return
    lane = {"scope_id": scope.id, "client_id": pushed.client}
    advance = _ADVANCE[uow.connection.dialect.name]
    uow.write_last(advance, [{**lane, "last_n": fresh[-1][0].n, "updated_at": uow.at}])
    uow.write_last(
        _LOG,
        [
            {
                **lane,
                "n": intent.n,
                "uid": intent.uid,
                "outcome": json.dumps(outcome.to_wire(), separators=(",", ":")),
                "at": uow.at,
            }
            for intent, outcome in fresh
        ],
    )


def _advance(dialect: ModuleType) -> Insert:
    """Write how far a lane has come, whether it is new or not."""
    table = table_of(Lane)
    marks: dict[str, object] = {column.name: bindparam(column.name) for column in table.columns}
    statement = dialect.insert(table).values(marks)
    advanced: Insert = statement.on_conflict_do_update(
        index_elements=["scope_id", "client_id"],
        set_={
            "last_n": statement.excluded.last_n,
            "updated_at": statement.excluded.updated_at,
        },
    )
    return advanced


# Built once: building a statement costs more than running it.
_ADVANCE = {"sqlite": _advance(sqlite), "postgresql": _advance(postgresql)}
_LOG = insert_into(table_of(LaneLog))
_GRANTS, _LANES = table_of(ScopeGrant), table_of(Lane)
_LANE = (
    select(_GRANTS.c.until_at, _LANES.c.last_n)
    .select_from(
        _GRANTS.outerjoin(
            _LANES,
            (_LANES.c.scope_id == _GRANTS.c.scope_id) & (_LANES.c.client_id == bindparam("client")),
        )
    )
    .where(
        _GRANTS.c.user_id == bindparam("user", type_=IdType),
        _GRANTS.c.scope_id == bindparam("scope"),
    )
)

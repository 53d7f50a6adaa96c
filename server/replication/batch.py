"""All the slices of one request, so that nobody's request keeps everybody else waiting."""

from __future__ import annotations

import time
from collections.abc import Sequence

from sqlalchemy import or_, select

from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.policy import Actor
from server.kernel.scopes import ScopeGrant
from sync.intent import Slice

from .push import Pushed, SliceAnswer, all_forbidden, push_slice


def push_all(pushed: Pushed, slices: Sequence[Slice]) -> list[SliceAnswer]:
    """Decide every slice, in the order sent.

    Those of scopes the person may not read are refused together, without a transaction each: a
    request may name thousands of them.
    """
    if len(slices) == 1:
        return [push_slice(pushed, slices[0])]
    mine = _granted(pushed.by)
    return [
        _push_in_turn(pushed, one) if one.scope in mine else all_forbidden(one) for one in slices
    ]


def _push_in_turn(pushed: Pushed, slice_: Slice) -> SliceAnswer:
    answer = push_slice(pushed, slice_)
    time.sleep(0)  # other requests go on between two transactions
    return answer


def _granted(by: Actor) -> set[int]:
    with read_only() as session:
        return set(
            session.scalars(
                select(ScopeGrant.scope_id).where(
                    ScopeGrant.user_id == by.id,
                    or_(ScopeGrant.until_at.is_(None), ScopeGrant.until_at > now_ms()),
                )
            )
        )

"""How a domain declares the intents it answers; each domain's views.py lists its `INTENTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from .edit import Edit
from .policy import Actor
from .unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Gesture:
    """One intent, validated: who, on what record, in whose scope, with which values."""

    by: Actor
    id: str
    #: Owner of the scope the intent was sent to: a young person, or the user.
    owner: str
    scope_kind: str
    values: Mapping[str, Any]
    edit: Edit


@dataclass(frozen=True, slots=True)
class IntentDoor:
    """One intent type: the scopes it may be sent to, the shape of its `set`, what it does."""

    name: str
    scope_kinds: str
    schema: type[Schema]
    apply: Callable[[UnitOfWork, Gesture], None]
    mv: int = 1
    #: Other scopes that an intent names, read in its `set` as it came (it may hold anything): they
    #: are locked from the first try with the lane's own.
    names: Callable[[Mapping[str, object]], Iterable[int]] | None = None

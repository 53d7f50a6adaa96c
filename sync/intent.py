"""What a device asks for: one request, its slices of intents, and what it wants to receive.

Unknown keys are ignored in the envelope, so that a field can be added without a new
protocol number, and kept inside `set`, which belongs to the operation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sync import shape
from sync.errors import BadEnvelope
from sync.scope import Cursor

MAX_SLICE = 50
MAX_SCOPES = 5_000
MAX_TOKEN_CHARACTERS = 512
MIN_BUDGET_BYTES = 16 * 1024
MAX_BUDGET_BYTES = 1024 * 1024
DEFAULT_BUDGET_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Intent:
    """One gesture: number `n` of its lane, on record `id`, made at `at` by the device's clock.

    `base` says which version of each group the person saw; `set` what they want instead.
    """

    scope: int
    n: int
    uid: str
    type: str
    mv: int
    at: int
    id: str
    base: Mapping[str, int]
    set: Mapping[str, object]

    @property
    def is_storable(self) -> bool:
        """Tell whether its words are well-formed text; if not, it alone is rejected."""
        return shape.is_storable(self.set)


@dataclass(frozen=True, slots=True)
class Slice:
    """Consecutive intents of one lane, at least one."""

    scope: int
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """What the device holds, the lanes it wants confirmed, and how many bytes it can take."""

    cursor: Mapping[int, Cursor]
    lanes: tuple[int, ...]
    budget: int
    more: str | None


@dataclass(frozen=True, slots=True)
class Request:
    """A whole request; either half may be absent."""

    client: str
    app: str
    inc: str | None
    sent_at: int
    slices: tuple[Slice, ...]
    pull: Pull | None


def parse_request(raw: object) -> Request:
    """Read a decoded body. Raises BadEnvelope: then nothing of it may be carried out."""
    body = shape.mapping(raw, "body")
    shape.whole(body.get("proto"), "proto", at_least=1, at_most=1)
    pushed = shape.items(shape.given(body.get("push"), []), "push", at_most=MAX_SCOPES)
    slices = tuple(_slice(one) for one in pushed)
    if len({one.scope for one in slices}) != len(slices):
        raise BadEnvelope("push: a scope appears twice")
    inc, pull = body.get("inc"), body.get("pull")
    return Request(
        client=shape.client_id(body.get("client"), "client"),
        app=shape.text(body.get("app"), "app", at_most=32),
        inc=None if inc is None else shape.text(inc, "inc", at_most=64),
        sent_at=shape.instant(body.get("sent_at"), "sent_at"),
        slices=slices,
        pull=None if pull is None else _pull(pull),
    )


def parse_slice(raw: object) -> tuple[Intent, ...]:
    """Read one lane's slice: 1 to 50 intents, numbered one after the other. Raises BadEnvelope."""
    body = shape.mapping(raw, "slice")
    scope = shape.whole(body.get("s"), "s", at_least=1)
    listed = shape.items(body.get("m"), "m", at_most=MAX_SLICE)
    intents = tuple(_intent(one, scope) for one in listed)
    if not intents:
        raise BadEnvelope("m: empty")
    if any(intent.n != intents[0].n + i for i, intent in enumerate(intents)):
        raise BadEnvelope("m: numbers must follow each other")
    return intents


def _slice(raw: object) -> Slice:
    intents = parse_slice(raw)
    return Slice(intents[0].scope, intents)


def _intent(raw: object, scope: int) -> Intent:
    body = shape.mapping(raw, "intent")
    base = shape.mapping(shape.given(body.get("base"), {}), "base")
    return Intent(
        scope=scope,
        n=shape.whole(body.get("n"), "n", at_least=1),
        uid=shape.uuid(body.get("u"), "u"),
        type=shape.text(body.get("type"), "type", at_most=64),
        mv=shape.whole(body.get("mv"), "mv", at_least=1, at_most=10_000),
        at=shape.instant(body.get("at"), "at"),
        id=shape.uuid(body.get("id"), "id"),
        base={group: shape.whole(version, "base") for group, version in base.items()},
        set=shape.mapping(shape.given(body.get("set"), {}), "set"),
    )


def _pull(raw: object) -> Pull:
    body = shape.mapping(raw, "pull")
    lanes = shape.items(shape.given(body.get("lanes"), []), "lanes", at_most=MAX_SCOPES)
    budget = shape.whole(body.get("budget", DEFAULT_BUDGET_BYTES), "budget")
    more = body.get("more")
    return Pull(
        cursor=Cursor.read_all(shape.given(body.get("cursor"), {}), at_most=MAX_SCOPES),
        lanes=tuple(dict.fromkeys(shape.whole(one, "lanes", at_least=1) for one in lanes)),
        budget=min(max(budget, MIN_BUDGET_BYTES), MAX_BUDGET_BYTES),
        more=None if more is None else shape.text(more, "more", at_most=MAX_TOKEN_CHARACTERS),
    )

"""A scope is what people read together; these values say how far a device has read it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Self

from sync import shape
from sync.errors import BadEnvelope

TOKEN_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last version of a scope a device holds whole; another epoch means: start again."""

    epoch: int
    version: int

    def start(self, epoch: int) -> int:
        """Return the version to resume from: 0, everything, if the epoch has changed."""
        return self.version if self.epoch == epoch else 0

    @classmethod
    def read_all(cls, raw: object, *, at_most: int) -> dict[int, Self]:
        """Read `{"17": [epoch, version]}`. Raises BadEnvelope."""
        cursors = shape.mapping(raw, "cursor")
        if len(cursors) > at_most:
            raise BadEnvelope(f"cursor: more than {at_most} scopes")
        return {_scope_key(key): cls._read(pair) for key, pair in cursors.items()}

    @classmethod
    def _read(cls, raw: object) -> Self:
        match raw:
            case [epoch, version]:
                return cls(shape.whole(epoch, "epoch"), shape.whole(version, "version"))
        raise BadEnvelope("cursor: expected [epoch, version]")


@dataclass(frozen=True, slots=True)
class Row:
    """A record as its readers see it; `doc` is JSON already, and travels untouched."""

    kind: str
    id: str
    v: int
    doc: str

    def to_json(self) -> str:
        """Write the row around its stored document."""
        head = _compact({"k": self.kind, "id": self.id, "v": self.v})
        return f'{head[:-1]},"d":{self.doc}}}'


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """One scope's part of a page. `lane` is None where no device asked (live channel)."""

    scope: int
    epoch: int
    since: int
    to: int
    rows: tuple[Row, ...] = ()
    deleted: tuple[tuple[str, str, int], ...] = ()
    lane: int | None = None
    is_partial: bool = False

    def to_json(self) -> str:
        """Write the entry, joining stored documents without reading them."""
        head: dict[str, object] = {"s": self.scope, "epoch": self.epoch, "from": self.since}
        head |= {"to": self.to, "del": self.deleted, "part": self.is_partial}
        if self.lane is not None:
            head["lane"] = self.lane
        rows = ",".join(row.to_json() for row in self.rows)
        return f'{_compact(head)[:-1]},"rows":[{rows}]}}'


@dataclass(frozen=True, slots=True)
class Page:
    """Where an interrupted answer resumes: inside `scope`, after a row, up to a frozen version.

    It grants nothing: whoever shows it must still be allowed to read the scope, in the
    same epoch.
    """

    scope: int
    epoch: int
    upto: int
    after_v: int
    after_kind: str
    after_id: str

    def encode(self) -> str:
        """Write an opaque token, safe in a URL."""
        where = [self.scope, self.epoch, self.upto, self.after_v, self.after_kind, self.after_id]
        return urlsafe_b64encode(_compact([TOKEN_FORMAT, *where]).encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, token: str) -> Self:
        """Read a token. Raises BadEnvelope, also for one of another format."""
        try:
            plain = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError as error:
            raise BadEnvelope("more: not a token") from error
        match shape.decode(plain):
            case [1, scope, epoch, upto, after_v, after_kind, after_id]:
                return cls(
                    scope=shape.whole(scope, "more", at_least=1),
                    epoch=shape.whole(epoch, "more"),
                    upto=shape.whole(upto, "more"),
                    after_v=shape.whole(after_v, "more"),
                    after_kind=shape.text(after_kind, "more", at_most=64),
                    after_id=shape.text(after_id, "more", at_most=64),
                )
        raise BadEnvelope("more: not a token")


def _scope_key(key: str) -> int:
    if not (key.isascii() and key.isdigit() and len(key) <= 16 and key[0] != "0"):
        raise BadEnvelope("cursor: expected scope ids")
    return int(key)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

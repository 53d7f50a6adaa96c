"""The scopes a transaction holds: their rows are locked until it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select, update

from server.extensions import table_of

from .scopes import Scope


@dataclass
class LockedScope:
    """A scope row held by this transaction."""

    id: int
    kind: str
    owner: str
    version: int
    epoch: int
    created_at: int


class ScopeNotLocked(RuntimeError):
    """A record was changed in a scope this unit of work did not lock.

    A programming error, except in a push, which starts again with the scopes `wanted`, (kind,
    owner) each, locked in order.
    """

    def __init__(self, *wanted: tuple[str, str]) -> None:
        self.wanted = wanted
        super().__init__(", ".join(f"scope {kind} of {owner}" for kind, owner in wanted))


@dataclass
class HeldScopes:
    """The locked scopes, by id and by owner."""

    by_id: dict[int, LockedScope] = field(default_factory=dict)
    _by_owner: dict[tuple[str, str], LockedScope] = field(default_factory=dict)

    def hold(self, scope: LockedScope) -> None:
        """Remember a scope that is locked from now on."""
        self.by_id[scope.id] = scope
        self._by_owner[scope.kind, scope.owner] = scope

    def of(self, kind: str, owner: str) -> LockedScope:
        """Give a locked scope by its owner. Raises ScopeNotLocked."""
        try:
            return self._by_owner[kind, owner]
        except KeyError:
            raise ScopeNotLocked((kind, owner)) from None

    def need(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Make sure that all these (kind, owner) are locked. Raises one ScopeNotLocked for all."""
        missing = [one for one in dict.fromkeys(wanted) if one not in self._by_owner]
        if missing:
            raise ScopeNotLocked(*missing)


# Built once: building a statement costs more than running it.
_SCOPE = table_of(Scope)
LOCK = (
    select(*(_SCOPE.c[name] for name in ("id", "kind", "owner", "version", "epoch", "created_at")))
    .where(_SCOPE.c.id == bindparam("at_scope"))
    # Not against a foreign key that refers to the scope. SQLite locked everything at BEGIN.
    .with_for_update(key_share=True)
)
BUMP = (
    update(_SCOPE)
    .where(_SCOPE.c.id == bindparam("at_scope"))
    .values(version=bindparam("version"), updated_at=bindparam("at"))
)

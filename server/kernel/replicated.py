"""How a domain declares the records that travel to devices.

Each domain's models.py lists its `REPLICATED`. The unit of work reads these declarations to write
feed entries; nobody writes one by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from sync.policies import Policy

Document = dict[str, object]
#: restore(uow, record id, group, value=, over=, edit=): put a losing value back, as a fresh edit,
#: over the other one; anything else found there was not read by who chooses and is kept.
Restore = Callable[..., None]


@dataclass(frozen=True)
class Replicated:
    """One projection of one table into one kind of scope.

    `groups` names the attribute of each field group and how it merges.
    """

    kind: str
    model: type[Any]
    scope_kind: str
    #: Owner of the scope the record lives in; None when it does not live in that kind of scope.
    owner: Callable[[Any], str | None]
    document: Callable[[Session, Any], Document]
    record_id: Callable[[Any], str] = lambda row: str(row.id)
    groups: Mapping[str, Policy] = field(default_factory=dict)
    #: Columns that `document`, `owner` and `record_id` do not read: changing those alone projects
    #: nothing and asks the feed nothing.
    unseen: frozenset[str] = frozenset()


class Registry:
    """Every declared projection, by table and by kind."""

    def __init__(self) -> None:
        self._by_model: dict[type[Any], list[Replicated]] = {}
        self.kinds: dict[tuple[str, str], Replicated] = {}
        self._unseen: dict[type[Any], frozenset[str]] = {}
        self._restore: dict[str, Restore] = {}

    def add(self, declared: Iterable[Replicated]) -> None:
        """Take the declarations of one domain; declaring twice changes nothing."""
        for one in declared:
            if self.kinds.get((one.scope_kind, one.kind)) is one:
                continue
            self.kinds[one.scope_kind, one.kind] = one
            self._by_model.setdefault(one.model, []).append(one)
            self._unseen[one.model] = self._unseen.get(one.model, one.unseen) & one.unseen

    def of(self, model: type[Any]) -> list[Replicated]:
        """Give the projections of a table; none for a table that does not travel."""
        return self._by_model.get(model, [])

    def unseen(self, model: type[Any]) -> frozenset[str]:
        """Give the columns of a table that none of its projections shows."""
        return self._unseen.get(model, frozenset())

    def restores(self, kind: str, restore: Restore) -> None:
        """Say what puts the losing values of that kind of record back."""
        self._restore[kind] = restore

    def restorer(self, kind: str) -> Restore:
        """Give what puts losing values of that kind of record back. Raises KeyError."""
        return self._restore[kind]

    def all(self) -> list[Replicated]:
        """Give every projection, in order of declaration."""
        return [one for group in self._by_model.values() for one in group]


registry = Registry()

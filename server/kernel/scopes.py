"""Scopes (périmètres): the unit of sync, of access, of ordering; and the grants that open them.

Kinds: `d` dossier, `n` advisors' side of a dossier, `u` user, `s` structure. A scope's `version`
has no gap: only a unit of work that holds the row lock takes the next one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.extensions import Model

from .ids import IdType
from .replicated import Replicated

if TYPE_CHECKING:
    from .unit_of_work import UnitOfWork

#: Autoincrementing keys: SQLite wants INTEGER for that, PostgreSQL takes bigint.
BigId = BigInteger().with_variant(Integer, "sqlite")


class Scope(Model):
    """One scope, its version and its epoch (raised to make every device refill it)."""

    __tablename__ = "scope"
    __table_args__ = (UniqueConstraint("kind", "owner"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(1))
    owner: Mapped[str] = mapped_column(IdType)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    epoch: Mapped[int] = mapped_column(Integer, default=1)
    created_at: Mapped[int] = mapped_column(BigInteger)
    updated_at: Mapped[int] = mapped_column(BigInteger)


class ScopeGrant(Model):
    """The right of one person to read one scope, between two instants."""

    __tablename__ = "scope_grant"
    __table_args__ = (
        UniqueConstraint("user_id", "scope_id"),
        Index("ix_scope_grant_scope", "scope_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    user_id: Mapped[str] = mapped_column(IdType)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id"))
    kind: Mapped[str] = mapped_column(String(1))
    owner: Mapped[str] = mapped_column(IdType)
    role: Mapped[str] = mapped_column(String(16))
    #: Raised each time the grant is given again, so that the device refills.
    epoch: Mapped[int] = mapped_column(Integer, default=1)
    from_at: Mapped[int] = mapped_column(BigInteger)
    until_at: Mapped[int | None] = mapped_column(BigInteger)

    def is_live(self, at: int) -> bool:
        """Say whether the grant opens its scope at that instant (milliseconds UTC)."""
        return self.until_at is None or self.until_at > at


def _grant_document(_session: Session, grant: ScopeGrant) -> dict[str, object]:
    return {
        "scope": grant.scope_id,
        "kind": grant.kind,
        "owner": grant.owner,
        "role": grant.role,
        "until": grant.until_at,
    }


REPLICATED = (
    Replicated(
        kind="grant",
        model=ScopeGrant,
        scope_kind="u",
        owner=lambda grant: grant.user_id,
        record_id=lambda grant: str(grant.scope_id),
        document=_grant_document,
    ),
)


def open_scope(uow: UnitOfWork, kind: str, owner: str) -> Scope:
    """Make a scope for an owner; it is locked by the unit of work that makes it."""
    scope = Scope(kind=kind, owner=owner, version=0, epoch=1, created_at=uow.at, updated_at=uow.at)
    uow.session.add(scope)
    uow.session.flush()
    uow.adopt(scope)
    return scope


def find_scope(session: Session, kind: str, owner: str) -> Scope:
    """Give the scope of an owner. Raises LookupError when there is none: every owner has one."""
    scope = session.scalar(select(Scope).where(Scope.kind == kind, Scope.owner == owner))
    if scope is None:
        raise LookupError(f"no scope {kind} for {owner}")
    return scope


def grant_scope(
    uow: UnitOfWork, *, user_id: str, scope: Scope, role: str, until_at: int | None = None
) -> ScopeGrant:
    """Open a scope to a person; given again, its epoch rises so that their devices refill it.

    The person's own `u` scope must be locked by this unit of work: the grant is a record of it.
    """
    grant = uow.session.scalar(
        select(ScopeGrant).where(ScopeGrant.user_id == user_id, ScopeGrant.scope_id == scope.id)
    )
    if grant is None:
        grant = ScopeGrant(
            user_id=user_id, scope_id=scope.id, kind=scope.kind, owner=scope.owner, epoch=1
        )
        uow.session.add(grant)
    elif not grant.is_live(uow.at):
        grant.epoch += 1
    grant.role, grant.from_at, grant.until_at = role, uow.at, until_at
    return grant


def revoke_grant(uow: UnitOfWork, grant: ScopeGrant) -> None:
    """Close a scope to a person from this instant on."""
    grant.until_at = uow.at


def has_grant(session: Session, *, user_id: str, kind: str, owner: str, at: int) -> bool:
    """Say whether a person may read the scope of that owner at that instant."""
    grant = session.scalar(
        select(ScopeGrant).where(
            ScopeGrant.user_id == user_id, ScopeGrant.kind == kind, ScopeGrant.owner == owner
        )
    )
    return grant is not None and grant.is_live(at)


def live_scopes(session: Session, *, user_id: str, among: Iterable[int], at: int) -> set[int]:
    """Give those of these scopes that a person may read at that instant."""
    grants = session.scalars(
        select(ScopeGrant).where(ScopeGrant.user_id == user_id, ScopeGrant.scope_id.in_(among))
    )
    return {grant.scope_id for grant in grants if grant.is_live(at)}

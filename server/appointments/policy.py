"""What relation a person has to a young person's appointments."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from server.kernel.policy import Actor, Relation
from server.kernel.scopes import ScopeGrant
from server.kernel.unit_of_work import UnitOfWork


def relations_to_dossier(uow: UnitOfWork, by: Actor, young_person_id: str) -> set[Relation]:
    """`self` for the young person, `follows` for an advisor whose grant is live."""
    if by.id == young_person_id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, "d", young_person_id) else set()


def learn_grants(uow: UnitOfWork, by: Actor, young_people: Iterable[str]) -> None:
    """Read at once which of these dossiers a person follows, before each is asked about."""
    until = ScopeGrant.until_at
    owners = uow.session.scalars(
        select(ScopeGrant.owner).where(
            ScopeGrant.user_id == by.id,
            ScopeGrant.kind == "d",
            ScopeGrant.owner.in_(young_people),
            or_(until.is_(None), until > uow.at),
        )
    )
    for owner in owners:
        uow.trust_grant(by.id, "d", owner)

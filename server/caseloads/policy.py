"""What relation a person has to a young person."""

from __future__ import annotations

from server.kernel.policy import Actor, Relation
from server.kernel.unit_of_work import UnitOfWork


def relations_to_young_person(uow: UnitOfWork, by: Actor, young_person_id: str) -> set[Relation]:
    """`self`, or `follows` for an advisor whose grant is live; nothing for anybody else.

    A colleague of the same structure has none: they cannot even tell that the person exists.
    """
    if by.id == young_person_id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, "n", young_person_id) else set()

"""What relation a person has to a dossier and so to its actions."""

from __future__ import annotations

from server.kernel.policy import Actor, Relation
from server.kernel.unit_of_work import UnitOfWork

YOUNG_PERSON, ADVISOR = "young_person", "advisor"


def relations_to_dossier(uow: UnitOfWork, by: Actor, young_person_id: str) -> set[Relation]:
    """`self` for the young person, `follows` for an advisor whose grant is live."""
    if by.id == young_person_id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, "d", young_person_id) else set()


def side_of(by: Actor) -> str:
    """Give the side on which a person writes."""
    return YOUNG_PERSON if by.role == "young_person" else ADVISOR

"""What relation a person has to an account or a structure."""

from __future__ import annotations

from server.kernel.policy import Actor, Relation


def relations_to_account(by: Actor, account_id: str) -> set[Relation]:
    """`self`, or nothing."""
    return {"self"} if by.id == account_id else set()


def relations_to_structure(by: Actor, structure_id: str) -> set[Relation]:
    """`same_structure` for its people, `supervises` besides for its supervisors."""
    if by.structure_id != structure_id:
        return set()
    return {"same_structure", "supervises"} if by.is_supervisor else {"same_structure"}

"""What relation a person has to the private notes about a young person."""

from __future__ import annotations

from server.kernel.policy import Actor, Relation
from server.kernel.unit_of_work import UnitOfWork

from .models import Note


def relations_to_notes(uow: UnitOfWork, by: Actor, young_person_id: str) -> set[Relation]:
    """`follows` for an advisor whose grant on the advisors' side is live; nothing for others."""
    return {"follows"} if uow.holds_grant(by.id, "n", young_person_id) else set()


def relations_to_note(uow: UnitOfWork, by: Actor, note: Note) -> set[Relation]:
    """The relation to the notes around it, and `author`; one who lost the dossier has none."""
    relations = relations_to_notes(uow, by, note.young_person_id)
    return relations | {"author"} if relations and note.author_id == by.id else relations

"""What relation a person has to a thread or a message."""

from __future__ import annotations

from server.kernel.policy import Actor, Relation
from server.kernel.unit_of_work import UnitOfWork

from .models import ADVISOR, YOUNG_PERSON, Message


def relations_to_thread(uow: UnitOfWork, by: Actor, thread_id: str) -> set[Relation]:
    """`self` for the young person, `follows` for an advisor whose grant is live."""
    if by.id == thread_id:
        return {"self"}
    return {"follows"} if uow.holds_grant(by.id, "d", thread_id) else set()


def relations_to_message(uow: UnitOfWork, by: Actor, message: Message) -> set[Relation]:
    """The relations to its thread, and `author`; an author who lost the thread has none."""
    relations = relations_to_thread(uow, by, message.thread_id)
    return relations | {"author"} if relations and message.author_id == by.id else relations


def side_of(by: Actor) -> str:
    """Give the side of the thread a person writes on."""
    return YOUNG_PERSON if by.role == "young_person" else ADVISOR

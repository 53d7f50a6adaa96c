"""How one group of an appointment is written, and how the other dossiers follow.

The merge happens in the dossier the gesture came through, on its own versions. What it decided on
a shared group is then shown in every dossier, in the same commit: there, it reads as written by
the server, because a number of another lane says nothing in theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from server.kernel.choices import unread
from server.kernel.conflicts import Versions, keep_loser
from server.kernel.edit import Edit, server_edit
from server.kernel.policy import Actor
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import Decision, is_same

from .models import DETAILS, WHEN_WHERE, Participant

SHARED = (WHEN_WHERE, DETAILS)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote what a group holds, through whose dossier, from which device."""

    id: str = ""
    name: str = ""
    young_person_id: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """One value for one group, written through the dossier of one participant."""

    participant: Participant
    group: str
    value: object
    by: Actor
    edit: Edit
    verb: str

    @property
    def author(self) -> Author:
        """Who writes it now."""
        return Author(self.by.id, self.by.name, self.participant.young_person_id, self.edit.client)


def everybody(uow: UnitOfWork, participant: Participant) -> Sequence[Participant]:
    """Give every participant of an appointment, once all their dossiers are locked.

    Raises ScopeNotLocked, once for all. Who takes part never changes after the creation.
    """
    found = _people(uow, participant)
    uow.need(_dossiers(found))
    return found


def _people(uow: UnitOfWork, participant: Participant) -> Sequence[Participant]:
    return uow.session.scalars(
        select(Participant)
        .where(Participant.appointment_id == participant.appointment_id)
        .order_by(Participant.id)
    ).all()


def _dossiers(people: Iterable[Participant]) -> list[tuple[str, str]]:
    return [("d", one.young_person_id) for one in people]


def write(uow: UnitOfWork, writing: Writing) -> None:
    """Write a group as its policy says; the loser of a true conflict is kept."""
    participant, group = writing.participant, writing.group
    held = getattr(participant, group)
    decision = uow.merge(participant, group, writing.value, writing.edit)
    _conclude(uow, writing, held, decision)


def put_back(uow: UnitOfWork, writing: Writing, *, over: object) -> None:
    """Write a group over a value that who chose was shown; anything else found there is kept."""
    participant, group = writing.participant, writing.group
    held = getattr(participant, group)
    kept = unread(uow, participant, group, chosen=writing.value, over=over, edit=writing.edit)
    # The choice came in another lane: its number says nothing about this one.
    decision = uow.merge(participant, group, writing.value, server_edit(writing.edit.at))
    _conclude(uow, writing, held, replace(decision, lost=kept) if kept else decision)


def _conclude(uow: UnitOfWork, writing: Writing, held: object, decision: Decision) -> None:
    """Sign, keep what lost, and show what changed wherever it is shown."""
    if decision.outcome == "noop" or decision.stamp is None:
        return
    held_by = author_of(writing.participant, writing.group)
    is_shown = is_same(decision.value, writing.value)
    if is_shown:
        sign(writing.participant, writing.group, writing.author)
    _keep(uow, writing, held_by, decision, is_shown=is_shown)
    reached: Sequence[Participant] = [writing.participant]
    if not is_same(held, decision.value):
        reached = _follow(uow, writing, decision.stamp.edit_ms)
    for one in reached:
        uow.audit(writing.verb, about=one.young_person_id, thing=one.id)


def _keep(
    uow: UnitOfWork, writing: Writing, held_by: Author, decision: Decision, *, is_shown: bool
) -> None:
    if decision.lost is None or (held_by.client and held_by.client == writing.edit.client):
        return  # nothing was lost, or one's own earlier wish written through another dossier
    mine, theirs = (writing.author.id, writing.author.name), (held_by.id, held_by.name)
    kept_by, lost_by = (mine, theirs) if is_shown else (theirs, mine)
    for home, record_id in _homes(uow, writing, held_by):
        versions = Versions(
            home, ("appointment", record_id), writing.group, kept_by=kept_by, lost_by=lost_by
        )
        keep_loser(uow, decision, versions, writing.edit)


def _homes(uow: UnitOfWork, writing: Writing, held_by: Author) -> list[tuple[tuple[str, str], str]]:
    """Give where a conflict is kept: where both authors read it, or else where each does.

    An answer is the young person's own words: nobody else is asked to choose.
    """
    participant = writing.participant
    here = participant.young_person_id
    kind = "u" if writing.group == "answer" else "n"
    homes = [((kind, here), participant.id)]
    if writing.group in SHARED:
        people = _people(uow, participant)
        there = held_by.young_person_id
        if there not in ("", here) and not uow.holds_grant(held_by.id, "n", here):
            homes += [(("n", there), one.id) for one in people if one.young_person_id == there]
        # All that the rest of this gesture will write, so that it starts again only once.
        uow.need([*_dossiers(people), *(home for home, _ in homes)])
    else:
        uow.need(home for home, _ in homes)
    return homes


def _follow(uow: UnitOfWork, writing: Writing, at: int) -> Sequence[Participant]:
    """Draw the consequences of a change; give the participants it reached."""
    participant = writing.participant
    if writing.group == "answer":
        participant.answered_at = None if participant.answer is None else at
    if writing.group == "cancelled":
        participant.sequence += 1
    if writing.group not in SHARED:
        return [participant]
    reached = everybody(uow, participant)
    for one in reached:
        if one is not participant:
            uow.touch(one)
            uow.stamp(one, [writing.group], server_edit(at))
        if writing.group == WHEN_WHERE:
            one.sequence += 1
            _forget_answer(uow, one, at)
    return reached


def _forget_answer(uow: UnitOfWork, participant: Participant, at: int) -> None:
    """An answer was to another time: the question is asked again. Its words stay to be read."""
    if participant.answer is not None:
        words = participant.answer_text
        participant.answer, participant.answered_at = None, None
        participant.answer_text = words
        uow.stamp(participant, ["answer"], server_edit(at))


def author_of(participant: Participant, group: str) -> Author:
    """Give who wrote what a group holds; nobody for what was never written."""
    signed = participant.appointment if group in SHARED else participant
    return Author(*(signed.written_by or {}).get(group, ()))


def sign(participant: Participant, group: str, author: Author) -> None:
    """Note who wrote what a group holds from now on."""
    signed = participant.appointment if group in SHARED else participant
    line = [author.id, author.name, author.young_person_id, author.client]
    signed.written_by = {**(signed.written_by or {}), group: line}

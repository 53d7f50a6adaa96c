"""The verbs of private notes. Each asks the policy first and runs from a push or the demo."""

from __future__ import annotations

from dataclasses import replace

from server.kernel.choices import unread
from server.kernel.conflicts import Versions, keep_loser
from server.kernel.edit import Edit, server_edit
from server.kernel.errors import Gone, Invalid, Missing, TooLarge
from server.kernel.policy import Actor, require
from server.kernel.replicated import registry
from server.kernel.strings import t
from server.kernel.unit_of_work import UnitOfWork
from sync.decision import Loser

from .models import Note
from .policy import relations_to_note, relations_to_notes

TEXT_MAX = 4_000


def write_note(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, note_id: str, text: str, edit: Edit
) -> None:
    """Write a note among advisors.

    Sent again under the same id by its author, it changes nothing. Raises Missing for a dossier
    that is not theirs or an id used elsewhere, Invalid for empty words, TooLarge above 4,000
    characters.
    """
    require(by, "intent note.write", relations_to_notes(uow, by, young_person_id))
    words = _words(text)
    known = uow.session.get(Note, note_id)
    if known is not None:
        if (known.author_id, known.young_person_id) != (by.id, young_person_id):
            raise Missing()
        return
    note = Note(
        id=note_id,
        young_person_id=young_person_id,
        author_id=by.id,
        author_name=by.name,
        text=words,
        written_at=edit.at,
    )
    uow.session.add(note)
    uow.stamp(note, ["text"], edit)
    uow.audit("note.write", about=young_person_id, thing=note_id)


def edit_note(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, note_id: str, text: str, edit: Edit
) -> None:
    """Change one's own words, whatever the hour.

    Words written without having seen a deletion are kept for their author, who is asked. Raises
    Missing, Refused for somebody else's, Gone for a note seen deleted, Invalid, TooLarge.
    """
    note = _own_note(uow, by, "edit", note_id, young_person_id)
    words = _words(text)
    if note.deleted_at is not None and uow.has_seen(note, "text", edit):
        raise Gone()
    _rewrite(uow, note, words, edit)


def delete_note(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, note_id: str, edit: Edit
) -> None:
    """Take back one's own note; its trace stays. Raises Missing, Refused for somebody else's."""
    note = _own_note(uow, by, "delete", note_id, young_person_id)
    _withdraw(uow, note, edit)


def restore_note(
    uow: UnitOfWork, *, by: Actor, young_person_id: str, note_id: str, edit: Edit
) -> None:
    """Bring one's own deleted note back with its words. Raises Missing, Refused for others'."""
    note = _own_note(uow, by, "restore", note_id, young_person_id)
    if note.deleted_at is None:
        return
    _bring_back(uow, note, note.withdrawn, _on_what_is(edit))
    edit.has_changed = True
    uow.audit("note.restore", about=young_person_id, thing=note_id)


def restore_words(
    uow: UnitOfWork, note_id: str, _group: str, *, value: str | None, over: str | None, edit: Edit
) -> None:
    """Put back the version that had lost to a concurrent one: other words, or a deletion (None).

    `over` is what the author was shown beside it: any other words now in their place were never
    read by who chooses, and are kept in their turn. Raises Gone when the note was deleted without
    their being shown it, Missing when it is not there or its author may no longer read it.
    """
    note = uow.session.get(Note, note_id)
    if note is None:
        raise Missing()
    if uow.by is not None:
        require(uow.by, "intent note.edit", relations_to_note(uow, uow.by, note))
    # The choice came in another lane: its number says nothing about this note's own.
    fresh = server_edit(edit.at)
    if value is None:
        _withdraw(uow, note, fresh)
    elif note.deleted_at is None:
        kept = unread(uow, note, "text", chosen=value, over=over, edit=edit)
        _rewrite(uow, note, value, fresh, kept=kept)
    elif over is None:
        _bring_back(uow, note, value, fresh)
        uow.audit("note.restore", about=note.young_person_id, thing=note_id)
    else:
        raise Gone()


registry.restores("note", restore_words)


def _rewrite(
    uow: UnitOfWork, note: Note, words: str, edit: Edit, *, kept: Loser | None = None
) -> None:
    decision = uow.merge(note, "text", words, edit)
    if decision.outcome == "noop":
        return
    if kept is not None:
        decision = replace(decision, lost=kept)
    if note.deleted_at is None:
        note.edited_at = max(note.edited_at or 0, edit.at)
    keep_loser(uow, decision, _own_versions(note), edit)
    uow.audit("note.edit", about=note.young_person_id, thing=note.id)


def _withdraw(uow: UnitOfWork, note: Note, edit: Edit) -> None:
    if note.deleted_at is not None:
        return
    note.withdrawn = note.text
    decision = uow.merge(note, "text", None, edit)
    note.deleted_at = edit.at
    keep_loser(uow, decision, _own_versions(note), edit)
    uow.audit("note.delete", about=note.young_person_id, thing=note.id)


def _bring_back(uow: UnitOfWork, note: Note, words: str | None, edit: Edit) -> None:
    uow.merge(note, "text", words, edit)
    note.deleted_at = note.withdrawn = None


def _on_what_is(edit: Edit) -> Edit:
    """An undo is decided on the note as it stands, by the same device at its place in the lane."""
    return Edit(edit.at, edit.client, edit.n, is_current=True)


def _own_versions(note: Note) -> Versions:
    """One's own words: nobody else is asked to choose."""
    author = (note.author_id, note.author_name)
    home, record = ("u", note.author_id), ("note", note.id)
    return Versions(home, record, "text", kept_by=author, lost_by=author)


def _own_note(uow: UnitOfWork, by: Actor, verb: str, note_id: str, young_person_id: str) -> Note:
    """Give a note of that dossier to its author. Raises Missing, Refused for somebody else's."""
    note = uow.session.get(Note, note_id)
    if note is None or note.young_person_id != young_person_id:
        raise Missing()
    require(by, f"intent note.{verb}", relations_to_note(uow, by, note))
    return note


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise Invalid(fields={"text": [t("form.required")]})
    if len(words) > TEXT_MAX:
        raise TooLarge()
    return words

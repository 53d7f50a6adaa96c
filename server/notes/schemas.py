"""Shapes of the notes intents' `set`."""

from __future__ import annotations

from marshmallow import fields

from server.kernel.schemas import BaseSchema


class NoteWrite(BaseSchema):
    """A new note."""

    text = fields.String(required=True)


class NoteEdit(BaseSchema):
    """New words for a note."""

    text = fields.String(required=True)


class NoteDelete(BaseSchema):
    """Nothing to say: the trace stays, the words go."""


class NoteRestore(BaseSchema):
    """Nothing to say: the words come back as they were."""

"""Shapes of the messaging intents' `set`."""

from __future__ import annotations

from marshmallow import fields, validate

from server.kernel.conflicts import KEPT, OPEN, RESTORED
from server.kernel.schemas import BaseSchema, Id


class MessageSend(BaseSchema):
    """A new message, in reply to another or not."""

    text = fields.String(required=True)
    reply_to = Id(load_default=None, allow_none=True)


class MessageEdit(BaseSchema):
    """New words for a message."""

    text = fields.String(required=True)


class MessageDelete(BaseSchema):
    """Nothing to say: the trace stays, the words go."""


class Mark(BaseSchema):
    """How far: the number of a message in its thread."""

    seq = fields.Integer(required=True, strict=True, validate=validate.Range(0, 2**31 - 1))


class TriageFlag(BaseSchema):
    """Followed closely, or no longer."""

    flagged = fields.Boolean(required=True, truthy={True}, falsy={False})


class ConflictClose(BaseSchema):
    """Which of the two versions stays; « open » undoes a choice."""

    choice = fields.String(required=True, validate=validate.OneOf([KEPT, RESTORED, OPEN]))

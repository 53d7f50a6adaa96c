"""Shapes of the structures domain: what comes in."""

from __future__ import annotations

from marshmallow import fields

from server.kernel.fields import Line
from server.kernel.schemas import BaseSchema

NAME_MAX = 120


class StructureDraft(BaseSchema):
    """A structure to open, its sites by name, and where its weeks are counted."""

    name = Line(required=True, most=NAME_MAX)
    sites = fields.List(Line(most=NAME_MAX), required=True)
    time_zone = Line(required=True, most=64)

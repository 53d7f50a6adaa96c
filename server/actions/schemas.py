"""Shapes of the actions intents' `set`. Lengths and days are judged by the operations."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import fields, validate

from server.kernel.schemas import BaseSchema, Id
from server.kernel.strings import t

from .models import CANCELLED, CATEGORIES, NOT_STARTED, STATUSES
from .values import HOURS_MAX


class Day(fields.String):
    """A date, "YYYY-MM-DD"; never an instant."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            is_day = date.fromisoformat(text).isoformat() == text
        except ValueError:
            is_day = False
        if not is_day:
            raise self.make_error("invalid")
        return text


def _status(*codes: str, **options: Any) -> fields.String:
    return fields.String(validate=validate.OneOf(codes, error=t("form.invalid")), **options)


def _category() -> fields.String:
    return fields.String(allow_none=True, validate=validate.OneOf(CATEGORIES))


class ActionCreate(BaseSchema):
    """A new action; nobody writes one that is cancelled already."""

    title = fields.String(required=True)
    description = fields.String(allow_none=True)
    category = _category()
    due = Day(required=True)
    status = _status(*(one for one in STATUSES if one != CANCELLED), load_default=NOT_STARTED)
    done_on = Day(allow_none=True)


class ActionEdit(BaseSchema):
    """What changes; each of them is a group."""

    title = fields.String()
    description = fields.String(allow_none=True)
    category = _category()
    due = Day()


class ActionStatus(BaseSchema):
    """Where it stands, and since when if it is done."""

    status = _status(*STATUSES, required=True)
    done_on = Day(allow_none=True)


class ActionComment(BaseSchema):
    """What is said about an action."""

    action = Id(required=True)
    text = fields.String(required=True)


class ActionDelete(BaseSchema):
    """Nothing to say."""


class ActionRestore(BaseSchema):
    """Nothing to say: it comes back as it was."""


class ActionQualify(BaseSchema):
    """The hours an advisor confirms."""

    hours = fields.Integer(required=True, strict=True, validate=validate.Range(0, HOURS_MAX))
    comment = fields.String(allow_none=True)

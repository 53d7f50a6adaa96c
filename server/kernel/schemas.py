"""Base of every schema: what comes in is checked strictly, field by field."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields

from .ids import is_id
from .strings import t

_SCHEMA_MESSAGES = {"unknown": t("form.unknown"), "type": t("form.invalid")}
_ID_MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {"shape": t("form.invalid")}


class BaseSchema(Schema):
    """Refuses unknown fields; answers in the order of declaration."""

    error_messages = _SCHEMA_MESSAGES

    class Meta:
        unknown = RAISE


class Id(fields.String):
    """One of our identifiers (UUIDv7 text)."""

    default_error_messages = _ID_MESSAGES

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if not is_id(text):
            raise self.make_error("shape")
        return text


def first_error(error: ValidationError) -> dict[str, list[str]]:
    """Flatten marshmallow's messages into field → sentences."""
    messages: dict[str, object] = error.normalized_messages()  # type: ignore[no-untyped-call]
    return {str(name): [str(one) for one in _flat(value)] for name, value in messages.items()}


def _flat(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in _flat(inner)]
    return list(value) if isinstance(value, list) else [value]

"""Fields of forms: what people type, cleaned, refused with a sentence they can use."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from typing import Any

from marshmallow import fields, validate

from .clock import now_ms
from .strings import t

_MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": t("form.required"),
    "null": t("form.required"),
    "invalid": t("form.invalid"),
    "invalid_utf8": t("form.invalid"),
}


class Line(fields.String):
    """One line of text: trimmed, single spaces, no character that cannot be seen or stored."""

    default_error_messages = _MESSAGES

    def __init__(self, *, most: int, **options: Any) -> None:
        self.most = most
        super().__init__(metadata={"minLength": 1, "maxLength": most}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        line = clean(super()._deserialize(value, attr, data, **kwargs))
        if not line:
            raise self.make_error("required")
        validate.Length(max=self.most, error=t("form.too_long", most=self.most))(line)
        return line


class EmailLine(Line):
    """An e-mail address."""

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(most=most, **options)
        self.metadata = {**self.metadata, "format": "email"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        line = super()._deserialize(value, attr, data, **kwargs)
        address: str = validate.Email(error=t("form.email"))(line)
        return address


class Secret(fields.String):
    """A password or a code, exactly as typed; never written anywhere but as a hash."""

    default_error_messages = _MESSAGES

    def __init__(self, *, least: int = 0, most: int = 1000, **options: Any) -> None:
        self.least, self.most = least, most
        lengths = {"minLength": least} if least else {}
        super().__init__(metadata={**lengths, "maxLength": most}, load_only=True, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        secret: str = super()._deserialize(value, attr, data, **kwargs)
        if not self.least <= len(secret) <= self.most or not _is_unicode(secret):
            raise self.make_error("invalid")
        return secret


class Choice(fields.String):
    """One of a few codes."""

    default_error_messages = _MESSAGES

    def __init__(self, *codes: str, **options: Any) -> None:
        chosen = validate.OneOf(codes, error=t("form.invalid"))
        super().__init__(validate=chosen, **options)


class BirthDate(fields.Date):
    """A date of birth somebody alive may have."""

    default_error_messages = _MESSAGES

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        born: date = super()._deserialize(value, attr, data, **kwargs)
        today = datetime.fromtimestamp(now_ms() / 1000, UTC).date()
        if not date(1900, 1, 1) <= born <= today:
            raise self.make_error("invalid")
        return born


def clean(text: str) -> str:
    """Drop control characters and lone surrogates, and reduce blanks to single spaces."""
    seen = (letter if _is_kept(letter) else " " for letter in text)
    return " ".join("".join(seen).split())


def _is_kept(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs")


def _is_unicode(text: str) -> bool:
    return not any(unicodedata.category(letter) == "Cs" for letter in text)

"""Identifiers: UUIDv7 text, sortable by creation, made on the device or here."""

from __future__ import annotations

import re
import secrets
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator
from sqlalchemy.dialects.postgresql import UUID as PostgresUuid
from sqlalchemy.types import TypeEngine

from .clock import now_ms

_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def new_id(at: int | None = None) -> str:
    """Make a UUIDv7 for the instant `at` (milliseconds UTC, now by default)."""
    stamp = (now_ms() if at is None else at) & 0xFFFF_FFFF_FFFF
    value = (stamp << 80) | (0x7 << 76) | (secrets.randbits(12) << 64)
    value |= (0b10 << 62) | secrets.randbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(value: object) -> bool:
    """Say whether a value has the shape of one of our identifiers."""
    return isinstance(value, str) and _SHAPE.fullmatch(value) is not None


class IdType(TypeDecorator[str]):
    """An identifier column: native uuid on PostgreSQL, text elsewhere; always str in Python."""

    impl = String(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the native type where there is one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(PostgresUuid(as_uuid=False))
        return dialect.type_descriptor(String(36))

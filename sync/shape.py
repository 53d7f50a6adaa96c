"""Reading what a stranger sent: each function returns the value or raises BadEnvelope."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NoReturn

from sync.errors import BadEnvelope

SAFE = 2**53
"""Beyond it a browser cannot tell two whole numbers apart."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CLIENT = re.compile(r"[0-9a-f]{32}")


def decode(body: bytes) -> object:
    """Read JSON as browsers do: UTF-8, no NaN, no absurd depth or number. Raises BadEnvelope."""
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadEnvelope("the body is not JSON") from error


def given(raw: object, default: object) -> object:
    """Take the default for what is absent or null."""
    return default if raw is None else raw


def mapping(raw: object, name: str) -> Mapping[str, object]:
    """Read an object."""
    return raw if isinstance(raw, dict) else _refuse(name, "an object")


def items(raw: object, name: str, *, at_most: int) -> Sequence[object]:
    """Read an array of bounded length."""
    if isinstance(raw, list) and len(raw) <= at_most:
        return raw
    return _refuse(name, f"an array of at most {at_most}")


def whole(raw: object, name: str, *, at_least: int = 0, at_most: int = SAFE) -> int:
    """Read a whole number within bounds; `true` is not one."""
    if type(raw) is int and at_least <= raw <= at_most:
        return raw
    return _refuse(name, f"a whole number from {at_least} to {at_most}")


def instant(raw: object, name: str) -> int:
    """Read milliseconds since 1970, before or after."""
    return whole(raw, name, at_least=-SAFE)


def text(raw: object, name: str, *, at_most: int) -> str:
    """Read a non-empty text of bounded length that any database can store."""
    if isinstance(raw, str) and 0 < len(raw) <= at_most and is_storable(raw):
        return raw
    return _refuse(name, f"a text of 1 to {at_most} characters")


def uuid(raw: object, name: str) -> str:
    """Read a UUID, lower case with hyphens."""
    return raw if isinstance(raw, str) and _UUID.fullmatch(raw) else _refuse(name, "a UUID")


def client_id(raw: object, name: str) -> str:
    """Read a device id: 128 random bits in hexadecimal."""
    return raw if isinstance(raw, str) and _CLIENT.fullmatch(raw) else _refuse(name, "32 hex")


def is_storable(raw: object) -> bool:
    """Tell whether every text inside is well formed: no NUL, no half of an emoji."""
    waiting = [raw]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
            return False
    return True


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _refuse(name: str, expected: str) -> NoReturn:
    raise BadEnvelope(f"{name}: expected {expected}")

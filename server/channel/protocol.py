"""Frames of the live channel (sync/PROTOCOL.md): a table of what a device may say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from server.kernel.clock import now_ms
from sync import shape
from sync.errors import BadEnvelope, SyncError
from sync.scope import Cursor

FRAME_BYTES = 32 * 1024
MAX_SCOPES = 5_000

Frame = Mapping[str, Any]


def write(kind: str, **values: object) -> str:
    """Write one frame as compact JSON."""
    return json.dumps({"t": kind, **values}, ensure_ascii=False, separators=(",", ":"))


def read(text: object) -> Frame | None:
    """Read one frame; None for what is not one."""
    if not isinstance(text, str) or len(text) > FRAME_BYTES:
        return None
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return frame if isinstance(frame, dict) else None


class Listener:
    """What one socket has told about its device. Knows nothing of how frames travel."""

    def __init__(self) -> None:
        self.client = ""
        #: scope -> version the device is known to hold.
        self.holds: dict[int, int] = {}
        #: Versions the device has just said it stored, to be marked « Reçu ».
        self.stored: dict[int, Cursor] = {}

    def hear(self, frame: Frame) -> str:
        """Take one frame from the device and give the answer; unknown frames get an error."""
        handler = _HANDLERS.get(str(frame.get("t")), _unknown)
        try:
            return handler(self, frame)
        except SyncError:
            return write("error", code="bad_frame")


def _hello(listener: Listener, frame: Frame) -> str:
    cursor = Cursor.read_all(frame.get("cursor") or {}, at_most=MAX_SCOPES)
    listener.client = shape.client_id(frame.get("client"), "client")
    listener.holds = {scope: held.version for scope, held in cursor.items()}
    listener.stored = dict(cursor)
    return write("ok", now=now_ms())


def _at(listener: Listener, frame: Frame) -> str:
    said = dict(_place(pair) for pair in shape.items(frame.get("s"), "s", at_most=MAX_SCOPES))
    if len(listener.holds.keys() | said.keys()) > MAX_SCOPES:
        raise BadEnvelope("s: more scopes than there may be")
    listener.holds |= said
    listener.stored |= {scope: Cursor(0, version) for scope, version in said.items()}
    return ""


def _place(pair: object) -> tuple[int, int]:
    match pair:
        case [scope, version]:
            return shape.whole(scope, "s", at_least=1), shape.whole(version, "s")
    raise BadEnvelope("s: expected [scope, version]")


def _heartbeat(_listener: Listener, _frame: Frame) -> str:
    return write("hb", now=now_ms())


def _unknown(_listener: Listener, _frame: Frame) -> str:
    return write("error", code="unknown")


#: Every frame a device may send; the policy table has a row for each.
_HANDLERS: Mapping[str, Callable[[Listener, Frame], str]] = {
    "hello": _hello,
    "at": _at,
    "hb": _heartbeat,
}
KINDS = tuple(_HANDLERS)

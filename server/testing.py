"""A door for tests only (`PASSERELLE_TEST=1`): move the clock of the server."""

from __future__ import annotations

from flask import Blueprint, request

from server.kernel.clock import move_clock, now_ms
from server.kernel.errors import Invalid

blueprint = Blueprint("testing", __name__)


@blueprint.post("/api/test/clock")
def set_clock() -> dict[str, int]:
    """Shift the clock by `offset_ms`, and tell what time it has become."""
    body = request.get_json()
    if not isinstance(body, dict) or type(body.get("offset_ms")) is not int:
        raise Invalid()
    move_clock(body["offset_ms"])
    return {"now": now_ms()}

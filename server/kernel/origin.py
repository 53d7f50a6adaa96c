"""The one guard against forged requests: a write must come from a page of ours.

Cookies are SameSite=Lax; every method but GET, and the opening of a socket, must also carry the
Origin of a page we served. Nothing else is needed, and no token has to be handed to the page.
"""

from __future__ import annotations

from flask import Flask, current_app, request

from server.config import Config

from .errors import Refused

_READS = frozenset({"GET", "HEAD", "OPTIONS"})


def init_origin(app: Flask) -> None:
    """Refuse every write that does not come from a page of ours."""
    app.before_request(_guard_writes)


def require_origin() -> None:
    """Refuse a request whose Origin is missing or foreign. Raises Refused (`origin`)."""
    config: Config = current_app.config["PASSERELLE"]
    if request.headers.get("Origin") not in config.origins:
        raise Refused("origin")


def _guard_writes() -> None:
    if request.method not in _READS:
        require_origin()

"""What a proxy or a script asks of this process."""

from __future__ import annotations

from flask import Blueprint
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.fixtures.demo import require_filled
from server.kernel.database import write_session
from server.kernel.errors import Unavailable

blueprint = Blueprint("health", __name__)
RETRY_SECONDS = 5


@blueprint.get("/healthz")
def healthz() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "up"}


@blueprint.get("/readyz")
def readyz() -> dict[str, str]:
    """Say that a write commits and that the demo, where there is one, is filled.

    Raises Unavailable otherwise.
    """
    try:
        require_filled()
        with write_session() as session:
            session.execute(text("UPDATE incarnation SET token = token"))
            session.commit()
    except SQLAlchemyError as error:
        raise Unavailable(retry_after=RETRY_SECONDS) from error
    return {"status": "ready"}

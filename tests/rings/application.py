"""The application as a story needs it: in memory, without sockets, its database within reach."""

from __future__ import annotations

import io
import sqlite3
import sys
from pathlib import Path
from typing import Any, cast

from flask import Flask
from sqlalchemy import Engine

from server import create_app
from server.config import Config
from server.extensions import db

ORIGIN = "http://localhost:8000"


def make_application(folder: Path) -> Flask:
    """Make an application on an empty database in memory."""
    # No pace is set here: it is measured in real time, and a story takes none.
    return create_app(
        Config(origin=ORIGIN, data=folder, database_url="sqlite://", test=True, sync_rate=0)
    )


def share_database(app: Flask, other: Flask) -> None:
    """Let two applications work on the first one's database."""
    with app.app_context():
        shared = db.engine
    with other.app_context():
        db.engine.dispose()
        cast(dict[str | None, Engine], db.engines)[None] = shared


def database(app: Flask) -> sqlite3.Connection:
    """Give the one connection of a database in memory."""
    with app.app_context():
        connection = db.engine.raw_connection()
        try:
            found = connection.driver_connection
            assert isinstance(found, sqlite3.Connection)
            return found
        finally:
            connection.close()


def post(app: Flask, cookie: str, body: bytes) -> tuple[int, bytes]:
    """Answer one sync request, through the door that a web server uses."""
    status: list[str] = []
    environ = {**_ENVIRON, "HTTP_COOKIE": cookie, "CONTENT_LENGTH": str(len(body))}
    environ["wsgi.input"] = io.BytesIO(body)
    answer = app.wsgi_app(environ, lambda line, *_: status.append(line))  # type: ignore[arg-type]
    raw = b"".join(answer)
    return int(status[0][:3]), raw


_ENVIRON: dict[str, Any] = {
    "REQUEST_METHOD": "POST",
    "SCRIPT_NAME": "",
    "PATH_INFO": "/api/sync/1",
    "QUERY_STRING": "",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "8000",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_HOST": "localhost:8000",
    "HTTP_ORIGIN": ORIGIN,
    "CONTENT_TYPE": "application/json",
    "REMOTE_ADDR": "127.0.0.1",
    "wsgi.version": (1, 0),
    "wsgi.url_scheme": "http",
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": False,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}

"""The application of a story: in memory, restarted and killed at will, the same at each start."""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from flask import Flask
from sqlalchemy import Engine, event

from server import create_app
from server.config import Config
from server.extensions import db
from server.identity.models import Account
from server.identity.sessions import open_session
from server.kernel import live
from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work
from server.messaging.operations import send_message
from tests.devices.device import Device
from tests.devices.shelf import Json, Key, Shelf
from tests.factories import COOKIE, World, make_world

from .chance import told_again

ORIGIN = "http://localhost:8000"


class Killed(BaseException):
    """The process is gone: no handler of the application may catch this."""


class Witness:
    """A live channel that writes down every version announced, scope by scope."""

    def __init__(self) -> None:
        self.versions: dict[int, list[int]] = {}

    def changed(self, changes: Sequence[live.Change]) -> None:
        """Note the versions of one commit."""
        for change in changes:
            self.versions.setdefault(change.scope_id, []).append(change.v)

    def goodbye(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        """Sockets are not part of these stories."""


@dataclass(frozen=True)
class Dawn:
    """Rows and cursors of a device that has just synced."""

    base: dict[int, dict[Key, Json]]
    cursors: dict[int, list[int]]

    def copy_to(self, shelf: Shelf) -> None:
        """Let another device start from the same rows."""
        shelf.base.update({scope: dict(rows) for scope, rows in self.base.items()})
        shelf.cursors.update(self.cursors)


@dataclass
class Stage:
    """The server and its people. `reset` brings back the morning of the first day.

    Two applications share one database and take turns: starting one costs more than a story.
    """

    app: Flask
    other: Flask
    world: World
    morning: sqlite3.Connection
    #: What each application holds before its first request.
    fresh: dict[Flask, dict[str, Any]]
    witness: Witness = field(default_factory=Witness)
    #: What each person's devices hold when a story begins.
    dawn: dict[str, Dawn] = field(default_factory=dict)
    commits_left: int = -1

    @classmethod
    def build(cls, folder: Path) -> Stage:
        """Make the applications and their people once."""
        app, other = _application(folder), _application(folder)
        _share_database(app, other)
        fresh = {one: dict(one.extensions) for one in (app, other)}
        with told_again(0), app.app_context():
            db.create_all()
            world = make_world(app)
            _talk(world)
            morning = sqlite3.connect(":memory:", check_same_thread=False)
            _database(app).backup(morning)
        stage = cls(app, other, world, morning, fresh)
        stage._watch()
        for person in (world.nadia, world.marc, world.stranger, world.karim, world.ines):
            stage.dawn[person.id] = stage._first_sync(person)
        return stage

    def _first_sync(self, person: Actor) -> Dawn:
        with told_again(0) as (time, random):
            self.reset()
            cookie = self.sign_in(person)
            device = Device(
                person.name,
                exchange=lambda sent: self.post(cookie, sent.body),
                clock=lambda: time.now,
                random=random,
            )
            device.settle()
        return Dawn(device.shelf.base, device.shelf.cursors)

    def reset(self) -> None:
        """Forget the last story, even one that broke in the middle."""
        self.witness = Witness()
        self.restart()
        self.morning.backup(_database(self.app))

    def restart(self) -> None:
        """Stop the process and start another on what was committed."""
        _database(self.app).rollback()  # what a dead process leaves undone
        self.app, self.other = self.other, self.app
        self.app.extensions = dict(self.fresh[self.app])  # what the process remembered is gone
        self.world.app = self.app
        live.plug(self.witness)
        self.commits_left = -1

    def sign_in(self, person: Actor) -> str:
        """Open a session for somebody; give their cookie."""
        with self.app.app_context(), unit_of_work(by=person) as uow:
            account = uow.session.get_one(Account, person.id)
            return f"{COOKIE}={open_session(uow, account, label='Ring').token}"

    def versions(self) -> dict[int, int]:
        """Give the present version of each scope."""
        return dict(_database(self.app).execute("SELECT id, version FROM scope").fetchall())

    def readable(self, at: int) -> dict[str, set[int]]:
        """Give the scopes each person may read at that instant."""
        query = "SELECT user_id, scope_id FROM scope_grant WHERE until_at IS NULL OR until_at > ?"
        found: dict[str, set[int]] = {}
        for person, scope in _database(self.app).execute(query, (at,)):
            found.setdefault(person, set()).add(scope)
        return found

    def post(self, cookie: str, body: bytes) -> tuple[int, bytes]:
        """Answer one request. Raises Killed if the process was told to die in it."""
        status: list[str] = []
        environ = {**_ENVIRON, "HTTP_COOKIE": cookie, "CONTENT_LENGTH": str(len(body))}
        environ["wsgi.input"] = io.BytesIO(body)
        answer = self.app.wsgi_app(environ, lambda line, *_: status.append(line))  # type: ignore[arg-type]
        raw = b"".join(answer)
        return int(status[0][:3]), raw

    def _watch(self) -> None:
        with self.app.app_context():
            event.listen(db.engine, "commit", lambda _connection: self._count_commit())

    def _count_commit(self) -> None:
        if self.commits_left == 0:
            raise Killed
        self.commits_left -= 1


def _talk(world: World) -> None:
    """Give Karim's thread a past long enough to need several small pages."""
    scope = world.dossier(world.karim)
    for number in range(8):
        by = (world.karim, world.nadia)[number % 2]
        text = f"past words {number} about <{world.karim.id}>" + "." * 2_200
        with unit_of_work(by=by, scopes=[scope]) as uow:
            send_message(
                uow,
                by=by,
                thread_id=world.karim.id,
                message_id=new_id(),
                text=text,
                edit=server_edit(uow.at),
            )


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


def _application(folder: Path) -> Flask:
    # No pace is set here: it is measured in real time, and a story takes none.
    return create_app(
        Config(origin=ORIGIN, data=folder, database_url="sqlite://", test=True, sync_rate=0)
    )


def _share_database(app: Flask, other: Flask) -> None:
    with app.app_context():
        database = db.engine
    with other.app_context():
        db.engine.dispose()
        cast(dict[str | None, Engine], db.engines)[None] = database


def _database(app: Flask) -> sqlite3.Connection:
    with app.app_context():
        connection = db.engine.raw_connection()
        try:
            found = connection.driver_connection
            assert isinstance(found, sqlite3.Connection)
            return found
        finally:
            connection.close()

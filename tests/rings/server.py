"""The server of a story: restarted and killed at will, the same at each start."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event

from server.extensions import db
from server.identity.models import Account
from server.identity.sessions import open_session
from server.kernel import live
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work
from tests.devices.device import Device
from tests.devices.shelf import Json, Key, Shelf
from tests.factories import COOKIE, World, make_world

from .application import database, make_application, post, share_database
from .chance import told_again
from .past import add_lea, write_past


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
    lea: Actor
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
        app, other = make_application(folder), make_application(folder)
        share_database(app, other)
        fresh = {one: dict(one.extensions) for one in (app, other)}
        with told_again(0), app.app_context():
            db.create_all()
            world = make_world(app)
            lea = add_lea(world)
            write_past(world, lea)
            morning = sqlite3.connect(":memory:", check_same_thread=False)
            database(app).backup(morning)
        stage = cls(app, other, world, lea, morning, fresh)
        stage._watch()
        for person in stage.people.values():
            stage.dawn[person.id] = stage._first_sync(person)
        return stage

    @property
    def people(self) -> dict[str, Actor]:
        """Everybody who may have a device in a story."""
        world = self.world
        advisors = {"nadia": world.nadia, "marc": world.marc, "stranger": world.stranger}
        return advisors | self.young_people

    @property
    def young_people(self) -> dict[str, Actor]:
        """Everybody who has a dossier: Karim and Léa are followed by Nadia, Inès by Marc."""
        return {"karim": self.world.karim, "lea": self.lea, "ines": self.world.ines}

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
        self.morning.backup(database(self.app))

    def restart(self) -> None:
        """Stop the process and start another on what was committed."""
        database(self.app).rollback()  # what a dead process leaves undone
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
        return dict(database(self.app).execute("SELECT id, version FROM scope").fetchall())

    def readable(self, at: int) -> dict[str, set[int]]:
        """Give the scopes each person may read at that instant."""
        query = "SELECT user_id, scope_id FROM scope_grant WHERE until_at IS NULL OR until_at > ?"
        found: dict[str, set[int]] = {}
        for person, scope in database(self.app).execute(query, (at,)):
            found.setdefault(person, set()).add(scope)
        return found

    def post(self, cookie: str, body: bytes) -> tuple[int, bytes]:
        """Answer one request. Raises Killed if the process was told to die in it."""
        return post(self.app, cookie, body)

    def _watch(self) -> None:
        with self.app.app_context():
            event.listen(db.engine, "commit", lambda _connection: self._count_commit())

    def _count_commit(self) -> None:
        if self.commits_left == 0:
            raise Killed
        self.commits_left -= 1

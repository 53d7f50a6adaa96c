"""A real server in a process of its own, with the people of the tests in its database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from server import create_app
from server.config import Config
from server.extensions import db
from server.identity.models import Account
from server.identity.sessions import open_session
from server.kernel.clock import now_ms
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work
from tests import services
from tests.factories import World, make_world

ROOT = Path(__file__).parents[3]
Json = dict[str, Any]


@dataclass
class Served:
    """The same database served by one or several processes."""

    world: World
    ports: list[int]
    #: The origin every process believes in.
    origin: str
    #: The serving worker of each process.
    pids: list[int]

    def open_files(self) -> int:
        """Count what the processes that serve hold open."""
        return sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in self.pids)

    def sign_in(self, person: Actor) -> str:
        """Open a session and give its cookie."""
        with self.world.app.app_context(), unit_of_work(by=person) as uow:
            opened = open_session(uow, uow.session.get_one(Account, person.id), label="Test")
        return f"passerelle={opened.token}"

    def post(self, path: str, body: Json, cookie: str, *, port: int = 0) -> Json:
        """Send one request to one of the processes."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{port or self.ports[0]}{path}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Cookie": cookie, "Origin": self.origin},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            found: Json = json.load(answer)
            return found

    def push(self, scope: int, cookie: str, *intents: Json, client: str = "b" * 32) -> Json:
        """Push one slice from a device."""
        body = {
            "proto": 1,
            "app": "1",
            "client": client,
            "inc": None,
            "sent_at": now_ms(),
            "push": [{"s": scope, "m": list(intents)}],
        }
        return self.post("/api/sync/1", body, cookie)

    def cursor(self, cookie: str) -> Json:
        """Pull everything and give the cursor a device then holds."""
        body = {"proto": 1, "app": "1", "client": "c" * 32, "inc": None, "sent_at": 0}
        answer = self.post("/api/sync/1", {**body, "pull": {"cursor": {}}}, cookie)
        return {str(e["s"]): [e["epoch"], e["to"]] for e in answer["pull"]["scopes"]}

    def connect(self, cookie: str, *, port: int = 0, origin: str | None = None) -> ClientConnection:
        """Open a socket as a browser does."""
        return connect(
            f"ws://127.0.0.1:{port or self.ports[0]}/api/sync/1/live",
            additional_headers={"Cookie": cookie},
            origin=Origin(origin or self.origin),
        )


Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start the application on a fresh database; `processes` and `redis_url` may be given."""
    with ExitStack() as stack:

        def start(*, processes: int = 1, redis_url: str = "") -> Served:
            ports = [services.free_port() for _ in range(processes)]
            origin = f"http://localhost:{ports[0]}"
            world = stack.enter_context(_world(Config(origin=origin, data=tmp_path)))
            pids = [
                stack.enter_context(_process(tmp_path, port, origin, redis_url)) for port in ports
            ]
            return Served(world, ports, origin, pids)

        yield start


@contextmanager
def _world(config: Config) -> Iterator[World]:
    app = create_app(config)
    with app.app_context():
        db.create_all()
        world = make_world(app)
    yield world
    with app.app_context():
        db.engine.dispose()


def _worker_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    while not (found := children.read_text().split()):
        time.sleep(0.05)
    return int(found[0])


@contextmanager
def _process(data: Path, port: int, origin: str, redis_url: str) -> Iterator[int]:
    command = [sys.executable, "-m", "gunicorn", "-k", "gevent", "-w", "1"]
    options = ["--no-control-socket", "--graceful-timeout", "1", "--log-level", "warning"]
    settings = {
        "PASSERELLE_DATA": str(data),
        "PASSERELLE_ORIGIN": origin,
        "PASSERELLE_DEMO": "0",
        "REDIS_URL": redis_url,
        "DATABASE_URL": "",
    }
    with (data / f"server-{port}.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *options, "-b", f"127.0.0.1:{port}", "server:create_app()"],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=log,
            stderr=log,
        )
        try:
            services.wait_for(port)
            yield _worker_of(process.pid)
        finally:
            process.terminate()
            process.wait(10)

"""Where figures are taken: a database with people in it, served by real processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from server import create_app
from server.config import Config
from server.extensions import db
from server.identity.models import Account
from server.identity.sessions import open_session
from server.kernel.policy import Actor
from server.kernel.unit_of_work import unit_of_work
from tests import services
from tests.factories import World, make_world

ROOT = Path(__file__).parents[2]


@dataclass
class Ground:
    """One served database."""

    app: Flask
    world: World
    port: int
    pid: int

    def cookie(self, person: Actor) -> str:
        """Sign somebody in and give the cookie."""
        with self.app.app_context(), unit_of_work(by=person) as uow:
            opened = open_session(uow, uow.session.get_one(Account, person.id), label="Bench")
        return f"passerelle={opened.token}"

    @property
    def origin(self) -> str:
        """The origin the server believes in."""
        return f"http://localhost:{self.port}"


@contextmanager
def served(*, database_url: str = "", workers: int = 1) -> Iterator[Ground]:
    """Make people in a fresh database and serve it; SQLite unless an address is given."""
    with tempfile.TemporaryDirectory(prefix="passerelle-bench-") as folder:
        port = services.free_port()
        config = Config(
            origin=f"http://localhost:{port}", data=Path(folder), database_url=database_url
        )
        app = create_app(config)
        with app.app_context():
            db.drop_all()
            db.create_all()
            world = make_world(app)
        with _processes(config, port, workers) as pid:
            yield Ground(app, world, port, pid)
        with app.app_context():
            db.engine.dispose()


@contextmanager
def _processes(config: Config, port: int, workers: int) -> Iterator[int]:
    settings = {
        "PASSERELLE_DATA": str(config.data),
        "PASSERELLE_ORIGIN": config.origin,
        "PASSERELLE_DEMO": "0",
        "PASSERELLE_SYNC_RATE": "0",
        "DATABASE_URL": config.database_url,
        "REDIS_URL": "",
    }
    command = [sys.executable, "-m", "gunicorn", "-k", "gevent", "-w", str(workers)]
    options = ["--no-control-socket", "--graceful-timeout", "1", "--log-level", "warning"]
    process = subprocess.Popen(
        [*command, *options, "-b", f"127.0.0.1:{port}", "server:create_app()"],
        cwd=ROOT,
        env={**os.environ, **settings},
    )
    try:
        services.wait_for(port)
        time.sleep(1.5)  # every worker has loaded the application
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)

"""The real server in a process of its own, on a copy of the filled demo."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from server import create_app
from server.config import Config
from server.extensions import db
from tests.services import free_port

ROOT = Path(__file__).resolve().parents[2]
#: The build under test; another one may be chosen.
DIST = Path(os.environ.get("E2E_BUILD_DIR", ROOT / "pwa" / "dist"))


def environment(data: Path, origin: str, build_dir: Path) -> dict[str, str]:
    """Give the settings of an embedded server on that data, in test mode."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL") and not name.startswith("PASSERELLE_")
    }
    return kept | {
        "PASSERELLE_DATA": str(data),
        "PASSERELLE_ORIGIN": origin,
        "PASSERELLE_DEMO": "small",
        "PASSERELLE_TEST": "1",
        "E2E_BUILD_DIR": str(build_dir),
    }


def flask(data: Path, *command: str) -> None:
    """Run one of our commands on that data. Raises AssertionError with what it said if it fails."""
    app = create_app(Config(data=data, demo="small", test=True))
    with app.app_context():
        done = app.test_cli_runner().invoke(args=command)
        db.engine.dispose()
    assert done.exit_code == 0, f"{done.output}{done.exception!r}"


@dataclass(frozen=True)
class Template:
    """What every server starts from: filled data, and the build as it was when the run began."""

    data: Path
    build_dir: Path


@dataclass
class Server:
    """One server process. It may be stopped, killed, frozen and started again on the same data."""

    data: Path
    build_dir: Path
    #: Where people reach it when something stands in between.
    public_port: int | None = None
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @classmethod
    def on_copy_of(cls, template: Template, data: Path) -> Server:
        """Prepare a server on its own copy of filled data."""
        shutil.copytree(template.data, data)
        return cls(data, template.build_dir)

    @property
    def origin(self) -> str:
        """The address of the application."""
        return f"http://localhost:{self.public_port or self.port}"

    def start(self) -> Server:
        """Start and return when the server is ready to commit."""
        command = [sys.executable, "-m", "gunicorn", "--worker-class", "gevent", "--workers", "1"]
        options = ["--graceful-timeout", "1", "--no-control-socket", "--log-level", "warning"]
        with (self.data / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *command,
                    *options,
                    "--bind",
                    f"127.0.0.1:{self.port}",
                    "tests.e2e.application:make()",
                ],
                cwd=ROOT,
                env=environment(self.data, self.origin, self.build_dir),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_ready()
        return self

    def stop(self) -> None:
        """Ask the server to end, as a restart of the machine would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server in the middle of whatever it does."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Stop the server's heart: connections stay open and silent."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def log(self) -> str:
        """Give what the server said."""
        return (self.data / "server.log").read_text(encoding="utf-8", errors="replace")

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._signal(how)
            self._process.wait(15)
            self._process = None

    def _signal(self, what: signal.Signals) -> None:
        assert self._process is not None, "the server does not run"
        os.killpg(self._process.pid, what)

    def _wait_until_ready(self, seconds: float = 30) -> None:
        assert self._process is not None
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self._process.poll() is None:
            if _is_ready(self.port):
                return
            time.sleep(0.05)
        raise RuntimeError(f"the server does not come up:\n{self.log()[-3000:]}")


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()

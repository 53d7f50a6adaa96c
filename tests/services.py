"""Real PostgreSQL and Redis for the tests: private, on free ports, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """Give a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / name).exists():
            return str(folder / name)
    raise RuntimeError(f"{name} is missing: run ./scripts/setup --tests, or install it")


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[str]:
    """Run a private PostgreSQL; give its SQLAlchemy address. `durable` waits for the disk."""
    folder = tempfile.mkdtemp(prefix="passerelle-pg-")
    user = "postgres" if os.geteuid() == 0 else ""
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    port = free_port()
    data = f"{folder}/data"
    _as(user, [_program("initdb"), "-A", "trust", "-N", "-U", "postgres", "-D", data])
    options = (
        f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync={'on' if durable else 'off'}"
    )
    options += " -c max_connections=200 -c shared_buffers=64MB"
    control = _program("pg_ctl")
    _as(user, [control, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start"])
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        _as(user, [control, "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _as(user: str, command: list[str]) -> None:
    prefix = ["setpriv", f"--reuid={user}", "--regid=postgres", "--clear-groups"] if user else []
    done = subprocess.run([*prefix, *command], capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")


@contextmanager
def redis() -> Iterator[str]:
    """Run a private Redis; give its address."""
    port = free_port()
    process = subprocess.Popen(
        [_program("redis-server"), "--port", str(port), "--save", "", "--bind", "127.0.0.1"],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def wait_for(port: int, seconds: float = 20) -> None:
    """Return once something listens on that port of the loopback. Raises RuntimeError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing answers on port {port}")

"""Serve on this machine until Ctrl-C, and say when it is ready and who can sign in."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

#: localhost may mean either; the second only where the machine speaks IPv6.
LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
ROLES = {"advisor": "advisor", "young_person": "young person"}


def free_addresses(port: int) -> list[str]:
    """Give the loopback addresses to listen on; exit when another program holds the port."""
    addresses = []
    for family, host in LOOPBACKS:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE or family == socket.AF_INET:
                sys.exit(
                    f"Port {port} is not free. The same command with PORT={free_port(port)} works."
                )
            continue
        addresses.append(f"{host}:{port}" if family == socket.AF_INET else f"[{host}]:{port}")
    return addresses


def free_port(after: int) -> int:
    """Give the next port nobody listens on."""
    for port in range(after + 1, 65_536):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    sys.exit("No port is free.")


def start(addresses: list[str]) -> subprocess.Popen[bytes]:
    """Start the one gevent worker of the embedded installation."""
    binds = [part for address in addresses for part in ("--bind", address)]
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gevent", "--workers", "1"]
    options = ["--graceful-timeout", "3", "--no-control-socket", "--log-level", "warning"]
    return subprocess.Popen([*command, *options, *binds, "server:create_app()"])


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when /readyz says yes; exit when the server died first."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit(server.returncode or 1)


def announce(origin: str, demo: Path) -> None:
    """Print where to go, and who may go in."""
    print(f"Passerelle is ready on {origin}", flush=True)
    if os.environ["PASSERELLE_DEMO"] == "0" or not demo.is_file():
        names = ("PASSERELLE_DATA", "PASSERELLE_ORIGIN", "DATABASE_URL")
        given = " ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
        print("No demo. The first person's link comes from:")
        print(f"  {given} .venv/bin/flask --app server create-structure --help")
    else:
        if "://localhost" in origin:
            twin = origin.replace("://localhost", "://127.0.0.1")
            print(f"A second person, in the same browser, signs in on {twin}")
        print(f"Who can sign in, without password (everybody is in {demo}):")
        for persona in json.loads(demo.read_text())["personas"][:4]:
            print(f"  {persona['name']}, {ROLES.get(persona['role'], persona['role'])}")
    sys.stdout.flush()


def main() -> int:
    """Run until the server stops, or until this process is asked to."""
    port = int(os.environ["PORT"])
    addresses = free_addresses(port)
    if "--check" in sys.argv:
        return 0
    server = start(addresses)
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: server.terminate())
    wait_until_ready(server, port)
    announce(os.environ["PASSERELLE_ORIGIN"], Path(os.environ["PASSERELLE_DATA"]) / "demo.json")
    return max(server.wait(), 0)


if __name__ == "__main__":
    sys.exit(main())

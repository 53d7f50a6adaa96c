"""The processes of one browser profile: found by its path, killed like a dead battery."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path


def _using(profile: Path) -> list[int]:
    """List the processes started with this profile folder."""
    wanted = str(profile).encode()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            if wanted in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


def kill_profile(profile: Path) -> None:
    """Stop every process of a profile at once, without a word; return when they are gone."""
    found = _using(profile)
    if not found:
        raise RuntimeError(f"no browser runs with {profile}")
    deadline = time.monotonic() + 10
    while found and time.monotonic() < deadline:
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
        found = _using(profile)
    if found:
        raise RuntimeError(f"these processes outlived SIGKILL: {found}")

"""A wrong setting is refused in a sentence that names it, before anything is written."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from server.config import PROJECT_ROOT, WrongSetting, read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "80000"),
        ("PORT", "0"),
        ("PASSERELLE_ORIGIN", "example.org"),
        ("PASSERELLE_ORIGIN", "https://example.org/path"),
        ("PASSERELLE_DEMO", "medium"),
        ("PASSERELLE_PROXIES", "x"),
        ("PASSERELLE_PROXIES", "-1"),
        ("PASSERELLE_SYNC_RATE", "fast"),
        ("DATABASE_URL", "mysql://x"),
        ("REDIS_URL", "nonsense"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=name) as refused:
        read({name: value})
    assert f"« {value} »" in str(refused.value)


def test_the_settings_of_the_readme_are_right() -> None:
    config = read(
        {
            "PORT": "8001",
            "PASSERELLE_DEMO": "small",
            "DATABASE_URL": "postgresql://user@host/name",
            "REDIS_URL": "redis://host:6379/0",
            "PASSERELLE_PROXIES": "1",
        }
    )
    assert config.origin == "http://localhost:8001"
    assert read({"PASSERELLE_ORIGIN": "https://cej.example.org/"}).origin.endswith(".org")


def test_a_busy_port_is_refused_with_one_that_is_free_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        settings = {"PORT": port, "PASSERELLE_DATA": str(tmp_path / "data")}
        refused = subprocess.run(
            [sys.executable, PROJECT_ROOT / "scripts" / "serve.py", "--check"],
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            check=False,
        )
    assert refused.returncode == 1
    assert f"Port {port} is not free" in refused.stderr
    assert not (tmp_path / "data").exists()

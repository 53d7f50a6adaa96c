"""Every setting of the application, read once from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PRODUCT = "Passerelle"
PROJECT_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Config:
    """What a deployer decides. Defaults are the embedded ones: SQLite, no Redis, full demo."""

    origin: str = "http://localhost:8000"
    #: Folder for the database, demo.json and everything else that is written.
    data: Path = PROJECT_ROOT / "var"
    database_url: str = ""
    redis_url: str = ""
    #: "full", "small" or "0".
    demo: str = "0"
    #: Allows a movable clock; never set it where real people write.
    test: bool = False
    #: Oldest client build (YYYY.MM.N) that may still pull; older ones may only push.
    oldest_pull: str = "0"
    #: Exchanges a second one person may make, with ten seconds' worth at once; 0 for no limit.
    sync_rate: int = 20
    #: Number of reverse proxies whose X-Forwarded-For is believed.
    proxies: int = 0
    build_dir: Path = PROJECT_ROOT / "pwa" / "dist"

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database; SQLite in the data folder by default."""
        return normal_database_url(self.database_url) or f"sqlite:///{self.data / 'passerelle.db'}"

    @property
    def is_demo(self) -> bool:
        """True when personas may sign in without a password."""
        return self.demo in ("full", "small")

    @property
    def origins(self) -> tuple[str, ...]:
        """Origins whose writes are accepted; the demo adds the 127.0.0.1 twin, a second jar."""
        if not self.is_demo or "://localhost" not in self.origin:
            return (self.origin,)
        return (self.origin, self.origin.replace("://localhost", "://127.0.0.1"))

    @property
    def is_secure(self) -> bool:
        """True when people reach the application over https."""
        return self.origin.startswith("https://")


def normal_database_url(url: str) -> str:
    """Name psycopg 3 as the driver of a bare PostgreSQL address."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


class WrongSetting(ValueError):
    """A variable holds what it cannot take; the message names it and says what it takes."""


def from_environment() -> Config:
    """Read the settings a deployer gave; see README for their meaning. Exits on a wrong one."""
    try:
        return read(os.environ)
    except WrongSetting as wrong:
        raise SystemExit(str(wrong)) from wrong


def read(env: Mapping[str, str]) -> Config:
    """Read the settings from these variables. Raises WrongSetting."""
    port = _number(env, "PORT", "8000", at_least=1, at_most=65_535)
    origin = env.get("PASSERELLE_ORIGIN") or f"http://localhost:{port}"
    return Config(
        origin=_matching("PASSERELLE_ORIGIN", origin.rstrip("/"), _ORIGIN, "https://a.name"),
        data=Path(env.get("PASSERELLE_DATA") or PROJECT_ROOT / "var").resolve(),
        database_url=_matching(
            "DATABASE_URL", env.get("DATABASE_URL", ""), _DATABASE, "postgresql://user@host/name"
        ),
        redis_url=_matching("REDIS_URL", env.get("REDIS_URL", ""), _REDIS, "redis://host:6379/0"),
        demo=_matching("PASSERELLE_DEMO", env.get("PASSERELLE_DEMO", "0"), _DEMO, "full, small, 0"),
        test=env.get("PASSERELLE_TEST") == "1",
        oldest_pull=env.get("PASSERELLE_OLDEST_PULL", "0"),
        sync_rate=_number(env, "PASSERELLE_SYNC_RATE", "20"),
        proxies=_number(env, "PASSERELLE_PROXIES", "0", at_most=10),
    )


_ORIGIN = r"https?://[^/\s?#]+"
_DATABASE = r"|(sqlite|postgres|postgresql|postgresql\+psycopg)://\S+"
_REDIS = r"|(rediss?|unix)://\S+"
_DEMO = r"full|small|0"


def _matching(name: str, value: str, shape: str, example: str) -> str:
    if not re.fullmatch(shape, value):
        raise WrongSetting(f"{name} cannot be « {value} ». It takes, for example: {example}")
    return value


def _number(
    env: Mapping[str, str], name: str, default: str, *, at_least: int = 0, at_most: int = 1_000_000
) -> int:
    value = env.get(name) or default
    if not (value.isascii() and value.isdigit() and at_least <= int(value) <= at_most):
        raise WrongSetting(
            f"{name} cannot be « {value} ». It takes a number from {at_least} to {at_most}."
        )
    return int(value)


if __name__ == "__main__":
    from_environment()  # `python server/config.py` says whether the settings are right

"""Every setting of the application, read once from the environment."""

from __future__ import annotations

import os
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


def from_environment() -> Config:
    """Read the settings a deployer gave; see README for their meaning."""
    env = os.environ
    port = env.get("PORT", "8000")
    return Config(
        origin=env.get("PASSERELLE_ORIGIN", f"http://localhost:{port}").rstrip("/"),
        data=Path(env.get("PASSERELLE_DATA", str(PROJECT_ROOT / "var"))).resolve(),
        database_url=env.get("DATABASE_URL", ""),
        redis_url=env.get("REDIS_URL", ""),
        demo=env.get("PASSERELLE_DEMO", "0"),
        test=env.get("PASSERELLE_TEST") == "1",
        oldest_pull=env.get("PASSERELLE_OLDEST_PULL", "0"),
        sync_rate=int(env.get("PASSERELLE_SYNC_RATE", "20")),
        proxies=int(env.get("PASSERELLE_PROXIES", "0")),
    )

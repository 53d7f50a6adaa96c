"""A headless device: keeps one connection, speaks the wire and nothing else."""

from __future__ import annotations

import gzip
import http.client
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from server.kernel.ids import new_id

Json = dict[str, Any]
GZIP_ABOVE_BYTES = 1_000


def now() -> int:
    """Give the present instant in milliseconds."""
    return int(time.time() * 1000)


@dataclass
class Exchange:
    """One answer, with what it weighed on the wire."""

    body: Json
    sent_bytes: int
    received_bytes: int
    seconds: float


@dataclass
class Headless:
    """One device of one person."""

    port: int
    origin: str
    cookie: str
    client: str = field(default_factory=lambda: secrets.token_hex(16))
    n: int = 0

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def post(self, **half: Any) -> Exchange:
        """Send one exchange, compressed as a browser would."""
        raw = json.dumps(
            {
                "proto": 1,
                "app": "2026.11.1",
                "client": self.client,
                "inc": None,
                "sent_at": now(),
                **half,
            },
            separators=(",", ":"),
        ).encode()
        headers = {"Cookie": self.cookie, "Origin": self.origin, "Accept-Encoding": "gzip"}
        headers["Content-Type"] = "application/json"
        if len(raw) > GZIP_ABOVE_BYTES:
            raw = gzip.compress(raw, 6)
            headers["Content-Encoding"] = "gzip"
        start = time.perf_counter()
        self._connection.request("POST", "/api/sync/1", raw, headers)
        answer = self._connection.getresponse()
        received = answer.read()
        seconds = time.perf_counter() - start
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {received[:300]!r}")
        plain = gzip.decompress(received) if answer.headers["Content-Encoding"] else received
        return Exchange(json.loads(plain), len(raw), len(received), seconds)

    def push(self, scope: int, count: int = 1) -> Exchange:
        """Push so many messages in one slice."""
        exchange = self.post(push=[{"s": scope, "m": [self._message() for _ in range(count)]}])
        outcomes = {one["o"] for one in exchange.body["push"][0]["r"]}
        if outcomes != {"applied"}:
            raise RuntimeError(f"not applied: {outcomes}")
        return exchange

    def _message(self) -> Json:
        self.n += 1
        return {
            "n": self.n,
            "u": new_id(),
            "type": "message.send",
            "mv": 1,
            "at": now(),
            "id": new_id(),
            "base": {},
            "set": {"text": "Bonjour, je serai là jeudi à 14 h. Merci pour votre message."},
        }

    def pull_all(self, budget: int = 1_048_576) -> tuple[Json, list[Exchange]]:
        """Pull as a new device does; give the cursor then held and every exchange."""
        cursor: Json = {}
        exchanges: list[Exchange] = []
        more: str | None = None
        while True:
            exchange = self.post(pull={"cursor": cursor, "budget": budget, "more": more})
            exchanges.append(exchange)
            half = exchange.body["pull"]
            for entry in half["scopes"]:
                if not entry["part"]:
                    cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
            more = half["more"]
            if more is None:
                return cursor, exchanges

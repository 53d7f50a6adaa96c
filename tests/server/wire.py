"""One device on the wire: says exactly what a test wants, and shows exactly what came back."""

from __future__ import annotations

import secrets
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.kernel.clock import now_ms
from server.kernel.ids import new_id

ORIGIN = {"Origin": "http://localhost:8000"}
Json = dict[str, Any]


def intent(n: int, type_: str, id_: str | None = None, **values: Any) -> Json:
    """Make intent number `n`; `base` may be given among the values."""
    base = values.pop("base", {})
    at = values.pop("at", now_ms())
    uid = values.pop("u", new_id())
    return {
        "n": n,
        "u": uid,
        "type": type_,
        "mv": values.pop("mv", 1),
        "at": at,
        "id": id_ or new_id(),
        "base": base,
        "set": values,
    }


class Wire:
    """A signed-in browser speaking the protocol by hand."""

    def __init__(self, client: FlaskClient, client_id: str | None = None) -> None:
        self.client = client
        self.client_id = client_id or secrets.token_hex(16)

    def post(self, **half: Any) -> TestResponse:
        """Send one request; `push` and `pull` as on the wire, the envelope is filled in."""
        body = {
            "proto": 1,
            "app": "2026.11.1",
            "client": self.client_id,
            "inc": None,
            "sent_at": now_ms(),
            **half,
        }
        return self.client.post("/api/sync/1", json=body, headers=ORIGIN)

    def push(self, scope: int, *intents: Json) -> list[Json]:
        """Push one slice and give the outcomes."""
        answer = self.post(push=[{"s": scope, "m": list(intents)}])
        assert answer.status_code == 200, answer.text
        outcomes: list[Json] = answer.json["push"][0]["r"]  # type: ignore[index]
        return outcomes

    def pull(self, cursor: Json | None = None, **asked: Any) -> Json:
        """Pull once and give the pull half."""
        answer = self.post(pull={"cursor": cursor or {}, **asked})
        assert answer.status_code == 200, answer.text
        half: Json = answer.json["pull"]  # type: ignore[index]
        return half

    def rows(self, kind: str) -> list[Json]:
        """Give every row of a kind this person may read, as a new device would receive them."""
        found: list[Json] = []
        cursor: Json = {}
        more: str | None = None
        while True:
            half = self.pull(cursor, more=more)
            for entry in half["scopes"]:
                found += [row for row in entry["rows"] if row["k"] == kind]
                if not entry["part"]:
                    cursor[str(entry["s"])] = [entry["epoch"], entry["to"]]
            more = half["more"]
            if more is None:
                return found

"""A well-formed request, to be bent by tests."""

from copy import deepcopy
from typing import Any

INTENT: dict[str, Any] = {
    "n": 41,
    "u": "01926b7e-0000-7000-8000-000000000041",
    "type": "message.send",
    "mv": 1,
    "at": 1_795_423_801_002,
    "id": "01926b7e-0000-7000-8000-0000000000aa",
    "base": {},
    "set": {"text": "Bonjour"},
}
REQUEST: dict[str, Any] = {
    "proto": 1,
    "app": "2026.11.1",
    "client": "7f" * 16,
    "inc": None,
    "sent_at": 1_795_423_870_527,
    "push": [{"s": 17, "m": [INTENT]}],
    "pull": {"cursor": {"17": [3, 203]}, "lanes": [17], "budget": 262_144, "more": None},
}


def bent(path: str, value: object) -> dict[str, Any]:
    """Copy the request with one value replaced: `bent("push.0.m.0.n", 0)`."""
    request = deepcopy(REQUEST)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = request
    for step in way:
        place = place[step]
    place[last] = value
    return request


def without(*keys: str) -> dict[str, Any]:
    """Copy the request without some of its top keys."""
    return {key: deepcopy(value) for key, value in REQUEST.items() if key not in keys}


def slice_of(count: int, *, first: int = 1) -> dict[str, Any]:
    """Make a slice of intents numbered one after the other."""
    return {"s": 17, "m": [{**INTENT, "n": first + i} for i in range(count)]}

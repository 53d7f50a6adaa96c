"""Nobody receives a byte of what they may not read, not even by mistake."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from server.kernel.policy import Actor
from tests.devices.shelf import Json

from .checks import Finding
from .gestures.hands import Hands

_MARK = re.compile(r"<a(\d+)>")


def leaks(
    hands: Hands, young_people: Mapping[str, Actor], person: Actor, readable: set[int], text: str
) -> Iterator[Finding]:
    """Find in a body sent to somebody what they should never be sent."""
    for (kind, owner), scope in hands.scopes.items():
        if scope not in readable and (f'"s":{scope},"epoch"' in text or f"<{kind}{owner}>" in text):
            yield Finding("leaked", f"{person.name} was sent scope {scope}")
    for mark in {int(found) for found in _MARK.findall(text)}:
        if not hands.guests[mark] & readable:
            yield Finding("leaked", f"{person.name} was sent an appointment of others")
    if person.role == "young_person":
        yield from _to_a_young_person(hands, young_people, person, readable, text)


def _to_a_young_person(
    hands: Hands, young_people: Mapping[str, Actor], person: Actor, readable: set[int], text: str
) -> Iterator[Finding]:
    for other in young_people.values():
        last_name = other.name.split()[-1]
        if other.id != person.id and (other.id in text or last_name in text):
            yield Finding("leaked", f"{person.name} was told of {other.name}")
    for (kind, record), scope in hands.ledger.made.items():
        if kind == "appointment" and scope not in readable and record in text:
            yield Finding("leaked", f"{person.name} was told of another participant")
    if '"k":"note"' in text or '"k":"triage"' in text:
        yield Finding("leaked", f"{person.name} was sent the advisors' notes")
    if '"k":"conflict"' in text and any(_is_advisors(row) for row in _rows(json.loads(text))):
        yield Finding("leaked", f"{person.name} was asked what advisors alone decide")


def _rows(body: Json) -> Iterator[Json]:
    for entry in body["pull"].get("scopes", ()):
        yield from entry["rows"]


def _is_advisors(row: Json) -> bool:
    """Tell a conflict about what advisors alone write: anything of appointments but answers."""
    if row["k"] != "conflict" or row["d"]["record"]["k"] != "appointment":
        return False
    return bool(row["d"]["group"] != "answer")

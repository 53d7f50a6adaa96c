"""What the server holds at the end of a story, and what everybody's devices hold of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.kernel.feed import FeedEntry
from server.kernel.policy import Actor
from server.kernel.scopes import Scope
from server.messaging.models import Message
from tests.devices.device import Device
from tests.devices.shelf import Json, Key

from .ledger import Ledger
from .reading import FIELDS, value_of

KINDS = ("lost", "duplicated", "diverged", "leaked")
#: Kinds of record that exist only because somebody made them.
_MADE = ("message", "action", "comment", "appointment", "note")
Rows = dict[int, dict[Key, Json]]


@dataclass(frozen=True)
class Finding:
    """One broken promise: its kind, one of KINDS, and what happened."""

    kind: str
    story: str


@dataclass(frozen=True)
class Truth:
    """What the server holds at the end."""

    rows: Rows
    messages: Sequence[tuple[str, str, int]]
    readable: Mapping[str, set[int]]
    versions: Mapping[int, int]


def read_truth(session: Session, readable: Mapping[str, set[int]]) -> Truth:
    """Read what these people's devices should hold."""
    rows: Rows = {}
    entries = session.execute(
        select(FeedEntry.scope_id, FeedEntry.kind, FeedEntry.id, FeedEntry.v, FeedEntry.doc).where(
            FeedEntry.deleted.is_(False), FeedEntry.scope_id.in_(set().union(*readable.values()))
        )
    )
    for scope, kind, record, v, doc in entries:
        row = {"k": kind, "id": record, "v": v, "d": json.loads(doc)}
        rows.setdefault(scope, {})[kind, record] = row
    messages = session.execute(select(Message.id, Message.thread_id, Message.seq)).all()
    versions = dict(session.execute(select(Scope.id, Scope.version)).all())
    return Truth(rows, [(m, t, s) for m, t, s in messages], readable, versions)


def diverged(
    truth: Truth, devices: Sequence[Device], people: Mapping[str, Actor]
) -> Iterator[Finding]:
    """Everybody holds exactly what the server holds, of exactly what they may read."""
    for device in devices:
        readable = truth.readable[people[device.name].id]
        written = {scope for scope in readable if truth.versions[scope]}
        if device.shelf.cursors.keys() != written:
            yield Finding("diverged", f"{device.name} holds other scopes than it may read")
        for scope in written:
            if device.shelf.base.get(scope, {}) != truth.rows.get(scope, {}):
                yield Finding("diverged", f"{device.name} sees scope {scope} differently")


def apart(truth: Truth) -> Iterator[Finding]:
    """What the participants of an appointment share is the same in all their dossiers."""
    told: dict[str, Json] = {}
    for rows in truth.rows.values():
        for (kind, _), row in rows.items():
            if kind == "appointment":
                shared = {group: value_of(kind, group, row["d"]) for group in FIELDS}
                appointment = row["d"]["appointment"]
                if told.setdefault(appointment, shared) != shared:
                    yield Finding("diverged", f"two dossiers tell appointment {appointment} apart")


def gapless(
    truth: Truth, announced: Mapping[int, list[int]], start: Mapping[int, int]
) -> Iterator[Finding]:
    """Versions were announced one by one, none missing, none twice."""
    for scope, seen in announced.items():
        if seen != list(range(start[scope] + 1, truth.versions[scope] + 1)):
            yield Finding("diverged", f"scope {scope} counted {seen}")


def duplicated(truth: Truth, ledger: Ledger, past: set[Key]) -> Iterator[Finding]:
    """Each record is there once, because somebody made it there; threads have no hole."""
    for scope, rows in truth.rows.items():
        for key in rows:
            if key[0] in _MADE and key not in past and ledger.made.get(key) != scope:
                yield Finding("duplicated", f"nobody made {key[0]} {key[1]} in scope {scope}")
    places = Counter(key for rows in truth.rows.values() for key in rows if key[0] in _MADE)
    for key, count in places.items():
        if count > 1:
            yield Finding("duplicated", f"{key[0]} {key[1]} is there {count} times")
    threads: dict[str, list[int]] = {}
    for message, thread, seq in truth.messages:
        threads.setdefault(thread, []).append(seq)
        if ("message", message) not in past and ("message", message) not in ledger.made:
            yield Finding("duplicated", f"nobody wrote message {message}")
    for thread, seqs in threads.items():
        if sorted(seqs) != list(range(1, len(seqs) + 1)):
            yield Finding("duplicated", f"thread {thread} is numbered {sorted(seqs)}")

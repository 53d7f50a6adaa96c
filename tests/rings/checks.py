"""The invariants of a story, once the faults have stopped and everybody has synced."""

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

from .ledger import Ledger, Words

KINDS = ("lost", "duplicated", "diverged", "leaked")
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


def gapless(
    truth: Truth, announced: Mapping[int, list[int]], start: Mapping[int, int]
) -> Iterator[Finding]:
    """Versions were announced one by one, none missing, none twice."""
    for scope, seen in announced.items():
        if seen != list(range(start[scope] + 1, truth.versions[scope] + 1)):
            yield Finding("diverged", f"scope {scope} counted {seen}")


def duplicated(truth: Truth, ledger: Ledger, past: set[str]) -> Iterator[Finding]:
    """Each message is there once, because somebody wrote it, in a thread without hole."""
    for message, count in Counter(message for message, _, _ in truth.messages).items():
        if count > 1 or not (message in ledger.words or message in past):
            yield Finding("duplicated", f"message {message} is there {count} times")
    threads: dict[str, list[int]] = {}
    for _, thread, seq in truth.messages:
        threads.setdefault(thread, []).append(seq)
    for thread, seqs in threads.items():
        if sorted(seqs) != list(range(1, len(seqs) + 1)):
            yield Finding("duplicated", f"thread {thread} is numbered {sorted(seqs)}")


def lost(truth: Truth, ledger: Ledger) -> Iterator[Finding]:
    """Each gesture has a fate its author can see; no words vanish."""
    for device, pending in ledger.gestures:
        archives = (device.shelf.sent, device.shelf.refused)
        if sum(pending in archive for archive in archives) != 1 or pending.outcome is None:
            yield Finding("lost", f"{device.name} has no answer for {pending.type} {pending.n}")
        elif pending.outcome.get("why") == "failed":
            yield Finding("lost", f"the server failed on {pending.type} of {device.name}")
    for message, written in ledger.words.items():
        accepted = [words for words in written if _is_accepted(words)]
        kept = _kept(truth, message)
        for words in accepted:
            if words.text is not None and not _is_accounted(words, accepted, kept):
                yield Finding("lost", f"{words.device.name} wrote {words.text[:40]!r}, now nowhere")


def quarrels(truth: Truth, ledger: Ledger) -> Iterator[Finding]:
    """Nobody is asked to choose between two things they wrote in a row on one device."""
    for rows in truth.rows.values():
        for (kind, _), row in rows.items():
            if kind == "conflict":
                written = ledger.words[row["d"]["record"]["id"]]
                sides = [row["d"][side]["value"] or None for side in ("kept", "lost")]
                clients = [{words.client for words in written if words.text == s} for s in sides]
                if len(clients[0] | clients[1]) == 1:
                    yield Finding("duplicated", f"a lane conflicts with itself on {sides}")


def _is_accepted(words: Words) -> bool:
    return words.pending in words.device.shelf.sent


def _kept(truth: Truth, message: str) -> set[str | None]:
    """Give every text of a message that somebody can still read."""
    found: set[str | None] = set()
    for rows in truth.rows.values():
        for (kind, record), row in rows.items():
            if (kind, record) == ("message", message):
                found.add(row["d"]["text"])
            elif kind == "conflict" and row["d"]["record"]["id"] == message:
                found |= {row["d"]["kept"]["value"], row["d"]["lost"]["value"]}
    return found


def _is_accounted(words: Words, accepted: Sequence[Words], kept: set[str | None]) -> bool:
    """Tell whether these words are still readable, or were replaced by someone who read them."""
    if words.text in kept:
        return True
    return any(
        other.over == words.text or (other.device is words.device and _is_after(other, words))
        for other in accepted
    )


def _is_after(other: Words, words: Words) -> bool:
    return other.pending.scope == words.pending.scope and other.pending.n > words.pending.n

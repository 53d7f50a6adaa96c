"""Every gesture has a fate, and no words vanish: the accounts of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from server.kernel.policy import Actor
from tests.devices.shelf import Json, Pending

from .checks import Finding, Truth
from .ledger import Deletion, Ledger, Thing, Words
from .reading import GROUPS, WHEN_WHERE, value_of


@dataclass
class Kept:
    """What can still be read of each group, and in which scopes."""

    shown: dict[Thing, list[tuple[int, object]]] = field(default_factory=dict)
    #: What deleted actions said: read by nobody but who knows that they were deleted.
    hidden: dict[Thing, object] = field(default_factory=dict)
    #: Deleted actions about which a conflict asks.
    asked: set[str] = field(default_factory=set)


def lost(truth: Truth, ledger: Ledger, people: dict[str, Actor]) -> Iterator[Finding]:
    """Each gesture has a fate its author can see; no words vanish."""
    yield from _without_answer(ledger)
    kept = _kept(truth, ledger)
    for thing, written in ledger.words.items():
        accepted = [words for words in written if _is_accepted(words)]
        for words in accepted:
            if words.value is None or _is_replaced(words, accepted):
                continue
            readable = truth.readable[people[words.device.name].id]
            if _is_readable(words, thing, kept, readable):
                continue
            if _is_dropped_knowingly(words, thing, kept, ledger):
                continue
            story = f"{words.device.name} wrote {thing[0]} {thing[2]} {words.value!r:.120}"
            yield Finding("lost", f"{story}, now nowhere")


def _without_answer(ledger: Ledger) -> Iterator[Finding]:
    for device, pending in ledger.gestures:
        archives = (device.shelf.sent, device.shelf.refused)
        if sum(pending in archive for archive in archives) != 1 or pending.outcome is None:
            yield Finding("lost", f"{device.name} has no answer for {pending.type} {pending.n}")
        elif pending.outcome.get("why") == "failed":
            yield Finding("lost", f"the server failed on {pending.type} of {device.name}")


def quarrels(truth: Truth, ledger: Ledger) -> Iterator[Finding]:
    """Nobody is asked to choose between two things they wrote in a row on one device."""
    for rows in truth.rows.values():
        for (kind, _), row in rows.items():
            if kind != "conflict":
                continue
            record, group = row["d"]["record"], row["d"]["group"]
            written = ledger.words.get(ledger.thing((record["k"], record["id"]), group), [])
            sides = [row["d"][side]["value"] or None for side in ("kept", "lost")]
            clients = [{words.client for words in written if words.value == s} for s in sides]
            if all(clients) and len(clients[0] | clients[1]) == 1:
                yield Finding("duplicated", f"a lane conflicts with itself on {sides}")


def _kept(truth: Truth, ledger: Ledger) -> Kept:
    """Gather every value that somebody can still read."""
    kept = Kept()
    for scope, rows in truth.rows.items():
        for (kind, record), row in rows.items():
            if kind == "conflict":
                _keep_both(kept, ledger, scope, row["d"])
            for group in GROUPS.get(kind, ()):
                thing, value = ledger.thing((kind, record), group), value_of(kind, group, row["d"])
                if _is_hidden(kind, row["d"], rows):
                    kept.hidden[thing] = value
                else:
                    kept.shown.setdefault(thing, []).append((scope, value))
    return kept


def _is_hidden(kind: str, doc: Json, rows: dict[tuple[str, str], Json]) -> bool:
    if kind == "action":
        return doc["deleted"] is not None
    return kind == "comment" and rows["action", doc["action"]]["d"]["deleted"] is not None


def _keep_both(kept: Kept, ledger: Ledger, scope: int, conflict: Json) -> None:
    record = conflict["record"]["k"], conflict["record"]["id"]
    if conflict["group"] == "deleted":
        kept.asked.add(record[1])
    thing = ledger.thing(record, conflict["group"])
    for side in ("kept", "lost"):
        kept.shown.setdefault(thing, []).append((scope, conflict[side]["value"]))


def _is_replaced(words: Words, accepted: Sequence[Words]) -> bool:
    """Tell whether somebody who had these words before their eyes wrote others over them."""
    return any(
        other.over == words.value or (other.order > words.order and _is_same_hand(other, words))
        for other in accepted
        if other is not words
    )


def _is_same_hand(other: Words, words: Words) -> bool:
    """Tell whether one device wrote both, as far as anybody can tell.

    A restored backup bears the name of its original until two of their numbers meet in one lane;
    what both then write of one appointment through two dossiers is taken for one device's.
    """
    is_elsewhere = other.pending.scope != words.pending.scope
    return other.device is words.device or (other.client == words.client and is_elsewhere)


def _is_readable(words: Words, thing: Thing, kept: Kept, readable: set[int]) -> bool:
    """Tell whether their author can read them; or anybody, once the dossier is closed to them."""
    is_closed = words.pending.scope not in readable
    return any(
        value == words.value and (is_closed or scope in readable)
        for scope, value in kept.shown.get(thing, ())
    )


def _is_dropped_knowingly(words: Words, thing: Thing, kept: Kept, ledger: Ledger) -> bool:
    """Tell whether these words went with something that somebody deleted or moved knowingly."""
    kind, record, group = thing
    if kind == "action" and thing in kept.hidden:
        return record in kept.asked or any(
            _is_done(one) and (one.seen[group] == words.value or one.device is words.device)
            for one in ledger.deletions.get(record, ())
        )
    if kind == "appointment" and group == "answer":
        # An answer was to another time: a move asks the question again.
        moves = ledger.words.get(("appointment", ledger.shared[record], WHEN_WHERE), ())
        return any(_is_accepted(one) and one.pending.type != "appointment.create" for one in moves)
    return False


def _is_accepted(words: Words) -> bool:
    return _is_sent(words.device.shelf.sent, words.pending)


def _is_done(deletion: Deletion) -> bool:
    return _is_sent(deletion.device.shelf.sent, deletion.pending)


def _is_sent(archive: Sequence[Pending], pending: Pending) -> bool:
    return any(one is pending for one in archive)

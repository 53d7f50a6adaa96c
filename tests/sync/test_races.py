"""Sixteen writers for a minute on PostgreSQL: no version is missing, no reader misses one."""

from __future__ import annotations

import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import select

from server import create_app
from server.config import Config
from server.extensions import db
from server.kernel import live
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.ids import new_id
from server.kernel.policy import Actor
from server.messaging.models import Message
from server.replication.pull import pull
from server.replication.push import Pushed, push_slice
from sync.intent import Intent, Pull, Slice
from sync.outcome import APPLIED, Result
from sync.scope import Cursor
from tests.conftest import ORIGIN, empty_database
from tests.factories import World, make_world
from tests.rings.server import Witness

WRITERS, READERS, SECONDS = 16, 4, 60


@dataclass
class Writer:
    """One device that never stops writing in one dossier."""

    app: Flask
    by: Actor
    scope: int
    number: int
    n: int = 0
    accepted: list[str] = field(default_factory=list)
    refused: int = 0

    def write_until(self, end: float) -> None:
        """Push slices of one to five messages; one message in twenty is not acceptable."""
        random = Random(self.number)
        client = f"{self.number:032x}"
        with self.app.app_context():
            while time.monotonic() < end:
                intents = tuple(self._intent(random) for _ in range(random.randint(1, 5)))
                pushed = Pushed(by=self.by, client=client, sent_at=now_ms())
                answer = push_slice(pushed, Slice(self.scope, intents))
                outcomes = [outcome for _, outcome in answer.outcomes]
                if outcomes[0].result is Result.RETRY:
                    self.n -= len(intents)
                    continue
                assert answer.last == self.n
                pairs = list(zip(intents, outcomes, strict=True))
                self.accepted += [intent.id for intent, outcome in pairs if outcome == APPLIED]
                self.refused += sum(outcome != APPLIED for outcome in outcomes)

    def _intent(self, random: Random) -> Intent:
        self.n += 1
        return Intent(
            scope=self.scope,
            n=self.n,
            uid=new_id(),
            type="message.send",
            mv=1,
            at=now_ms(),
            id=new_id(),
            base={},
            set={"text": "" if random.random() < 0.05 else f"{self.number} {self.n}"},
        )


@dataclass
class Reader:
    """One device that follows every dossier of its person, from its cursor, page after page."""

    app: Flask
    by: Actor
    cursor: dict[int, Cursor] = field(default_factory=dict)
    seen: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    backwards: int = 0

    def follow_until(self, stop: Event) -> None:
        """Pull without rest, then once more after the last write."""
        with self.app.app_context():
            while not stop.is_set():
                self.read()
            while self.read():
                pass

    def read(self) -> bool:
        """Pull to the end; tell whether anything came."""
        token, has_moved = None, False
        while True:
            asked = Pull(cursor=dict(self.cursor), lanes=(), budget=65_536, more=token)
            answer = pull(self.by, client="0" * 32, asked=asked, pushed=())
            for entry in answer.entries:
                has_moved = True
                rows = [row for row in entry.rows if row.kind == "message"]
                self.seen[entry.scope] |= {row.id for row in rows}
                held = self.cursor.get(entry.scope, Cursor(entry.epoch, 0))
                self.backwards += entry.since != held.version
                if not entry.is_partial:
                    self.cursor[entry.scope] = Cursor(entry.epoch, entry.to)
            token = answer.more
            if token is None:
                return has_moved


@pytest.fixture
def postgres_world(postgres_url: str, tmp_path: Path) -> World:
    """Our people on PostgreSQL."""
    app = create_app(Config(origin=ORIGIN, data=tmp_path, database_url=postgres_url, test=True))
    with app.app_context():
        empty_database()
        return make_world(app)


def test_a_minute_of_sixteen_writers_leaves_no_gap_and_misses_nothing(
    postgres_world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world, witness, stop = postgres_world, Witness(), Event()
    live.plug(witness)
    with world.app.app_context():
        places = [
            (world.karim, world.dossier(world.karim)),
            (world.nadia, world.dossier(world.karim)),
            (world.ines, world.dossier(world.ines)),
            (world.marc, world.dossier(world.ines)),
        ]
        start = {scope: world.version(scope) for _, scope in places}
    writers = [Writer(world.app, *places[i % 4], number=i + 1) for i in range(WRITERS)]
    readers = [Reader(world.app, (world.nadia, world.marc)[i % 2]) for i in range(READERS)]

    with ThreadPoolExecutor(WRITERS + READERS) as pool:
        following = [pool.submit(reader.follow_until, stop) for reader in readers]
        end = time.monotonic() + SECONDS
        writing = [pool.submit(writer.write_until, end) for writer in writers]
        try:
            for done in writing:
                done.result()
        finally:
            stop.set()
        for done in following:
            done.result()

    accepted: dict[int, set[str]] = defaultdict(set)
    for writer in writers:
        accepted[writer.scope] |= set(writer.accepted)
    gaps = sum(_gaps(witness.versions[scope], since) for scope, since in start.items())
    missed = sum(
        len(accepted[scope] - ids) for reader in readers for scope, ids in reader.seen.items()
    )
    with world.app.app_context():
        gaps += _gaps_in_threads()
        db.engine.dispose()
    total = sum(map(len, accepted.values()))
    with capsys.disabled():
        print(
            f"\nraces: writers={WRITERS} seconds={SECONDS} messages={total}"
            f" refused={sum(writer.refused for writer in writers)}"
            f" versions={sum(map(len, witness.versions.values()))} gaps={gaps} missed={missed}"
        )
    assert total > 0
    assert all(accepted.keys() & reader.seen.keys() for reader in readers)
    assert (gaps, missed, sum(reader.backwards for reader in readers)) == (0, 0, 0)


def _gaps(versions: list[int], since: int) -> int:
    """Count the versions missing or given twice between the first and the last."""
    expected = range(since + 1, max(versions) + 1)
    return len(set(expected) - set(versions)) + len(versions) - len(set(versions))


def _gaps_in_threads() -> int:
    threads: dict[str, list[int]] = defaultdict(list)
    with read_only() as session:
        for thread, seq in session.execute(select(Message.thread_id, Message.seq)):
            threads[thread].append(seq)
    return sum(_gaps(seqs, 0) for seqs in threads.values())

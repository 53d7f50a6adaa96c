"""Figures of the wire: what exchanges weigh and how long they take, at rest and under load."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from server.kernel.edit import server_edit
from server.kernel.ids import new_id
from server.kernel.policy import Actor
from server.kernel.scopes import ScopeGrant
from server.kernel.unit_of_work import unit_of_work
from server.messaging.operations import flag_thread, send_message

from .device import Headless
from .figures import Figure, centile, percentiles
from .ground import Ground

CASELOAD = 150
LOAD_SECONDS = 6
WRITERS = 8
SOCKETS_A_PERSON = 20


def fill_dossier(ground: Ground, young_person: Actor, messages: int) -> None:
    """Write a history into one dossier."""
    with ground.app.app_context():
        scope = ground.world.dossier(young_person)
        with unit_of_work(by=young_person, scopes=[scope]) as uow:
            for number in range(messages):
                send_message(
                    uow,
                    by=young_person,
                    thread_id=young_person.id,
                    message_id=new_id(),
                    text=f"Message {number} : je serai là jeudi, merci pour votre réponse rapide.",
                    edit=server_edit(uow.at),
                )


def first_sync_of_a_young_person(ground: Ground) -> Iterator[Figure]:
    """720 rows, as two years of one dossier."""
    fill_dossier(ground, ground.world.karim, 710)
    device = Headless(ground.port, ground.origin, ground.cookie(ground.world.karim))
    device.pull_all()
    start = time.perf_counter()
    _, exchanges = device.pull_all()
    seconds = time.perf_counter() - start
    weight = sum(one.received_bytes for one in exchanges) / 1000
    yield Figure("first sync of 720 rows, weight", weight, "kB", 150)
    yield Figure("first sync of 720 rows, time", seconds, "s", 0.3)


def nothing_new(ground: Ground) -> Iterator[Figure]:
    """A caseload of 150 (302 scopes) asks, and nothing moved."""
    with ground.app.app_context():
        ground.world.follow_more(ground.world.marc, CASELOAD - 1)
        _flag_everybody(ground)
    device = Headless(ground.port, ground.origin, ground.cookie(ground.world.marc))
    cursor, _ = device.pull_all()
    exchanges = [device.post(pull={"cursor": cursor}) for _ in range(60)]
    weight = max(max(one.sent_bytes, one.received_bytes) for one in exchanges) / 1000
    times = [one.seconds * 1000 for one in exchanges]
    yield Figure(f"nothing new, {len(cursor)} scopes, heavier body", weight, "kB", 3)
    yield Figure(f"nothing new, {len(cursor)} scopes, time, p50", centile(times, 0.5), "ms", 10)


def _flag_everybody(ground: Ground) -> None:
    """Give every advisors' side of a dossier something to hold."""
    marc = ground.world.marc
    with unit_of_work(by=marc) as uow:
        sides = uow.session.scalars(
            select(ScopeGrant).where(ScopeGrant.user_id == marc.id, ScopeGrant.kind == "n")
        ).all()
        uow.lock(side.scope_id for side in sides)
        for side in sides:
            edit = server_edit(uow.at)
            flag_thread(uow, by=marc, thread_id=side.owner, flagged=True, edit=edit)


@dataclass(frozen=True)
class Writer:
    """What a load process needs to know."""

    port: int
    origin: str
    cookie: str
    scope: int
    batch: int


def _write(writer: Writer) -> int:
    device = Headless(writer.port, writer.origin, writer.cookie)
    done = 0
    end = time.monotonic() + LOAD_SECONDS
    while time.monotonic() < end:
        device.push(writer.scope, writer.batch)
        done += writer.batch
    return done


def durable_intents(
    ground: Ground, name: str, *, single: float, batched: float
) -> Iterator[Figure]:
    """Intents acknowledged a second, by several devices at once, each in its own dossier."""
    with ground.app.app_context():
        ground.world.follow_more(ground.world.nadia, WRITERS)
        scopes = [
            scope
            for scope in _dossiers(ground)
            if scope != ground.world.dossier(ground.world.karim)
        ][:WRITERS]
    cookie = ground.cookie(ground.world.nadia)
    for label, batch, limit in (("one by one", 1, single), ("in batches of 25", 25, batched)):
        writers = [Writer(ground.port, ground.origin, cookie, scope, batch) for scope in scopes]
        with multiprocessing.Pool(len(writers)) as pool:
            start = time.monotonic()
            total = sum(pool.map(_write, writers))
            rate = total / (time.monotonic() - start)
        yield Figure(f"durable intents, {name}, {label}", rate, "/s", limit, at_least=True)


def _dossiers(ground: Ground) -> list[int]:
    device = Headless(ground.port, ground.origin, ground.cookie(ground.world.nadia))
    _, exchanges = device.pull_all()
    rows = [
        row["d"]
        for exchange in exchanges
        for entry in exchange.body["pull"]["scopes"]
        for row in entry["rows"]
        if row["k"] == "grant"
    ]
    return sorted(row["scope"] for row in rows if row["kind"] == "d")


def one_intent_to_another_device(ground: Ground, times: int = 200) -> Iterator[Figure]:
    """From one headless device to the server's disk to another, nothing else going on."""
    world = ground.world
    writer = Headless(ground.port, ground.origin, ground.cookie(world.karim))
    reader = Headless(ground.port, ground.origin, ground.cookie(world.nadia))
    with ground.app.app_context():
        scope = world.dossier(world.karim)
    cursor, _ = reader.pull_all()
    waits = []
    with open_socket(ground, reader) as socket:
        socket.send(json.dumps({"t": "hello", "client": reader.client, "cursor": cursor}))
        socket.recv()
        for _ in range(times):
            start = time.perf_counter()
            writer.push(scope)
            while json.loads(socket.recv(timeout=5))["t"] not in ("d", "v"):
                pass
            waits.append((time.perf_counter() - start) * 1000)
            time.sleep(0.005)
    yield from percentiles("one intent, device to disk to device", "ms", waits, p50=10, p99=40)


def idle_sockets(ground: Ground) -> Iterator[Figure]:
    """What one open and silent socket costs the server; one person may open twenty."""
    world = ground.world
    people = (world.nadia, world.marc, world.paule, world.stranger, world.karim, world.ines)
    devices = [Headless(ground.port, ground.origin, ground.cookie(one)) for one in people]
    cursors = [device.pull_all()[0] for device in devices]
    before = _memory_kb(ground.pid)
    sockets = []
    try:
        for device, cursor in list(zip(devices, cursors, strict=True)) * SOCKETS_A_PERSON:
            socket = open_socket(ground, device)
            socket.send(json.dumps({"t": "hello", "client": device.client, "cursor": cursor}))
            socket.recv()
            sockets.append(socket)
        each = (_memory_kb(ground.pid) - before) / len(sockets)
    finally:
        for socket in sockets:
            socket.close()
    yield Figure(f"idle socket, memory ({len(sockets)} open)", each, "kB", 50)


def open_socket(ground: Ground, device: Headless) -> ClientConnection:
    """Open a live channel as a browser does."""
    return connect(
        f"ws://127.0.0.1:{ground.port}/api/sync/1/live",
        additional_headers={"Cookie": device.cookie},
        origin=Origin(ground.origin),
    )


def _memory_kb(pid: int) -> int:
    """Add up the resident memory of a process and its children."""
    listed = subprocess.run(
        ["ps", "-o", "rss=", "--pid", str(pid), "--ppid", str(pid)],
        capture_output=True,
        text=True,
        check=True,
    )
    return sum(int(line) for line in listed.stdout.split())

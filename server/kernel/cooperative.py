"""A connection to PostgreSQL that waits through gevent's own loop.

psycopg under gevent builds a poll object, a timer and an event for each wait, and there are
several waits in a push: together they cost more than the statements.
"""

from __future__ import annotations

import select
from typing import Any, TypeVar

import gevent
import psycopg
from gevent.monkey import get_original
from psycopg.abc import PQGen
from psycopg.waiting import Ready, Wait

V = TypeVar("V")

_poll = get_original("select", "poll")
_EVENTS = {
    Wait.R: select.POLLIN,
    Wait.W: select.POLLOUT,
    Wait.RW: select.POLLIN | select.POLLOUT,
}
_GEVENT = {Wait.R: 1, Wait.W: 2, Wait.RW: 3}


class CooperativeConnection(psycopg.Connection[Any]):
    """Lets the other greenlets go on while PostgreSQL works."""

    def wait(self, gen: PQGen[V], interval: float = 0.1, timeout: float | None = None) -> V:
        """Follow what psycopg does on the wire until it is done (see psycopg.Connection.wait)."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        descriptor = self.pgconn.socket
        try:
            wanted = next(gen)
            while True:
                wanted = gen.send(_ready(descriptor, wanted) or _sleep(descriptor, wanted))
        except StopIteration as end:
            result: V = end.value
            return result


def _ready(descriptor: int, wanted: Wait) -> int:
    """Say at once what the socket is ready for: to write, it nearly always is."""
    poll = _poll()
    poll.register(descriptor, _EVENTS[wanted])
    seen: int = Ready.NONE
    for _, events in poll.poll(0):
        if events & ~select.POLLOUT:
            seen |= Ready.R  # or broken: reading says why
        if events & select.POLLOUT:
            seen |= Ready.W
    return seen


def _sleep(descriptor: int, wanted: Wait) -> int:
    """Let others go on until the socket is ready."""
    hub = gevent.get_hub()
    watcher = hub.loop.io(descriptor, _GEVENT[wanted])
    try:
        hub.wait(watcher)
    finally:
        watcher.close()
    return _ready(descriptor, wanted)

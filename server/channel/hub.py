"""The sockets of this process, by person, and the news they are given.

With Redis, news travel on one channel per person (`u:<id>`) so that a commit in any process
reaches every socket. Redis carries no truth: losing it only delays devices until their next pull.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import or_, select

from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.live import Change
from server.kernel.scopes import ScopeGrant
from sync.scope import ScopeEntry

from .protocol import FRAME_BYTES, Listener, write
from .relay import Relay

log = logging.getLogger(__name__)

QUEUE_FRAMES = 64
#: More than one person's browsers need; each takes one of the connections of the process.
MOST_SOCKETS = 20
PULL = write("pull")
_GRANT_EPOCHS = 65_536


@dataclass(eq=False)
class Socket:
    """One open socket: whose it is, what its device holds, what it still has to be sent."""

    user_id: str
    session_id: str
    #: Wakes the greenlet that serves the socket.
    wake: Callable[[], None]
    listener: Listener = field(default_factory=Listener)
    outgoing: deque[str] = field(default_factory=deque)
    #: Young people some of whose rows wait in `outgoing`.
    files: set[str] = field(default_factory=set)

    def send(self, frame: str) -> None:
        """Queue a frame; a device too slow for its queue is told to pull instead."""
        if len(self.outgoing) >= QUEUE_FRAMES:
            self.outgoing.clear()
            frame = PULL
        self.outgoing.append(frame)
        self.wake()


@dataclass(frozen=True, slots=True)
class News:
    """A scope that moved, ready for one person: a poke, and a delta where it fits."""

    scope: int
    v: int
    client: str
    delta: str
    file: str

    def give(self, socket: Socket) -> None:
        """Give the delta to a device exactly one version behind, else the poke."""
        holds = socket.listener.holds
        if self.delta and holds.get(self.scope) == self.v - 1:
            holds[self.scope] = self.v
            if self.file:
                socket.files.add(self.file)
            socket.send(self.delta)
        else:
            socket.send(write("v", s=[[self.scope, self.v]]))


class Hub:
    """Gives news to sockets, here and, through the relay, in the other processes."""

    def __init__(self, redis_url: str = "") -> None:
        self._sockets: dict[str, set[Socket]] = defaultdict(set)
        self._relay = Relay(redis_url, self._hear) if redis_url else None

    def has_room(self, user_id: str) -> bool:
        """Say whether one more socket of a person may open here."""
        return len(self._sockets.get(user_id, ())) < MOST_SOCKETS

    def add(self, socket: Socket) -> None:
        """Start giving news to a socket."""
        if self._relay and not self._sockets[socket.user_id]:
            self._relay.follow(socket.user_id)
        self._sockets[socket.user_id].add(socket)

    def remove(self, socket: Socket) -> None:
        """Stop giving news to a socket."""
        mine = self._sockets[socket.user_id]
        mine.discard(socket)
        if not mine:
            del self._sockets[socket.user_id]
            if self._relay:
                self._relay.leave(socket.user_id)

    @property
    def open_count(self) -> int:
        """How many sockets this process holds."""
        return sum(len(sockets) for sockets in self._sockets.values())

    def changed(self, changes: Sequence[Change]) -> None:
        """Tell the readers of these scopes that they moved (see kernel/live.py)."""
        if not self._sockets and not self._relay:
            return
        by_scope = {change.scope_id: change for change in changes}
        for user_id, scope_id, grant_epoch in _readers(by_scope):
            news = _news(by_scope[scope_id], grant_epoch)
            self._give(user_id, {"news": [news.scope, news.v, news.client, news.delta, news.file]})

    def goodbye(self, account_id: str, session_ids: Sequence[str], why: str) -> None:
        """Close the sockets of ended sessions (see kernel/live.py)."""
        self._give(account_id, {"bye": why, "sessions": list(session_ids)})

    def _give(self, user_id: str, message: dict[str, object]) -> None:
        if self._relay:
            self._relay.publish(user_id, json.dumps(message))
        else:
            self._hear(user_id, message)

    def _hear(self, user_id: str, message: dict[str, object]) -> None:
        for socket in list(self._sockets.get(user_id, ())):
            if "news" in message:
                news = News(*message["news"])  # type: ignore[misc]
                if news.client and news.client == socket.listener.client:
                    # The answer to its own push brings it: what follows may come as a delta.
                    socket.listener.holds[news.scope] = news.v
                else:
                    news.give(socket)
            elif socket.session_id in message["sessions"]:  # type: ignore[operator]
                socket.send(write("bye", why=message["bye"]))


def _readers(by_scope: dict[int, Change]) -> list[tuple[str, int, int]]:
    with read_only() as session:
        rows = session.execute(
            select(ScopeGrant.user_id, ScopeGrant.scope_id, ScopeGrant.epoch).where(
                ScopeGrant.scope_id.in_(sorted(by_scope)),
                or_(ScopeGrant.until_at.is_(None), ScopeGrant.until_at > now_ms()),
            )
        )
        return [(user_id, scope_id, epoch) for user_id, scope_id, epoch in rows]


def _news(change: Change, grant_epoch: int) -> News:
    entry = ScopeEntry(
        change.scope_id,
        change.epoch * _GRANT_EPOCHS + grant_epoch,
        since=change.v - 1,
        to=change.v,
        rows=change.rows,
    )
    delta = f'{{"t":"d","scopes":[{entry.to_json()}]}}' if change.rows else ""
    fits = len(delta.encode()) <= FRAME_BYTES
    return News(change.scope_id, change.v, change.client, delta if fits else "", change.file)

"""GET /api/sync/1/live: one greenlet serves one socket, hearing and telling in turn.

`simple-websocket` sends without a lock and ignores partial writes, so only the handler's own
greenlet writes, and frames stay under 32 kB. The event on which the library announces an arrival
is also the one the hub rings: one greenlet, one thing to wait for.
"""

from __future__ import annotations

import time
from typing import Any

from flask import Blueprint, Flask
from simple_websocket import ConnectionClosed

from server.extensions import sock
from server.identity.access import is_session_live, signed_in
from server.kernel.origin import require_origin
from server.kernel.policy import Actor, require
from server.replication.views import note_receipts

from .hub import Hub, Socket
from .protocol import read, write

#: A device says something every 25 s; silent for twice that, it is gone.
SILENCE_SECONDS = 60
CHECK_SECONDS = 25


def init_channel(app: Flask, hub: Hub) -> None:
    """Open the route; the handler stays a plain function."""
    door = Blueprint("live", __name__)
    door.before_request(guard)
    sock.route("/api/sync/1/live", bp=door)(lambda ws: serve(ws, hub))
    app.register_blueprint(door)


def guard() -> None:
    """Refuse strangers and foreign pages before the handshake, as any other route does."""
    require_origin()
    require(signed_in(), "GET /api/sync/1/live", {"self"})


def serve(ws: Any, hub: Hub) -> None:
    """Serve one socket until its device leaves or its session ends."""
    by = signed_in()
    socket = Socket(user_id=by.id, session_id=by.session_id, wake=ws.event.set)
    hub.add(socket)
    try:
        _converse(ws, socket, by)
    except ConnectionClosed:
        pass
    finally:
        hub.remove(socket)


def _converse(ws: Any, socket: Socket, by: Actor) -> None:
    """Hear what the device said, tell what it must know, sleep until either is due."""
    heard_at = time.monotonic()
    while ws.connected:
        if _hear_all(ws, socket, by):
            heard_at = time.monotonic()
        if _tell_all(ws, socket):
            return
        if ws.event.wait(CHECK_SECONDS):
            ws.event.clear()
        elif time.monotonic() - heard_at > SILENCE_SECONDS:
            ws.close(1001, "silence")
            return
        elif not is_session_live(by.session_id):
            socket.send(write("bye", why="session"))


def _tell_all(ws: Any, socket: Socket) -> bool:
    """Send what is queued; true when the last word was goodbye."""
    while socket.outgoing:
        frame = socket.outgoing.popleft()
        ws.send(frame)
        if frame.startswith('{"t":"bye"'):
            ws.close(1000, "bye")
            return True
    return False


def _hear_all(ws: Any, socket: Socket, by: Actor) -> bool:
    """Take every frame that has arrived; false when there was none."""
    texts = []
    while ws.input_buffer:
        texts.append(ws.receive(timeout=0))
    for text in texts:
        _hear(socket, by, text)
    return bool(texts)


def _hear(socket: Socket, by: Actor, text: object) -> None:
    frame = read(text)
    if frame is None:
        socket.send(write("error", code="bad_frame"))
        return
    answer = socket.listener.hear(frame)
    if answer:
        socket.send(answer)
    stored, socket.listener.stored = socket.listener.stored, {}
    if stored:
        note_receipts(by, stored, client=socket.listener.client)

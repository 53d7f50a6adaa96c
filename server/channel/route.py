"""GET /api/sync/1/live: one greenlet serves one socket, hearing and telling in turn.

`simple-websocket` sends without a lock and ignores partial writes, so only the handler's own
greenlet writes, and frames stay under 32 kB. The event on which the library announces an arrival
is also the one the hub rings: one greenlet, one thing to wait for.
"""

from __future__ import annotations

import time
from typing import Any

import gevent
from flask import Blueprint, Flask, current_app
from simple_websocket import ConnectionClosed

from server.extensions import sock
from server.identity.access import is_session_live, signed_in
from server.kernel.errors import TooMany
from server.kernel.origin import require_origin
from server.kernel.policy import Actor, require
from server.replication import admission
from server.replication.readings import note_readings
from server.replication.views import note_receipts

from .hub import Hub, Socket
from .protocol import read, write

#: A device says something every 25 s; silent for twice that, it is gone.
SILENCE_SECONDS = 60
CHECK_SECONDS = 25
#: A device that does not take a frame within that time is let go.
SEND_SECONDS = 10
#: So many frames weigh as much as one exchange (replication/admission.py).
FRAMES_AN_EXCHANGE = 10
#: Close code of websockets for « try again later ».
TRY_LATER = 1013


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
    if not hub.has_room(by.id):
        ws.close(TRY_LATER, "too many sockets")
        return
    socket = Socket(user_id=by.id, session_id=by.session_id, wake=ws.event.set)
    hub.add(socket)
    try:
        _converse(ws, socket, by)
    except ConnectionClosed:
        pass
    except gevent.Timeout:
        pass  # it no longer reads: what it missed comes with its next pull
    except TooMany:
        ws.close(TRY_LATER, "too many frames")
    finally:
        hub.remove(socket)


def _converse(ws: Any, socket: Socket, by: Actor) -> None:
    """Hear what the device said, tell what it must know, sleep until either is due."""
    heard_at = checked_at = time.monotonic()
    while ws.connected:
        if _hear_all(ws, socket, by):
            heard_at = time.monotonic()
        if _tell_all(ws, socket, by):
            return
        if ws.event.wait(CHECK_SECONDS):
            ws.event.clear()
        now = time.monotonic()
        if now - heard_at > SILENCE_SECONDS:
            if not ws.input_buffer:
                ws.close(1001, "silence")
                return
        # Asked by the clock, not when all is quiet: a talkative device also has an end.
        elif now - checked_at >= CHECK_SECONDS:
            checked_at = now
            if not is_session_live(by.session_id):
                socket.send(write("bye", why="session"))


def _tell_all(ws: Any, socket: Socket, by: Actor) -> bool:
    """Send what is queued; true when the last word was goodbye."""
    while socket.outgoing:
        files, socket.files = socket.files, set()
        note_readings(by, files)
        frame = socket.outgoing.popleft()
        with gevent.Timeout(SEND_SECONDS):
            ws.send(frame)
        if frame.startswith('{"t":"bye"'):
            ws.close(1000, "bye")
            return True
    return False


def _hear_all(ws: Any, socket: Socket, by: Actor) -> bool:
    """Take every frame that has arrived; false when there was none. Raises TooMany for a flood."""
    texts = []
    while ws.input_buffer:
        texts.append(ws.receive(timeout=0))
    if not texts:
        return False
    admission.admit(by.id, rate=current_app.config["PASSERELLE"].sync_rate)
    admission.charge(by.id, len(texts) / FRAMES_AN_EXCHANGE)
    for text in texts:
        _hear(socket, text)
    stored, socket.listener.stored = socket.listener.stored, {}
    if stored:
        # In no device's name: no answer brings this one the mark, so its own socket is told too.
        note_receipts(by, stored, client="")
    return True


def _hear(socket: Socket, text: object) -> None:
    frame = read(text)
    answer = write("error", code="bad_frame") if frame is None else socket.listener.hear(frame)
    if answer:
        socket.send(answer)

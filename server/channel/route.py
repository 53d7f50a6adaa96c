"""GET /api/sync/1/live: one writer greenlet per socket, one reader beside it.

`simple-websocket` sends without a lock and ignores partial writes, so only the handler's own
greenlet writes, and frames stay under 32 kB.
"""

from __future__ import annotations

import contextlib
import logging
from typing import Any

import gevent
from flask import Blueprint, Flask, current_app
from gevent.queue import Empty
from simple_websocket import ConnectionClosed

from server.extensions import sock
from server.identity.access import is_session_live, signed_in
from server.kernel.origin import require_origin
from server.kernel.policy import Actor, require
from server.replication.views import note_receipts

from .hub import PULL, Hub, Socket
from .protocol import read, write

log = logging.getLogger(__name__)
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
    socket = Socket(user_id=by.id, session_id=by.session_id)
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    reader = gevent.spawn(_read, app, ws, socket, by)
    hub.add(socket)
    try:
        _write(ws, socket, by)
    except ConnectionClosed:
        pass
    finally:
        hub.remove(socket)
        reader.kill(block=False)


def _write(ws: Any, socket: Socket, by: Actor) -> None:
    while True:
        try:
            frame = socket.outgoing.get(timeout=CHECK_SECONDS)
        except Empty:
            frame = "" if is_session_live(by.session_id) else write("bye", why="session")
        if socket.must_pull:
            socket.must_pull = False
            ws.send(PULL)
        if frame:
            ws.send(frame)
        if frame.startswith('{"t":"bye"'):
            ws.close(1000, "bye")
            return


def _read(app: Flask, ws: Any, socket: Socket, by: Actor) -> None:
    with contextlib.suppress(ConnectionClosed), app.app_context():
        while True:
            text = ws.receive(timeout=SILENCE_SECONDS)
            if text is None:
                ws.close(1001, "silence")
                return
            _hear(socket, by, text)


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

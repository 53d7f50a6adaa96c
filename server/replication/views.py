"""POST /api/sync/1 and its greeting. The wire is `sync/PROTOCOL.md`."""

from __future__ import annotations

import gzip
import json
import logging
import time
import zlib
from collections.abc import Mapping

from flask import Response, current_app, request
from flask_smorest import Blueprint
from sqlalchemy.exc import OperationalError

from server.identity.access import signed_in
from server.kernel.build import client_build
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.errors import TooLarge
from server.kernel.policy import Actor, require
from server.kernel.problems import problem
from server.kernel.unit_of_work import unit_of_work
from sync import shape
from sync.errors import SyncError
from sync.intent import Request, parse_request
from sync.outcome import FORKED
from sync.scope import Cursor

from . import admission
from .batch import push_all
from .devices import incarnation, is_own_device
from .pull import pull
from .push import Pushed, SliceAnswer
from .readings import note_readings
from .registry import RECEIPTS
from .schemas import SyncAnswer, SyncHello, SyncRequest

log = logging.getLogger(__name__)
blueprint = Blueprint("sync", __name__, url_prefix="/api/sync/1", description="Push and pull")

MAX_BODY_BYTES = 1024 * 1024
GZIP_ABOVE_BYTES = 1024
#: So many intents weigh as much as one exchange (admission.py).
INTENTS_AN_EXCHANGE = 10


@blueprint.route("", methods=["POST"])
@blueprint.doc(
    requestBody={"required": True, "content": {"application/json": {"schema": SyncRequest}}}
)
@blueprint.alt_response(200, schema=SyncAnswer, success=True)
def exchange() -> Response:
    """Decide what a device pushes, then give it what moved: one round trip for both."""
    by = signed_in()
    require(by, "POST /api/sync/1", {"self"})
    admission.admit(by.id, rate=current_app.config["PASSERELLE"].sync_rate)
    try:
        asked = parse_request(_body())
    except SyncError as error:
        return problem(400, error.code)
    count = sum(len(slice_.intents) for slice_ in asked.slices)
    admission.charge(by.id, count / INTENTS_AN_EXCHANGE)
    own = is_own_device(by, asked.client, app=asked.app)
    pushed = _push(by, asked) if own else _all_forked(asked)
    if own and asked.pull:
        note_receipts(by, asked.pull.cursor, client=asked.client)
    if asked.pull and _is_too_old(asked.app):
        return _too_old(pushed)
    return _answer(by, asked, pushed)


@blueprint.route("/hello", methods=["GET"])
@blueprint.response(200, SyncHello)
def hello() -> dict[str, object]:
    """Say what this server speaks, what time it is, which client it serves."""
    return {"protos": [1], "now": now_ms(), "build": client_build()}


def note_receipts(by: Actor, cursor: Mapping[int, Cursor], *, client: str) -> None:
    """Mark « Reçu » what this device now holds; one query when there is nothing to mark."""
    with read_only() as session:
        waiting = RECEIPTS.waiting(session, by=by)
    for scope, thread_id, first_v in waiting:
        if scope in cursor and cursor[scope].version >= first_v:
            with unit_of_work(by=by, scopes=[scope], client=client) as uow:
                RECEIPTS.mark(uow, by=by, thread_id=thread_id, version=cursor[scope].version)
            time.sleep(0)  # other requests go on between two transactions


def _push(by: Actor, asked: Request) -> list[SliceAnswer]:
    pushed = Pushed(by=by, client=asked.client, sent_at=asked.sent_at)
    return push_all(pushed, asked.slices)


def _all_forked(asked: Request) -> list[SliceAnswer]:
    return [SliceAnswer(one.scope, outcomes=[(one.intents[0].n, FORKED)]) for one in asked.slices]


def _answer(by: Actor, asked: Request, pushed: list[SliceAnswer]) -> Response:
    head = {
        "proto": 1,
        "inc": incarnation(),
        "now": now_ms(),
        "build": client_build(),
        "push": [answer.to_wire() for answer in pushed],
    }
    body = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    if asked.pull is not None:
        body = f'{body[:-1]},"pull":{_pull_half(by, asked, pushed)}}}'
    return _json(body)


def _pull_half(by: Actor, asked: Request, pushed: list[SliceAnswer]) -> str:
    """Pull, or say inside the answer why not: nothing may hide the fate of what was pushed."""
    assert asked.pull is not None
    try:
        scopes = [answer.scope for answer in pushed]
        answer = pull(by, client=asked.client, asked=asked.pull, pushed=scopes)
        note_readings(by, answer.files)
        return answer.to_json()
    except SyncError as error:
        return json.dumps({"error": error.code})
    except OperationalError:
        log.warning("pull failed", exc_info=True)
        return '{"error":"unavailable"}'


def _too_old(pushed: list[SliceAnswer]) -> Response:
    response = problem(426, "client_too_old")
    body = {**response.get_json(), "push": [answer.to_wire() for answer in pushed]}
    response.set_data(json.dumps(body))
    return response


def _is_too_old(app: str) -> bool:
    oldest: str = current_app.config["PASSERELLE"].oldest_pull
    return _rank(app) < _rank(oldest)


def _rank(build: str) -> tuple[int, ...]:
    return tuple(int(part) for part in build.split("-")[0].split(".") if part.isdecimal())


def _body() -> object:
    """Read the body, decompressed; neither form may pass 1 MiB. Raises TooLarge, BadEnvelope."""
    raw = request.stream.read(MAX_BODY_BYTES + 1)
    if len(raw) <= MAX_BODY_BYTES and request.content_encoding == "gzip":
        raw = _gunzip(raw)
    if len(raw) > MAX_BODY_BYTES:
        raise TooLarge()
    return shape.decode(raw)


def _gunzip(raw: bytes) -> bytes:
    inflater = zlib.decompressobj(wbits=31)
    try:
        return inflater.decompress(raw, MAX_BODY_BYTES + 1)
    except zlib.error:
        return b""  # not JSON either: refused as a malformed envelope


def _json(body: str) -> Response:
    raw = body.encode()
    response = Response(raw, mimetype="application/json")
    if len(raw) > GZIP_ABOVE_BYTES and request.accept_encodings.quality("gzip"):
        response.set_data(gzip.compress(raw, 5))
        response.content_encoding = "gzip"
        response.vary.add("Accept-Encoding")
    response.cache_control.no_store = True
    return response

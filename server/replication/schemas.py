"""Shapes of the sync envelopes, for the OpenAPI contract and the browser's types.

They document; the engine reads requests itself (`sync/intent.py`), since what one intent holds
belongs to its type. `sync/PROTOCOL.md` says what each field means.
"""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from sync.outcome import Result, Why

JSON_OBJECT = {"additionalProperties": True}


class SyncIntent(Schema):
    """One numbered gesture of a lane."""

    n = fields.Integer(required=True)
    u = fields.UUID(required=True)
    type = fields.String(required=True)
    mv = fields.Integer(required=True)
    at = fields.Integer(required=True)
    id = fields.UUID(required=True)
    base = fields.Dict(keys=fields.String(), values=fields.Integer())
    set = fields.Dict(keys=fields.String(), metadata=JSON_OBJECT)


class SyncSlice(Schema):
    """Consecutive intents of one lane."""

    s = fields.Integer(required=True)
    m = fields.List(fields.Nested(SyncIntent), required=True)


class SyncPull(Schema):
    """What the device holds: scope → [epoch, version]."""

    cursor = fields.Dict(keys=fields.String(), values=fields.List(fields.Integer()), required=True)
    lanes = fields.List(fields.Integer())
    budget = fields.Integer()
    more = fields.String(allow_none=True)


class SyncRequest(Schema):
    """One exchange; either half may be absent."""

    proto = fields.Integer(required=True, validate=validate.Equal(1))
    app = fields.String(required=True)
    client = fields.String(required=True)
    inc = fields.String(required=True, allow_none=True)
    sent_at = fields.Integer(required=True)
    push = fields.List(fields.Nested(SyncSlice))
    pull = fields.Nested(SyncPull)


class SyncStoredOutcome(Schema):
    """The answer a duplicate repeats."""

    o = fields.String(required=True, validate=validate.OneOf([one.value for one in Result]))
    why = fields.String(validate=validate.OneOf([one.value for one in Why]))


class SyncOutcome(SyncStoredOutcome):
    """What became of intent `n`."""

    n = fields.Integer(required=True)
    kept = fields.List(fields.String())
    was = fields.Nested(SyncStoredOutcome)
    expected = fields.Integer()


class SyncSliceAnswer(Schema):
    """What became of a slice."""

    s = fields.Integer(required=True)
    v = fields.Integer(required=True)
    last = fields.Integer(required=True)
    r = fields.List(fields.Nested(SyncOutcome), required=True)


class SyncRow(Schema):
    """One record, as the readers of its scope see it."""

    k = fields.String(required=True)
    id = fields.String(required=True)
    v = fields.Integer(required=True)
    d = fields.Dict(keys=fields.String(), required=True, metadata=JSON_OBJECT)


class SyncScope(Schema):
    """One scope's part of an answer; `del` lists [kind, id, version]."""

    s = fields.Integer(required=True)
    epoch = fields.Integer(required=True)
    since = fields.Integer(required=True, data_key="from")
    to = fields.Integer(required=True)
    lane = fields.Integer()
    rows = fields.List(fields.Nested(SyncRow), required=True)
    deleted = fields.List(fields.List(fields.Raw()), required=True, data_key="del")
    part = fields.Boolean(required=True)


class SyncDrop(Schema):
    """A scope the device must forget."""

    s = fields.Integer(required=True)
    why = fields.String(required=True)


class SyncPullAnswer(Schema):
    """The pull half; `error` stands alone when it failed."""

    scopes = fields.List(fields.Nested(SyncScope))
    drop = fields.List(fields.Nested(SyncDrop))
    more = fields.String(allow_none=True)
    wait_ms = fields.Integer()
    error = fields.String()


class SyncAnswer(Schema):
    """The whole answer."""

    proto = fields.Integer(required=True)
    inc = fields.String(required=True)
    now = fields.Integer(required=True)
    build = fields.String(required=True)
    push = fields.List(fields.Nested(SyncSliceAnswer), required=True)
    pull = fields.Nested(SyncPullAnswer)


class SyncHello(Schema):
    """What this server speaks."""

    protos = fields.List(fields.Integer(), required=True)
    now = fields.Integer(required=True)
    build = fields.String(required=True)

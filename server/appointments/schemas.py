"""Shapes of the appointment intents' `set`."""

from __future__ import annotations

from marshmallow import fields, validate

from server.kernel.schemas import BaseSchema, Id
from sync.shape import SAFE

from .models import ATTENDANCES, COMING, MODALITIES, NOT_COMING, REASONS, TYPES


def _instant() -> fields.Integer:
    return fields.Integer(required=True, strict=True, validate=validate.Range(-SAFE, SAFE))


def _words() -> fields.String:
    return fields.String(load_default=None, allow_none=True)


class Invitee(BaseSchema):
    """One young person: the id their participation will have, and their dossier's scope."""

    id = Id(required=True)
    young_person = Id(required=True)
    s = fields.Integer(required=True, strict=True, validate=validate.Range(1, SAFE))


class AppointmentMove(BaseSchema):
    """When and where, whole."""

    starts = _instant()
    ends = _instant()
    modality = fields.String(required=True, validate=validate.OneOf(MODALITIES))
    place = _words()


class AppointmentEdit(BaseSchema):
    """What it is, whole."""

    type = fields.String(load_default="interview", validate=validate.OneOf(TYPES))
    precision = _words()
    bring = _words()
    note = _words()


class AppointmentCreate(AppointmentMove, AppointmentEdit):
    """A new appointment and who is asked to come."""

    participants = fields.List(fields.Nested(Invitee), required=True)


class AppointmentCancel(BaseSchema):
    """For everybody, or for this young person alone."""

    everyone = fields.Boolean(required=True, truthy={True}, falsy={False})


class AppointmentRestore(BaseSchema):
    """For everybody cancelled with this young person, or for them alone."""

    everyone = fields.Boolean(load_default=True, truthy={True}, falsy={False})


class AppointmentAnswer(BaseSchema):
    """Coming or not, and why not; null takes the answer back."""

    answer = fields.String(
        required=True, allow_none=True, validate=validate.OneOf([COMING, NOT_COMING])
    )
    reason = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(REASONS))
    text = _words()


class AppointmentAttend(BaseSchema):
    """Who came."""

    attendance = fields.String(required=True, validate=validate.OneOf(ATTENDANCES))

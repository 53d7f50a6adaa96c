"""Shapes of the identity domain: what comes in, what goes out."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from server.kernel.fields import Choice, EmailLine, Line, Secret
from server.kernel.schemas import BaseSchema, Id
from server.kernel.strings import t

NAME_MAX = 80
EMAIL_MAX = 254
TITLES = ("conseillère", "conseiller")
ROLES = ("young_person", "advisor")


class StructureName(BaseSchema):
    """The structure somebody belongs to."""

    id = Id(required=True)
    name = fields.String(required=True)


class TermsState(BaseSchema):
    """The present version of the terms, and the one that was accepted."""

    current = fields.String(required=True)
    accepted = fields.String(required=True, allow_none=True)


class Me(BaseSchema):
    """Who is signed in, and what their device needs to start."""

    id = Id(required=True)
    role = Choice(*ROLES, required=True)
    first_name = fields.String(required=True)
    last_name = fields.String(required=True)
    structure = fields.Nested(StructureName, required=True)
    supervisor = fields.Boolean(required=True)
    scope = fields.Integer(required=True, metadata={"description": "Their own `u` scope."})
    terms = fields.Nested(TermsState, required=True)
    build = fields.String(required=True)
    demo = fields.Boolean(required=True)
    session = Id(required=True)


class SignIn(BaseSchema):
    """An e-mail address and a password."""

    email = Line(required=True, most=EMAIL_MAX)
    password = Secret(required=True)


class SessionInfo(BaseSchema):
    """One device somebody is signed in on. Instants in milliseconds UTC."""

    id = Id(required=True)
    label = fields.String(required=True)
    created_at = fields.Integer(required=True)
    last_seen_at = fields.Integer(required=True)
    current = fields.Boolean(required=True)


class SessionList(BaseSchema):
    """Every device somebody is signed in on."""

    sessions = fields.List(fields.Nested(SessionInfo), required=True)


class TermsAcceptance(BaseSchema):
    """The version of the terms that was read."""

    version = Line(required=True, most=8)


class InvitationCard(BaseSchema):
    """A one-time code to hand over, shown once. `qr_svg` is an image of the link."""

    code = fields.String(required=True)
    link = fields.String(required=True)
    qr_svg = fields.String(required=True)
    expires_at = fields.Integer(required=True)


class InvitationIssued(BaseSchema):
    """What to hand over."""

    invitation = fields.Nested(InvitationCard, required=True)


class AdvisorDraft(BaseSchema):
    """Somebody to invite as an advisor of one's structure; `site` is one of its sites."""

    first_name = Line(required=True, most=NAME_MAX)
    last_name = Line(required=True, most=NAME_MAX)
    email = EmailLine(required=True, most=EMAIL_MAX)
    title = Choice(*TITLES, required=True)
    site = Id(load_default=None, allow_none=True)


class PersonaChoice(BaseSchema):
    """Whom to be in the demo."""

    persona = Line(required=True, most=32)


class Persona(BaseSchema):
    """Somebody of the demo."""

    persona = fields.String(required=True)
    name = fields.String(required=True)
    role = Choice(*ROLES, required=True)


class PersonaList(BaseSchema):
    """Everybody one may be in the demo."""

    personas = fields.List(fields.Nested(Persona), required=True)


class PreferencesSet(BaseSchema):
    """The preferences that change; at least one."""

    theme = Choice("auto", "light", "dark")
    text_size = Choice("normal", "large", "very_large")
    share_read = fields.Boolean(truthy={True}, falsy={False})
    shortcuts = fields.Boolean(truthy={True}, falsy={False})

    @validates_schema
    def _changes_something(self, data: dict[str, Any], **_options: Any) -> None:
        if not data:
            raise ValidationError(t("form.required"))

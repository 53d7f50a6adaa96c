"""Shapes of the caseloads domain: what comes in, what goes out."""

from __future__ import annotations

from marshmallow import fields

from server.identity.schemas import NAME_MAX, ROLES, InvitationCard
from server.kernel.fields import BirthDate, Choice, Line, Secret
from server.kernel.schemas import BaseSchema, Id

from .models import SCHEMES

CODE_MAX = 40
#: A secret made by a device: long enough that nobody guesses it.
SECRET_MIN, SECRET_MAX = 32, 64


class CodeLook(BaseSchema):
    """A code as somebody typed it, and the secret of a device that may have used it already."""

    code = Secret(required=True, most=CODE_MAX)
    secret = Secret(load_default=None, allow_none=True, least=SECRET_MIN, most=SECRET_MAX)


class Host(BaseSchema):
    """The advisor who invited a young person."""

    first_name = fields.String(required=True)
    title = fields.String(required=True)


class InvitationPreview(BaseSchema):
    """Whom a code lets in, before it is used."""

    role = Choice(*ROLES, required=True)
    first_name = fields.String(required=True)
    structure = fields.String(required=True)
    advisor = fields.Nested(Host, required=True, allow_none=True)
    needs_password = fields.Boolean(required=True)
    terms = fields.String(required=True, metadata={"description": "The version to accept."})


class CodeUse(BaseSchema):
    """A code, the terms that were read, and the password an advisor chose."""

    code = Secret(required=True, most=CODE_MAX)
    terms = Line(required=True, most=8)
    password = Secret(load_default=None, allow_none=True)
    #: Made by the device: lets it, and nobody else, ask again when the answer was lost.
    secret = Secret(load_default=None, allow_none=True, least=SECRET_MIN, most=SECRET_MAX)


class YoungPersonDraft(BaseSchema):
    """Somebody to take into one's caseload."""

    first_name = Line(required=True, most=NAME_MAX)
    last_name = Line(required=True, most=NAME_MAX)
    birth_date = BirthDate(load_default=None, allow_none=True)
    scheme = Choice(*SCHEMES, load_default="CEJ")


class ContactSet(BaseSchema):
    """What changes of how somebody is reached; null or nothing clears. The operation judges it."""

    phone = fields.String(allow_none=True)
    email = fields.String(allow_none=True)
    usual_first_name = fields.String(allow_none=True)


class YoungPersonSummary(BaseSchema):
    """A young person just invited."""

    id = Id(required=True)
    first_name = fields.String(required=True)
    last_name = fields.String(required=True)
    birth_date = fields.Date(required=True, allow_none=True)
    scheme = Choice(*SCHEMES, required=True)


class YoungPersonInvited(BaseSchema):
    """A young person and what to hand over to them."""

    young_person = fields.Nested(YoungPersonSummary, required=True)
    invitation = fields.Nested(InvitationCard, required=True)

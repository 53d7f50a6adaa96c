"""Doors of caseloads: inviting young people, coming in with a code, how they are reached."""

from __future__ import annotations

from typing import Any

from server.extensions import Blueprint
from server.identity.access import door, signed_in
from server.identity.invitation_card import card_of
from server.identity.reception import browser, config, welcome
from server.identity.schemas import InvitationIssued, Me
from server.identity.terms import CURRENT
from server.kernel.intents import Gesture, IntentDoor
from server.kernel.unit_of_work import UnitOfWork, unit_of_work

from . import contacts, entrance, operations
from .schemas import (
    CodeLook,
    CodeUse,
    ContactSet,
    InvitationPreview,
    YoungPersonDraft,
    YoungPersonInvited,
)

blueprint = Blueprint(
    "caseloads", __name__, url_prefix="/api", description="Young people and their codes"
)


@blueprint.route("/young-people", methods=["POST"])
@door("POST /api/young-people")
@blueprint.arguments(YoungPersonDraft)
@blueprint.response(201, YoungPersonInvited)
def invite_young_person(form: dict[str, Any]) -> dict[str, object]:
    """Take a young person into one's caseload."""
    by = signed_in()
    with unit_of_work(by=by) as uow:
        young_person, issued = operations.invite_young_person(
            uow, by=by, birth_on=form.pop("birth_date"), **form
        )
        shown = {
            "id": young_person.id,
            "first_name": young_person.account.first_name,
            "last_name": young_person.account.last_name,
            "birth_date": young_person.birth_on,
            "scheme": young_person.scheme,
        }
    return {"young_person": shown, "invitation": card_of(issued, origin=config().origin)}


@blueprint.route("/young-people/<young_person_id>/invitations", methods=["POST"])
@door("POST /api/young-people/<young_person_id>/invitations")
@blueprint.response(201, InvitationIssued)
def issue_new_code(young_person_id: str) -> dict[str, object]:
    """Give a young person a new code, ending their sessions."""
    by = signed_in()
    with unit_of_work(by=by) as uow:
        issued = operations.issue_new_code(uow, by=by, young_person_id=young_person_id)
    return {"invitation": card_of(issued, origin=config().origin)}


@blueprint.route("/invitations/preview", methods=["POST"])
@door("POST /api/invitations/preview")
@blueprint.arguments(CodeLook)
@blueprint.response(200, InvitationPreview)
def look_at_code(form: dict[str, Any]) -> dict[str, object]:
    """Show whom a code lets in, without using it."""
    guest = entrance.look_at_code(**form, source=browser()["source"])
    host = guest.advisor
    return {
        "role": guest.role,
        "first_name": guest.first_name,
        "structure": guest.structure,
        "advisor": {"first_name": host[0], "title": host[1]} if host else None,
        "needs_password": guest.needs_password,
        "terms": CURRENT,
    }


@blueprint.route("/invitations/redeem", methods=["POST"])
@door("POST /api/invitations/redeem")
@blueprint.arguments(CodeUse)
@blueprint.response(200, Me)
def use_code(form: dict[str, Any]) -> dict[str, object]:
    """Come in with a code, once."""
    return welcome(entrance.come_in(**form, **browser()))


def _set_contact(uow: UnitOfWork, gesture: Gesture) -> None:
    contacts.set_contact(
        uow,
        by=gesture.by,
        young_person_id=gesture.owner,
        contact_id=gesture.id,
        changes=gesture.values,
        edit=gesture.edit,
    )


INTENTS = (IntentDoor("contact.set", "d", ContactSet, _set_contact),)

"""Doors of identity: signing in and out, one's own account and devices, inviting advisors."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request
from sqlalchemy import select

from server.extensions import Blueprint
from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.intents import Gesture, IntentDoor
from server.kernel.policy import Actor, require
from server.kernel.unit_of_work import UnitOfWork, unit_of_work

from . import entrance, operations, sessions, terms
from .access import door, init_access, is_session_live, signed_in
from .cookie import forget_token
from .invitation_card import card_of
from .models import Account, DemoPersona, DeviceSession
from .policy import relations_to_account
from .reception import browser, config, describe, welcome
from .schemas import (
    AdvisorDraft,
    InvitationIssued,
    Me,
    PersonaChoice,
    PersonaList,
    PreferencesSet,
    SessionList,
    SignIn,
    TermsAcceptance,
)

blueprint = Blueprint("identity", __name__, url_prefix="/api", description="Accounts and devices")
demo_blueprint = Blueprint("demo", __name__, url_prefix="/api/demo", description="The demo only")

__all__ = ["INTENTS", "blueprint", "demo_blueprint", "is_session_live", "signed_in"]


def init_identity(app: Flask) -> None:
    """Recognise people by their cookie; keep their answers out of every cache."""
    init_access(app)
    app.after_request(_keep_private)


def _keep_private(response: Response) -> Response:
    if request.path.startswith("/api/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


@blueprint.route("/sessions", methods=["POST"])
@door("POST /api/sessions")
@blueprint.arguments(SignIn)
@blueprint.response(200, Me)
def sign_in(form: dict[str, Any]) -> dict[str, object]:
    """Sign an advisor in."""
    opened = entrance.sign_in(**form, **browser())
    return welcome(opened)


@blueprint.route("/me", methods=["GET"])
@door("GET /api/me")
@blueprint.response(200, Me)
def show_me() -> dict[str, object]:
    """Say who is signed in."""
    by = signed_in()
    require(by, "GET /api/me", relations_to_account(by, by.id))
    return describe(by)


@blueprint.route("/me/terms", methods=["POST"])
@door("POST /api/me/terms")
@blueprint.arguments(TermsAcceptance)
@blueprint.response(204)
def accept_terms(form: dict[str, Any]) -> None:
    """Accept the present terms."""
    by = signed_in()
    with unit_of_work(by=by) as uow:
        terms.accept_terms(uow, by=by, version=form["version"])


@blueprint.route("/me/sessions", methods=["GET"])
@door("GET /api/me/sessions")
@blueprint.response(200, SessionList)
def list_sessions() -> dict[str, object]:
    """List the devices one is signed in on."""
    by = signed_in()
    with read_only() as session:
        found = sessions.live_sessions(session, by=by, at=now_ms())
    return {"sessions": [_session_info(one, by) for one in found]}


def _session_info(device: DeviceSession, by: Actor) -> dict[str, object]:
    return {
        "id": device.id,
        "label": device.label,
        "created_at": device.created_at,
        "last_seen_at": device.last_seen_at,
        "current": device.id == by.session_id,
    }


@blueprint.route("/me/sessions/<session_id>", methods=["DELETE"])
@door("DELETE /api/me/sessions/<session_id>")
@blueprint.response(204)
def end_session(session_id: str) -> None:
    """Sign one device out; `current` is this one."""
    by = signed_in()
    chosen = by.session_id if session_id == "current" else session_id
    with unit_of_work(by=by) as uow:
        sessions.end_session(uow, by=by, session_id=chosen)
    if chosen == by.session_id:
        forget_token()


@blueprint.route("/advisors/invitations", methods=["POST"])
@door("POST /api/advisors/invitations")
@blueprint.arguments(AdvisorDraft)
@blueprint.response(201, InvitationIssued)
def invite_advisor(form: dict[str, Any]) -> dict[str, object]:
    """Invite an advisor to one's structure."""
    by = signed_in()
    with unit_of_work(by=by) as uow:
        issued = operations.invite_advisor(uow, by=by, site_id=form.pop("site"), **form)
    return {"invitation": card_of(issued, origin=config().origin)}


@demo_blueprint.route("/personas", methods=["GET"])
@door("GET /api/demo/personas")
@demo_blueprint.response(200, PersonaList)
def list_personas() -> dict[str, object]:
    """List whom one may be in the demo."""
    with read_only() as session:
        rows = session.execute(
            select(DemoPersona.persona, Account)
            .join(Account, Account.id == DemoPersona.account_id)
            .order_by(DemoPersona.position)
        ).all()
    return {
        "personas": [
            {"persona": persona, "name": account.name, "role": account.role}
            for persona, account in rows
        ]
    }


@demo_blueprint.route("/sessions", methods=["POST"])
@door("POST /api/demo/sessions")
@demo_blueprint.arguments(PersonaChoice)
@demo_blueprint.response(200, Me)
def enter_demo(form: dict[str, Any]) -> dict[str, object]:
    """Sign in as somebody of the demo."""
    visitor = browser()
    opened = entrance.enter_as_persona(
        persona=form["persona"], label=visitor["label"], held_token=visitor["held_token"]
    )
    return welcome(opened)


def _set_preferences(uow: UnitOfWork, gesture: Gesture) -> None:
    operations.set_preferences(
        uow, by=gesture.by, account_id=gesture.id, values=gesture.values, edit=gesture.edit
    )


INTENTS = (IntentDoor("preferences.set", "u", PreferencesSet, _set_preferences),)

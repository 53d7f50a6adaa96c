"""What is known of the browser that asks, and what the one who signed in is told."""

from __future__ import annotations

from flask import current_app, request

from server.config import Config
from server.kernel.build import client_build
from server.kernel.database import read_only
from server.kernel.policy import Actor
from server.kernel.scopes import find_scope

from . import terms
from .cookie import keep_token, read_token
from .labels import label_of
from .lockout import source_of
from .models import Account
from .sessions import OpenedSession


def browser() -> dict[str, str]:
    """Tell what is known of the browser that asks: where, which, and the session it holds."""
    return {
        "source": source_of(request.remote_addr),
        "label": label_of(request.user_agent.string),
        "held_token": read_token(),
    }


def welcome(opened: OpenedSession) -> dict[str, object]:
    """Hand the new session to the browser, and say who it is for."""
    keep_token(opened)
    return describe(opened.actor)


def describe(actor: Actor) -> dict[str, object]:
    """Give what a device needs to know of the person signed in."""
    with read_only() as session:
        account = session.get_one(Account, actor.id)
        return {
            "id": account.id,
            "role": account.role,
            "first_name": account.first_name,
            "last_name": account.last_name,
            "structure": {"id": account.structure.id, "name": account.structure.name},
            "supervisor": actor.is_supervisor,
            "scope": find_scope(session, "u", account.id).id,
            "terms": {"current": terms.CURRENT, "accepted": account.terms_version},
            "build": client_build(),
            "demo": config().is_demo,
            "session": actor.session_id,
        }


def config() -> Config:
    """Give the settings of the application."""
    settings: Config = current_app.config["PASSERELLE"]
    return settings

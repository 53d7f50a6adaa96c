"""Who is asking: from the cookie of a request to an Actor, through flask-login."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, Request, g
from flask_login import LoginManager, current_user

from server.kernel.clock import now_ms
from server.kernel.database import read_only
from server.kernel.errors import NotSignedIn, Refused
from server.kernel.policy import TABLE, Actor
from server.kernel.unit_of_work import unit_of_work

from . import sessions
from .cookie import read_token

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class SignedIn:
    """What flask-login keeps for the length of a request."""

    actor: Actor
    is_authenticated: bool = True


def init_access(app: Flask) -> None:
    """Let requests be recognised by their cookie, and by nothing else."""
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(_recognise)
    app.before_request(_recognise_nobody_yet)


def signed_in() -> Actor:
    """Give who is asking. Raises NotSignedIn."""
    actor = find_signed_in()
    if actor is None:
        raise NotSignedIn()
    return actor


def find_signed_in() -> Actor | None:
    """Give who is asking, None when nobody is signed in."""
    return current_user.actor if current_user.is_authenticated else None


def is_session_live(session_id: str) -> bool:
    """Say whether a session is still good, at this instant."""
    with read_only() as session:
        return sessions.is_live(session, session_id=session_id, at=now_ms())


def door(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Turn away, before anything is read, whoever can never pass this door of the policy table.

    Whether they may pass for one given thing is asked by the operation.
    """
    row = TABLE[name]

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if "anonymous" not in row and signed_in().principal not in row:
                raise Refused()
            return view(*args, **kwargs)

        return guarded

    return guard


def _recognise_nobody_yet() -> None:
    """Forget whom flask-login found before: `g` outlives a request where an app context does."""
    g.pop("_login_user", None)


def _recognise(_request: Request) -> SignedIn | None:
    token = read_token()
    if not token:
        return None
    at = now_ms()
    seen = sessions.find_actor(token=token, at=at)
    if seen is None:
        return None
    if seen.is_due:
        with unit_of_work(by=seen.actor, at=at) as uow:
            sessions.see_session(uow, session_id=seen.actor.session_id)
    return SignedIn(seen.actor)

"""How a proof becomes a session: password, demo persona. Slow work stays outside transactions."""

from __future__ import annotations

import time

from sqlalchemy import select

from server.kernel.errors import Missing, NotSignedIn
from server.kernel.policy import require
from server.kernel.threads import off_loop
from server.kernel.unit_of_work import UnitOfWork, unit_of_work

from . import lockout, passwords
from .models import Account, DemoPersona
from .operations import find_by_email, normal_email
from .sessions import OpenedSession, end_token, open_session


def pause(seconds: float) -> None:
    """Make an answer wait; under gevent other requests go on meanwhile."""
    time.sleep(seconds)


def sign_in(
    *, email: str, password: str, source: str, label: str, held_token: str = ""
) -> OpenedSession:
    """Sign an advisor in by e-mail and password, in the place of the browser's earlier session.

    An unknown address costs the same work and hears the same answer as a wrong password. Raises
    NotSignedIn (`bad_credentials`), TooMany (`locked_out`) after ten failures from that source.
    """
    about = normal_email(email)
    with unit_of_work(by=None) as uow:
        require(None, "POST /api/sessions", {"public"})
        failures = lockout.charge(uow, lockout.PASSWORD, about=about, source=source)
        account = find_by_email(uow.session, about)
        held = account.password_hash if account and account.closed_at is None else None
    if not off_loop(passwords.matches, held, password) or account is None:
        pause(lockout.pause_seconds(failures))
        raise NotSignedIn("bad_credentials")
    with unit_of_work(by=None) as uow:
        lockout.forgive(uow, lockout.PASSWORD, about=about, source=source)
        return enter(uow, account_id=account.id, label=label, held_token=held_token)


def enter(uow: UnitOfWork, *, account_id: str, label: str, held_token: str) -> OpenedSession:
    """Open a session, ending the one this browser held."""
    if held_token:
        end_token(uow, token=held_token)
    return open_session(uow, uow.session.get_one(Account, account_id), label=label)


def enter_as_persona(*, persona: str, label: str, held_token: str = "") -> OpenedSession:
    """Sign in as somebody of the demo. Raises Missing for a persona nobody plays."""
    with unit_of_work(by=None) as uow:
        require(None, "POST /api/demo/sessions", {"public"})
        account_id = uow.session.scalar(
            select(DemoPersona.account_id).where(DemoPersona.persona == persona)
        )
        if account_id is None:
            raise Missing()
        return enter(uow, account_id=account_id, label=label, held_token=held_token)

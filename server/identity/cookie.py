"""The cookie that carries a session's token: HttpOnly, SameSite=Lax, bound to the host on https."""

from __future__ import annotations

from flask import Response, after_this_request, current_app, request

from server.config import Config

from .sessions import OpenedSession


def cookie_name(config: Config) -> str:
    """Name the cookie; the prefix makes browsers refuse it from anything but this https host."""
    return "__Host-passerelle" if config.is_secure else "passerelle"


def read_token() -> str:
    """Give the token this browser sent, empty when it sent none."""
    return request.cookies.get(cookie_name(_config()), "")


def keep_token(opened: OpenedSession) -> None:
    """Hand the token of a new session to this browser with the answer."""
    _with_answer(opened.token, opened.life_seconds)


def forget_token() -> None:
    """Take the token back from this browser with the answer."""
    _with_answer("", 0)


def _with_answer(token: str, life_seconds: int) -> None:
    config = _config()

    @after_this_request
    def set_cookie(response: Response) -> Response:
        response.set_cookie(
            cookie_name(config),
            token,
            max_age=life_seconds,
            path="/",
            secure=config.is_secure,
            httponly=True,
            samesite="Lax",
        )
        return response


def _config() -> Config:
    config: Config = current_app.config["PASSERELLE"]
    return config

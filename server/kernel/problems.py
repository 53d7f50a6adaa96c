"""Errors as problem+json: a stable code for machines, a French title for people."""

from __future__ import annotations

import logging

from flask import Flask, Response, g, jsonify, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from .errors import AppError
from .ids import new_id
from .schemas import first_error
from .strings import sentences

log = logging.getLogger(__name__)

_BY_STATUS = {
    400: "bad_request",
    401: "auth",
    403: "forbidden",
    404: "missing",
    405: "method",
    413: "too_large",
    415: "bad_request",
    422: "validation",
    429: "too_many",
}


def init_problems(app: Flask) -> None:
    """Answer every error as problem+json, with the id under which it was logged."""
    app.before_request(_name_request)
    app.register_error_handler(AppError, _app_error)
    app.register_error_handler(ValidationError, _validation_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def problem(
    status: int,
    code: str,
    *,
    errors: dict[str, list[str]] | None = None,
    retry_after: int | None = None,
) -> Response:
    """Build one problem+json answer; `retry_after` is in seconds."""
    titles = sentences()
    body: dict[str, object] = {
        "type": f"/problems/{code}",
        "code": code,
        "title": titles.get(f"error.{code}", titles["error.failed"]),
        "status": status,
        "request_id": getattr(g, "request_id", ""),
    }
    if errors:
        body["errors"] = errors
    response = jsonify(body)
    response.status_code = status
    response.content_type = "application/problem+json"
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _name_request() -> None:
    g.request_id = new_id()


def _app_error(error: AppError) -> Response:
    return problem(error.status, error.code, errors=error.fields, retry_after=error.retry_after)


def _validation_error(error: ValidationError) -> Response:
    return problem(422, "validation", errors=first_error(error))


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    messages = getattr(error, "data", {}).get("messages")  # webargs puts them there
    code = _BY_STATUS.get(status, "failed")
    if isinstance(messages, dict):
        nested = messages.get("json", messages)
        if isinstance(nested, dict):
            return problem(status, code, errors=first_error(ValidationError(nested)))
    response = problem(status, code)
    for name, value in error.get_headers():
        if name in ("Allow", "Location"):
            response.headers[name] = value
    return response


def _unexpected(_error: Exception) -> Response:
    log.exception("request %s %s %r", getattr(g, "request_id", ""), request.method, request.path)
    return problem(500, "failed")

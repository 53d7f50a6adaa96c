"""The security policy is the one decided; every answer carries it, no source goes around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from server import create_app
from server.config import Config
from server.kernel.headers import CONTENT_SECURITY_POLICY

PWA = Path(__file__).resolve().parents[2] / "pwa"

DECIDED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' blob: data:",
    "media-src": "'self' blob:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "passerelle",
}
#: Ways around the policy. `createPolicy` has one place: the worker's registration.
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|"
    r"javascript:"
)


@pytest.fixture
def empty_app(tmp_path: Path) -> Flask:
    return create_app(Config(data=tmp_path, test=True, build_dir=tmp_path))


def test_the_policy_is_the_one_decided() -> None:
    written = dict(part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; "))
    assert written == DECIDED


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/jeunes/1"),
        ("GET", "/healthz"),
        ("GET", "/api/me"),
        ("GET", "/api/nothing"),
        ("GET", "/lost.txt"),
        ("POST", "/api/sync/1"),
        ("DELETE", "/"),
    ],
)
def test_every_answer_carries_it_errors_included(empty_app: Flask, method: str, path: str) -> None:
    answer = empty_app.test_client().open(path, method=method)

    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Permissions-Policy" in answer.headers


def test_only_https_installations_forbid_plain_http(tmp_path: Path) -> None:
    def header(origin: str) -> str | None:
        app = create_app(Config(origin=origin, data=tmp_path, test=True))
        return app.test_client().get("/healthz").headers.get("Strict-Transport-Security")

    assert header("http://localhost:8000") is None
    assert header("https://passerelle.example") is not None


def test_no_source_works_around_the_policy() -> None:
    sources = [path for path in PWA.glob("src/**/*.ts*") if ".test." not in path.name]
    assert [path.name for path in sources if FORBIDDEN.search(path.read_text())] == []


def test_there_is_one_trusted_types_policy() -> None:
    makers = [path.name for path in PWA.glob("src/**/*.ts*") if "createPolicy" in path.read_text()]
    assert makers == ["update.ts"]


def test_the_page_has_no_inline_script_or_style() -> None:
    page = (PWA / "index.html").read_text()

    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert "<style" not in page
    assert re.findall(r"\s(?:style|on\w+)=", page) == []

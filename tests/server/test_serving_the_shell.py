"""The built application is served as it was built: compressed, cached for as long as is safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server import create_app
from server.config import Config

PAGE = b"<!doctype html><title>Passerelle</title>"


@pytest.fixture
def browser(tmp_path: Path) -> FlaskClient:
    build = tmp_path / "dist"
    (build / "assets").mkdir(parents=True)
    (build / "index.html").write_bytes(PAGE)
    (build / "sw.js").write_text("// worker")
    (build / "manifest.webmanifest").write_text("{}")
    (build / "assets" / "main-1a2b.js").write_text("plain")
    (build / "assets" / "main-1a2b.js.br").write_text("as brotli")
    (build / "assets" / "main-1a2b.js.gz").write_text("as gzip")
    (tmp_path / "secret.txt").write_text("not yours")
    return create_app(Config(data=tmp_path, test=True, build_dir=build)).test_client()


@pytest.mark.parametrize("path", ["/", "/accueil", "/jeunes/0190-aa", "/mentions-legales"])
def test_any_screens_address_is_the_application(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)

    assert answer.data == PAGE
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/robots.txt", "/assets/old-9f.js", "/api/nothing", "/api"])
def test_what_does_not_exist_is_not_the_application(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt"]
)
def test_nothing_outside_the_build_is_served(browser: FlaskClient, path: str) -> None:
    assert b"not yours" not in browser.get(path).data


@pytest.mark.parametrize(
    ("accepted", "encoding", "body"),
    [
        ("gzip, deflate, br", "br", b"as brotli"),
        ("gzip, deflate", "gzip", b"as gzip"),
        ("identity", None, b"plain"),
        ("br;q=0, gzip", "gzip", b"as gzip"),
    ],
)
def test_the_best_form_the_browser_reads_is_sent(
    browser: FlaskClient, accepted: str, encoding: str | None, body: bytes
) -> None:
    answer = browser.get("/assets/main-1a2b.js", headers={"Accept-Encoding": accepted})

    assert (answer.headers.get("Content-Encoding"), answer.data) == (encoding, body)
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_hashed_file_is_kept_for_a_year(browser: FlaskClient) -> None:
    cached = browser.get("/assets/main-1a2b.js").headers["Cache-Control"]
    assert "immutable" in cached
    assert "max-age=31536000" in cached


@pytest.mark.parametrize("path", ["/sw.js", "/manifest.webmanifest", "/index.html"])
def test_what_keeps_its_name_is_asked_for_again(browser: FlaskClient, path: str) -> None:
    first = browser.get(path)
    again = browser.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert again.status_code == 304


def test_an_address_longer_than_any_file_name_is_the_application(browser: FlaskClient) -> None:
    assert browser.get("/" + "a" * 300).data == PAGE


def test_the_application_is_never_kept_for_a_year(browser: FlaskClient) -> None:
    assert browser.get("/assets/nothing").headers["Cache-Control"] == "no-cache"

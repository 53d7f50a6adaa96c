"""The stage of the browser tests: servers on copies of the filled demo, people at real browsers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.proxy import LossyProxy

from .browsers import chromium, webkit
from .people import Person
from .server import DIST, Server, Template, flask
from .stage import Stage
from .watching import Watch
from .webkit_people import WebKitPerson

ServerFactory = Callable[[], Server]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A small demo, made once; servers run on copies of it."""
    if not (DIST / "build.json").is_file():
        pytest.fail("The browser application is not built: run ./scripts/setup")
    data = tmp_path_factory.mktemp("filled")
    for command in (("db", "upgrade"), ("demo", "fill")):
        flask(data, *command)
    build_dir = tmp_path_factory.mktemp("build") / "dist"
    shutil.copytree(DIST, build_dir)
    return Template(data, build_dir)


@pytest.fixture(scope="session")
def house(filled: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server shared by the tests that leave it standing."""
    server = Server.on_copy_of(filled, tmp_path_factory.mktemp("house") / "data").start()
    yield server
    server.stop()
    flask(server.data, "sync-doctor")


@pytest.fixture
def own_server(filled: Template, tmp_path: Path) -> Iterator[Server]:
    """A server that the test may stop, kill or freeze. The test starts it.

    Whatever happened to it, what was projected must match the tables in the end.
    """
    server = Server.on_copy_of(filled, tmp_path / "data")
    yield server
    server.stop()
    flask(server.data, "sync-doctor")


@pytest.fixture
def lossy(own_server: Server) -> Iterator[LossyProxy]:
    """A proxy in front of `own_server`, which becomes its public address."""
    with LossyProxy(own_server.port) as proxy:
        own_server.public_port = proxy.port
        yield proxy


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    """The one Chromium of the run; each person has a context of their own in it."""
    running = chromium.launch(driver)
    yield running
    running.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Whatever the test is about, no page may break the content policy or raise."""
    watching = Watch()
    yield watching
    watching.must_have_seen_nothing()


@pytest.fixture
def stage(driver: Playwright, browser: Browser, watch: Watch, tmp_path: Path) -> Iterator[Stage]:
    """Where people come in with their device; everybody leaves at the end."""
    with Stage(driver, browser, watch, tmp_path) as open_stage:
        yield open_stage


@pytest.fixture
def webkit_of() -> Iterator[Callable[[str, Server], WebKitPerson]]:
    """Bring somebody in with WebKitGTK."""
    with ExitStack() as leaving:

        def come(persona: str, server: Server) -> WebKitPerson:
            display = leaving.enter_context(webkit.screen())
            return WebKitPerson(persona, server, leaving.enter_context(webkit.launch(display)))

        yield come


@pytest.fixture
def karim(stage: Stage, house: Server) -> Person:
    """Karim Haddad on his phone, at home."""
    return stage.on_a_phone("karim", house)


@pytest.fixture
def nadia(stage: Stage, house: Server) -> Person:
    """Nadia Benali, his advisor, at her desk."""
    return stage.at_a_desk("nadia", house)

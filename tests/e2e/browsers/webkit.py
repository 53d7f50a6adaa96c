"""WebKitGTK: the nearest thing to an iPhone that runs here. It has no offline switch."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .finding import MissingBrowser, find

_MINI_BROWSERS = "webkit2gtk-4.*/MiniBrowser"


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Run a screen that nobody looks at; give its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            find("xvfb"),
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "800x900x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            yield ":" + pipe.readline().strip()
    finally:
        server.terminate()
        server.wait(10)


@contextlib.contextmanager
def launch(display: str) -> Iterator[webdriver.Remote]:
    """Start WebKitGTK's small browser on that screen; its data lives as long as it."""
    options = Options()
    options.binary_location = _mini_browser()
    options.add_argument("--automation")
    service = Service(find("webkit"), env=dict(os.environ, DISPLAY=display))
    service.start()
    try:
        address = ClientConfig(remote_server_addr=service.service_url)
        browser = webdriver.Remote(RemoteConnection(client_config=address), options=options)
        browser.set_script_timeout(20)
        yield browser
        browser.quit()
    finally:
        service.stop()


def _mini_browser() -> str:
    for folder in ("/usr/lib", "/usr/libexec"):
        found = sorted(Path(folder).glob(f"*/{_MINI_BROWSERS}"))
        if found:
            return str(found[-1])
    raise MissingBrowser("MiniBrowser is not here: apt-get install webkit2gtk-driver")

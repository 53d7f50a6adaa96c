"""What the tested server runs: the application, serving the build the test chose."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from flask import Flask

from server import create_app
from server.config import from_environment


def make() -> Flask:
    """Build the application for this process."""
    return create_app(replace(from_environment(), build_dir=Path(os.environ["E2E_BUILD_DIR"])))

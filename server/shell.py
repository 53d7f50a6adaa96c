"""The built browser application, as files. An address that is not a file is the application.

The build wrote a .br and a .gz beside each text file; this only chooses one.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, abort, current_app, request
from werkzeug.security import safe_join

blueprint = Blueprint("shell", __name__)

#: A year: a hashed name never changes its content.
HASHED: Final = "public, max-age=31536000, immutable"
#: Always ask whether it changed; a 304 costs little.
FRESH: Final = "no-cache"
#: Encodings the build prepared, best first, with the suffix of their files.
PREPARED: Final = (("br", ".br"), ("gzip", ".gz"))
#: First parts of the paths that never belong to the application.
SERVER_PATHS: Final = ("api", "healthz", "readyz")

mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")


@blueprint.get("/")
@blueprint.get("/<path:path>")
def show(path: str = "") -> Response:
    """Send the file at `path`, or the application for an address of a screen."""
    if path.split("/")[0] in SERVER_PATHS:
        abort(404)
    build_dir = current_app.config["PASSERELLE"].build_dir
    file = find_file(build_dir, path)
    if file is None and "." in path.rsplit("/", 1)[-1]:
        abort(404)
    is_hashed = file is not None and path.startswith("assets/")
    return send_prepared(file or build_dir / "index.html", is_hashed=is_hashed)


def find_file(build_dir: Path, path: str) -> Path | None:
    """Return the built file at `path`, None when there is none or it is outside the build."""
    joined = safe_join(str(build_dir), path)
    file = Path(joined) if joined else None
    try:
        return file if file and file.is_file() else None
    except OSError:  # longer than any file name
        return None


def send_prepared(file: Path, *, is_hashed: bool) -> Response:
    """Send `file` in the best encoding the browser accepts among those on disk."""
    if not file.is_file():
        abort(404)
    encoding, chosen = choose(file)
    response = Response(chosen.read_bytes(), mimetype=mimetypes.guess_type(file.name)[0])
    response.add_etag()
    response.headers["Cache-Control"] = HASHED if is_hashed else FRESH
    response.headers["Vary"] = "Accept-Encoding"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.make_conditional(request)
    return response


def choose(file: Path) -> tuple[str | None, Path]:
    """Pick the prepared form the request accepts, the file itself otherwise."""
    for encoding, suffix in PREPARED:
        prepared = file.with_name(file.name + suffix)
        if request.accept_encodings[encoding] and prepared.is_file():
            return encoding, prepared
    return None, file

"""The widget's own files, at an address that portals may rely on."""

import hashlib
import mimetypes
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, request
from werkzeug.security import safe_join

from chatbot.slimming import slimmed

pages = Blueprint("widget", __name__)

HOUR = 3600
_TAG = 12  # characters: it travels with every file


@pages.get("/widget/v1/<name>")
def send_file(name: str) -> Response:
    found = safe_join(str(_folder()), name)
    if found is None or not (file := Path(found)).is_file():
        abort(404)
    return _for_everyone(Response(slimmed(file), mimetype=mimetypes.guess_type(name)[0]))


@pages.get("/widget/v1/launcher.css")
def send_launcher_style() -> Response:
    """The rules that stand in the launcher's script, for browsers that cannot take them there."""
    script = (_folder() / "plan-chat.js").read_text(encoding="utf-8")
    return _for_everyone(Response(script.split("`")[1], mimetype="text/css"))


def _folder() -> Path:
    return Path(current_app.static_folder or "") / "widget"


def _for_everyone(response: Response) -> Response:
    # Modules load across origins only with this header; the files are public and hold no data.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.cache_control.max_age = HOUR
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:_TAG])
    response.make_conditional(request)
    return response

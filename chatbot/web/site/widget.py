"""The widget's own files, at an address that portals may rely on."""

from pathlib import Path

from flask import Blueprint, Response, current_app, send_from_directory

pages = Blueprint("widget", __name__)

HOUR = 3600


@pages.get("/widget/v1/<name>")
def send_file(name: str) -> Response:
    return _for_everyone(send_from_directory(_folder(), name, max_age=HOUR))


@pages.get("/widget/v1/launcher.css")
def send_launcher_style() -> Response:
    """The rules that stand in the launcher's script, for browsers that cannot take them there."""
    script = (_folder() / "plan-chat.js").read_text(encoding="utf-8")
    response = Response(script.split("`")[1], mimetype="text/css")
    response.cache_control.max_age = HOUR
    return _for_everyone(response)


def _folder() -> Path:
    return Path(current_app.static_folder or "") / "widget"


def _for_everyone(response: Response) -> Response:
    # Modules load across origins only with this header; the files are public and hold no data.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response

"""The widget's own files, at an address that portals may rely on."""

from flask import Blueprint, Response, current_app, send_from_directory

pages = Blueprint("widget", __name__)

HOUR = 3600


@pages.get("/widget/v1/<name>")
def send_file(name: str) -> Response:
    response = send_from_directory(f"{current_app.static_folder}/widget", name, max_age=HOUR)
    # Modules load across origins only with this header; the files are public and hold no data.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response

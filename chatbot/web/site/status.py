"""For operators and programmers: is an index served, and what does the API look like."""

import json
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify

from chatbot.web.http.served_by import services
from index.intake.faults import left_out

pages = Blueprint("status", __name__)


@pages.get("/healthz")
def health() -> Response:
    """200 once an index is served; IndexNotBuilt (503) before."""
    shelf = services().shelf
    served = shelf.current()
    told = {"generation": served.id, "documents": len(served.documents)}
    return jsonify({"status": "ok", **told, "left_out": left_out(shelf.faults)})


@pages.get("/openapi.json")
def describe_api() -> Response:
    file = Path(current_app.static_folder or "") / "openapi.json"
    return jsonify(json.loads(file.read_text(encoding="utf-8")))

"""For operators and programmers: is an index served, and what does the API look like."""

from flask import Blueprint, Response, current_app, jsonify, send_from_directory

from chatbot.web.current import services

pages = Blueprint("status", __name__)


@pages.get("/healthz")
def health() -> Response:
    """200 once an index is served; IndexNotBuilt (503) before."""
    shelf = services().shelf.current()
    return jsonify({"status": "ok", "generation": shelf.id, "documents": len(shelf.documents)})


@pages.get("/openapi.json")
def describe_api() -> Response:
    return send_from_directory(current_app.static_folder or "", "openapi.json")

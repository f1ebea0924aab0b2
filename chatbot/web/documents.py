"""The public API of documents: the shelf, and one whole text with its outline."""

from dataclasses import asdict

from flask import Blueprint, Response, jsonify

from chatbot import shaping
from chatbot.web import samples
from chatbot.web.badges import badges
from chatbot.web.current import services
from chatbot.web.refusals import document_unknown

pages = Blueprint("documents", __name__)


@pages.get("/api/documents")
def list_documents() -> Response:
    shelf = services().shelf.current()
    listed = [
        shaping.document_json(document) | {"badges": [asdict(badge) for badge in badges(document)]}
        for document in shelf.documents
    ]
    return jsonify({"documents": listed, "suggestions": list(samples.questions())})


@pages.get("/api/documents/<document_id>")
def read_document(document_id: str) -> Response:
    shelf = services().shelf.current()
    document = shelf.document(document_id)
    if document is None:
        raise document_unknown()
    outline = shaping.outline_json(shelf.sections(document_id), document.text)
    return jsonify(shaping.document_json(document) | {"text": document.text, "outline": outline})

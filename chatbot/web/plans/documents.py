"""The public API of documents: the shelf, and one whole text with its outline."""

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, request

from chatbot.told import api_json
from chatbot.told.badges import badges
from chatbot.web.http.reading_requests import QUESTION_LIMIT
from chatbot.web.http.refusals import bad_request, document_unknown
from chatbot.web.http.served_by import services
from chatbot.web.plans import suggestions
from chatbot.web.plans.opened import opened
from chatbot.web.plans.surroundings import around
from index.intake.documents import Document

pages = Blueprint("documents", __name__)


@pages.get("/api/documents")
def list_documents() -> Response:
    shelf = services().shelf.current()
    listed = [
        api_json.document_json(document) | {"badges": [asdict(badge) for badge in badges(document)]}
        for document in shelf.documents
    ]
    return jsonify({"documents": listed, "suggestions": list(suggestions.questions())})


@pages.get("/api/suggestions")
def suggest_questions() -> Response:
    """Whole questions that go on from what was typed (`q`); with nothing typed, some to begin."""
    typed = request.args.get("q", "").strip()
    if len(typed) > QUESTION_LIMIT:
        raise bad_request(
            "question_too_long", f"q 太长（{len(typed)} 字）：请缩短到 {QUESTION_LIMIT} 字以内。"
        )
    found = suggestions.completing(typed) if typed else suggestions.questions()
    return jsonify({"suggestions": list(found)})


@pages.get("/api/documents/<document_id>")
def read_document(document_id: str) -> Response:
    document = _document(document_id)
    shelf = services().shelf.current()
    outline = api_json.outline_json(shelf.sections(document_id), document.text)
    return jsonify(api_json.document_json(document) | {"text": document.text, "outline": outline})


@pages.get("/api/documents/<document_id>/context")
def read_context(document_id: str) -> Response:
    shown = opened(document_id)
    document, span = shown.document, shown.mark
    if span is None:
        raise bad_request(
            "place_wrong", "start、end 与现在的文件对不上：文件可能已经更新，请重新提问。"
        )
    before, after = around(document.text, span)
    return jsonify({"before": before, "quote": span.cut(document.text), "after": after})


def _document(document_id: str) -> Document:
    document = services().shelf.current().document(document_id)
    if document is None:
        raise document_unknown()
    return document

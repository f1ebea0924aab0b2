"""The public API of answers: a question in, an Answer out, and what people thought of it."""

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from chatbot.web import shaping
from chatbot.web.current import remember, services
from chatbot.web.reading_requests import Asked, read_question, read_rating
from chatbot.web.refusals import bad_request, not_json

pages = Blueprint("answers", __name__)


@pages.post("/api/answers")
def answer_question() -> Response:
    asked = read_question(_json_body())
    _refuse_unknown_documents(asked)
    found = services()
    answer = found.answer(asked.question, asked.history, asked.documents)
    remember(asked.question, answer)
    return jsonify(shaping.answer_json(answer))


@pages.post("/api/feedback")
def rate_answer() -> Response:
    rated = read_rating(_json_body())
    services().records.keep_feedback(rated.answer, rated.helpful, rated.comment)
    return jsonify({"answer": rated.answer, "kept": True})


def _json_body() -> bytes:
    limit = services().settings.max_body
    request.max_content_length = limit
    # Asking for exactly this type makes a browser on a foreign page ask permission first.
    if request.mimetype != "application/json":
        raise not_json()
    body = request.get_data()
    # A body sent in chunks declares no length: werkzeug cuts it at the limit without a word.
    if request.content_length is None and len(body) >= limit:
        raise RequestEntityTooLarge
    return body


def _refuse_unknown_documents(asked: Asked) -> None:
    shelf = services().shelf.current()
    for name in asked.documents:
        if shelf.document(name) is None:
            raise bad_request(
                "document_unknown",
                "documents 里有一份不存在的文件：请从 /api/documents 取得现有文件的 id 再发。",
            )

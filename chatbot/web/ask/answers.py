"""The public API of answers: a question in, an Answer out, and what people thought of it."""

from flask import Blueprint, Response, jsonify

from chatbot.told import api_json
from chatbot.web.http.reading_requests import question_sent, rating_sent
from chatbot.web.http.served_by import refuse_unknown, remember, services

pages = Blueprint("answers", __name__)


@pages.post("/api/answers")
def answer_question() -> Response:
    asked = question_sent(services().settings.max_body)
    refuse_unknown(asked.documents)
    found = services()
    answer = found.answer(asked.question, asked.history, asked.documents)
    remember(asked.question, answer)
    return jsonify(api_json.answer_json(answer, found.settings.contact))


@pages.post("/api/feedback")
def rate_answer() -> Response:
    rated = rating_sent(services().settings.max_body)
    vote = services().records.keep_feedback(rated.answer, rated.helpful, rated.comment, rated.vote)
    return jsonify({"answer": rated.answer, "kept": True, "vote": vote})

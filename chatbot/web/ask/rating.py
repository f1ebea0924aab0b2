"""What a person thought of an answer, told by a plain form on the question page."""

from flask import Blueprint, render_template, request

from chatbot.web.http.reading_requests import HISTORY_LIMIT, checked_history, checked_rating
from chatbot.web.http.served_by import services

pages = Blueprint("rating", __name__)


@pages.post("/ask/rating")
def rate() -> str:
    request.max_content_length = services().settings.max_body
    history = checked_history(request.form.getlist("history")[-HISTORY_LIMIT:])
    reason = request.form.get("reason", "")
    rated = checked_rating(request.form.get("answer", ""), not reason, reason)
    services().records.keep_feedback(rated.answer, rated.helpful, rated.comment)
    return render_template("ask/rated.html", history=history)

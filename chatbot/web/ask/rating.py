"""What a person thought of an answer, told by a plain form on the question page."""

from flask import Blueprint, render_template, request

from chatbot.web.ask.answer_page import REASONS
from chatbot.web.http.reading_requests import HISTORY_LIMIT, checked_history, checked_rating
from chatbot.web.http.served_by import services

pages = Blueprint("rating", __name__)


@pages.post("/ask/rating")
def rate() -> str:
    request.max_content_length = services().settings.max_body
    history = checked_history(request.form.getlist("history")[-HISTORY_LIMIT:])
    answer, reason, vote = (request.form.get(name, "") for name in ("answer", "reason", "vote"))
    rated = checked_rating(answer, request.form.get("helpful") == "yes", reason, vote)
    vote = services().records.keep_feedback(rated.answer, rated.helpful, rated.comment, rated.vote)
    asks_why = not (rated.helpful or rated.comment)
    return render_template(
        "ask/rated.html",
        history=history,
        answer=rated.answer,
        vote=vote if asks_why else "",
        reasons=REASONS,
    )

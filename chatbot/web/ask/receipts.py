"""A question that the plans did not answer is left for staff, and its receipt tells what became."""

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.parts import Guidance
from chatbot.beijing_time import in_full
from chatbot.records.asked.leaving import told
from chatbot.web.http.reading_requests import answer_named
from chatbot.web.http.served_by import services

pages = Blueprint("receipts", __name__)

_LONGEST = 40  # characters of a receipt, however it is typed


@pages.post("/api/receipts")
def leave() -> Response:
    receipt = told(services().records.leave(answer_named(services().settings.max_body)))
    return jsonify({"receipt": receipt, "url": url_for("receipts.page", receipt=receipt)})


@pages.post("/receipts")
def leave_by_form() -> ResponseReturnValue:
    request.max_content_length = services().settings.max_body
    receipt = services().records.leave(request.form.get("answer", ""))
    return redirect(url_for("receipts.page", receipt=told(receipt), new=1), 303)


@pages.get("/receipts")
def page() -> ResponseReturnValue:
    typed = request.args.get("receipt", "").strip()[:_LONGEST]
    left = services().records.left(typed) if typed else None
    before = (left.context,) if left and left.context else ()
    answer = services().answer(left.question, before) if left else None
    shown = render_template(
        "ask/receipt.html",
        typed=typed,
        left=left,
        receipt=told(left.receipt) if left else "",
        is_new=bool(left) and "new" in request.args,
        answer=answer if answer and _is_reply(answer) else None,
        in_full=in_full,
        keep_days=services().settings.keep_days,
    )
    return (shown, 404) if typed and not left else shown


def _is_reply(answer: Answer) -> bool:
    """Whether there is now what there was not: the plans' words, or what staff advise."""
    advised = any(isinstance(part, Guidance) for part in answer.parts)
    return advised or answer.outcome is Outcome.ANSWERED

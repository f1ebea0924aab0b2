"""Why a question is answered as it is: the steps of the answer, for staff who doubt it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot import reporting
from chatbot.answering.explaining import explain
from chatbot.answering.question import Question
from chatbot.records.accounts import Right
from chatbot.records.audit import Action
from chatbot.web.current import services
from chatbot.web.reading_requests import QUESTION_LIMIT, checked_question
from chatbot.web.refusals import RequestRefused
from chatbot.web.staff_session import for_staff, write_down

pages = Blueprint("explanation", __name__)


@pages.get("/desk/explain")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    typed = request.args.get("question", "")
    try:
        question = checked_question(typed) if typed else ""
    except RequestRefused as refusal:
        return _page(typed, str(refusal)), refusal.status
    return _page(question)


def _page(question: str, error: str = "") -> str:
    answer, steps = None, list[tuple[str, str]]()
    if question and not error:
        write_down(Action.ANSWER_EXPLAINED, question)
        answer = services().answer(question)
        lines = (*reporting.why(answer), *explain(Question(question), services().shelf.current()))
        steps = [(name, rest) for name, _, rest in (line.partition("：") for line in lines)]
    return render_template(
        "desk/explain.html",
        question=question,
        longest=QUESTION_LIMIT,
        error=error,
        answer=answer,
        steps=steps,
    )

"""Why a question is answered as it is: the steps of the answer, for staff who doubt it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.answering.explaining import explain
from chatbot.answering.question import Question
from chatbot.records.accounts import Right
from chatbot.records.audit import Action
from chatbot.web.current import services
from chatbot.web.downloads import download
from chatbot.web.explanation_docx import explanation_docx
from chatbot.web.particulars import particulars
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
    if question:
        write_down(Action.ANSWER_EXPLAINED, question)
    return _page(question)


@pages.get("/desk/explain.docx")
@for_staff(Right.CHECK)
def export() -> ResponseReturnValue:
    question = checked_question(request.args.get("question", ""))
    write_down(Action.EXPLANATION_EXPORTED, question)
    reply = services().answer(question).text
    content = explanation_docx(question, reply, _steps(question), particulars())
    return download(content, "为什么这样答.docx")


def _page(question: str, error: str = "") -> str:
    asked = bool(question) and not error
    return render_template(
        "desk/explain.html",
        question=question,
        longest=QUESTION_LIMIT,
        error=error,
        answer=services().answer(question) if asked else None,
        steps=_steps(question) if asked else [],
    )


def _steps(question: str) -> list[tuple[str, str]]:
    """The name of each step, and what came of it."""
    lines = explain(Question(question), services().shelf.current())
    return [(name, rest) for name, _, rest in (line.partition("：") for line in lines)]

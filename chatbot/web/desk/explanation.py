"""Why a question is answered as it is: the steps of the answer, for staff who doubt it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.answering.parts import shown
from chatbot.answering.trace import Trace
from chatbot.answering.understanding.question import Question
from chatbot.files.explanation_docx import explanation_docx
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import questions_told
from chatbot.told.trace_told import trace_told
from chatbot.web.desk.made_by import made, particulars
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.reading_requests import QUESTION_LIMIT, checked_question
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services

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
    trace = services().trace(Question(question))
    parts = shown(trace.answer.parts, trace.answer.citations)
    by = made()
    content = explanation_docx(question, parts, _steps(trace), by, particulars(by))
    return download(content, "为什么这样答.docx")


def _page(question: str, error: str = "") -> str:
    trace = services().trace(Question(question)) if question and not error else None
    return render_template(
        "desk/explain.html",
        question=question,
        longest=QUESTION_LIMIT,
        error=error,
        answer=trace.answer if trace else None,
        steps=_steps(trace) if trace else [],
    )


def _steps(trace: Trace) -> list[tuple[str, str]]:
    """The name of each step, and what came of it."""
    lines = (*questions_told.why(trace.answer), *trace_told(trace))
    return [(name, rest) for name, _, rest in (line.partition("：") for line in lines)]

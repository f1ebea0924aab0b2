"""Why a question is answered as it is: the steps of the answer, for staff who doubt it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Answer
from chatbot.answering.explaining import explain
from chatbot.answering.parts import shown
from chatbot.answering.understanding.question import Question
from chatbot.files.explanation_docx import explanation_docx
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import questions_told
from chatbot.web.desk.made_by import particulars
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
    answer = services().answer(question)
    parts = shown(answer.parts, answer.citations)
    content = explanation_docx(question, parts, _steps(question, answer), particulars())
    return download(content, "为什么这样答.docx")


def _page(question: str, error: str = "") -> str:
    answer = services().answer(question) if question and not error else None
    return render_template(
        "desk/explain.html",
        question=question,
        longest=QUESTION_LIMIT,
        error=error,
        answer=answer,
        steps=_steps(question, answer) if answer else [],
    )


def _steps(question: str, answer: Answer) -> list[tuple[str, str]]:
    """The name of each step, and what came of it."""
    lines = (*questions_told.why(answer), *explain(Question(question), services().shelf.current()))
    return [(name, rest) for name, _, rest in (line.partition("：") for line in lines)]

"""What citizens asked: the list, filtered, marked as dealt with, and taken away as a file."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.files.csv_export import csv_file
from chatbot.files.workbook import workbook
from chatbot.records.asked.reviewing import Order
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import questions_told
from chatbot.web.desk.made_by import made
from chatbot.web.desk.questions.questions_wanted import as_query, page_number, wanted
from chatbot.web.desk.session import current_account, for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.reading_requests import NOTE_LIMIT, checked_note, checked_question
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services, titles

pages = Blueprint("questions", __name__)

_SHOWN = 20  # questions a page
_MOST = 100_000  # questions in a file
_ORDERS = {Order.NEWEST: "最近问的", Order.OFTEN: "问得最多"}
_NAME = "居民提问"


@pages.get("/desk/questions")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    chosen, number = wanted(), page_number()
    found, total = services().records.asked(chosen, _SHOWN, (number - 1) * _SHOWN)
    if number == 1:
        write_down(Action.QUESTIONS_READ, questions_told.filters(chosen))
    return render_template(
        "desk/questions/questions.html",
        chosen=chosen,
        query=as_query(chosen),
        found=found,
        total=total,
        number=number,
        pages=-(-total // _SHOWN),
        titles=titles(),
        orders=_ORDERS,
        told=questions_told,
        note_limit=NOTE_LIMIT,
        keep_days=services().settings.keep_days,
    )


@pages.get("/desk/questions.csv")
@for_staff(Right.CHECK)
def as_csv() -> ResponseReturnValue:
    return _file("csv", csv_file(questions_told.HEADS, _rows()))


@pages.get("/desk/questions.xlsx")
@for_staff(Right.CHECK)
def as_workbook() -> ResponseReturnValue:
    return _file("xlsx", workbook(_NAME, questions_told.HEADS, _rows(), made()))


@pages.post("/desk/questions/handle")
@for_staff(Right.CHECK)
def handle() -> ResponseReturnValue:
    question = checked_question(request.form.get("question", ""))
    note = checked_note(request.form.get("note", ""))
    if not services().records.handle(question, current_account().name, note):
        raise _gone()
    write_down(Action.QUESTION_HANDLED, f"{question}：{note}" if note else question)
    return _back()


@pages.post("/desk/questions/reopen")
@for_staff(Right.CHECK)
def reopen() -> ResponseReturnValue:
    question = checked_question(request.form.get("question", ""))
    if not services().records.reopen(question):
        raise _gone()
    write_down(Action.QUESTION_REOPENED, question)
    return _back()


def _rows() -> list[questions_told.Row]:
    found, _ = services().records.asked(wanted(), _MOST)
    served = titles()
    return [questions_told.row(one, served) for one in found]


def _file(kind: str, content: bytes) -> Response:
    write_down(Action.QUESTIONS_EXPORTED, f"{kind}，{questions_told.filters(wanted())}")
    return download(content, f"{_NAME}.{kind}")


def _back() -> ResponseReturnValue:
    """To the list as it was filtered; the form's address carries the same filters."""
    query: dict[str, Any] = {**as_query(wanted()), "page": page_number()}
    return redirect(url_for("questions.page", **query), 303)


def _gone() -> RequestRefused:
    return RequestRefused(
        404, "question_unknown", "没有这个问题：它可能已经过期删除，请回到清单重新打开。"
    )

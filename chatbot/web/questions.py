"""What citizens asked: the list, filtered, marked as dealt with, and taken away as a file."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot import reporting
from chatbot.records.accounts import Right
from chatbot.records.audit import Action
from chatbot.records.reviewing import Order
from chatbot.web.csv_export import csv_file
from chatbot.web.current import services, titles
from chatbot.web.downloads import download
from chatbot.web.questions_wanted import as_query, page_number, wanted
from chatbot.web.reading_requests import NOTE_LIMIT, checked_note, checked_question
from chatbot.web.refusals import RequestRefused
from chatbot.web.staff_session import current_account, for_staff, write_down
from chatbot.workbook import workbook

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
        write_down(Action.QUESTIONS_READ, reporting.filters(chosen))
    return render_template(
        "desk/questions.html",
        chosen=chosen,
        query=as_query(chosen),
        found=found,
        total=total,
        number=number,
        pages=-(-total // _SHOWN),
        titles=titles(),
        orders=_ORDERS,
        told=reporting,
        note_limit=NOTE_LIMIT,
        keep_days=services().settings.keep_days,
    )


@pages.get("/desk/questions.csv")
@for_staff(Right.CHECK)
def as_csv() -> ResponseReturnValue:
    return _file("csv", csv_file(reporting.HEADS, _rows()))


@pages.get("/desk/questions.xlsx")
@for_staff(Right.CHECK)
def as_workbook() -> ResponseReturnValue:
    made = datetime.now(UTC)
    return _file("xlsx", workbook(_NAME, reporting.HEADS, _rows(), made))


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


def _rows() -> list[reporting.Row]:
    found, _ = services().records.asked(wanted(), _MOST)
    served = titles()
    return [reporting.row(one, served) for one in found]


def _file(kind: str, content: bytes) -> Response:
    write_down(Action.QUESTIONS_EXPORTED, f"{kind}，{reporting.filters(wanted())}")
    return download(content, f"{_NAME}.{kind}")


def _back() -> ResponseReturnValue:
    """To the list as it was filtered; the form's address carries the same filters."""
    query: dict[str, Any] = {**as_query(wanted()), "page": page_number()}
    return redirect(url_for("questions.page", **query), 303)


def _gone() -> RequestRefused:
    return RequestRefused(
        404, "question_unknown", "没有这个问题：它可能已经过期删除，请回到清单重新打开。"
    )

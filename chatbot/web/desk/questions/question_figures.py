"""What the questions show together: which the plans leave unanswered, and three charts."""

from dataclasses import replace
from datetime import date, timedelta

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Outcome
from chatbot.beijing_time import today_in_china
from chatbot.records.asked.gaps import by_heading, by_missing_word
from chatbot.records.asked.heat import STEPS, heat_maps
from chatbot.records.asked.reviewing import Order, Wanted
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import questions_told
from chatbot.web.desk.questions.charts import chart_of, share
from chatbot.web.desk.questions.questions_wanted import as_query, wanted
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.served_by import services, titles

pages = Blueprint("question_figures", __name__)

_MOST = 2000  # questions grouped: those asked most often
_PERIODS = (7, 30, 90)  # days
_PERIOD, _LONGEST = 30, 366


@pages.get("/desk/questions/gaps")
@for_staff(Right.CHECK)
def gaps() -> ResponseReturnValue:
    chosen = replace(wanted(), outcome=Outcome.NOT_FOUND, order=Order.OFTEN)
    if "handled" not in request.args:
        chosen = replace(chosen, handled=False)
    found, total = services().records.asked(chosen, _MOST)
    write_down(Action.QUESTIONS_READ, f"归类：{questions_told.filters(chosen)}")
    return render_template(
        "desk/questions/gaps.html",
        chosen=chosen,
        total=total,
        most=_MOST,
        groups=(
            ("文件里没有的词", by_missing_word(found)),
            ("最相近的章节", by_heading(found)),
        ),
        titles=titles(),
        told=questions_told,
        keep_days=services().settings.keep_days,
    )


@pages.get("/desk/questions/charts")
@for_staff(Right.CHECK)
def charts() -> ResponseReturnValue:
    first, last = _period(wanted())
    period = Wanted(first, last)
    records = services().records
    write_down(Action.QUESTIONS_READ, f"图表：{questions_told.filters(period)}")
    today = today_in_china()
    return render_template(
        "desk/questions/charts.html",
        chosen=period,
        periods=[
            (days, as_query(Wanted(today - timedelta(days=days - 1), today))) for days in _PERIODS
        ],
        chart=chart_of(records.days(period), first, last),
        maps=heat_maps(services().shelf.current(), records.cited(period)),
        steps=STEPS,
        share=share,
        told=questions_told,
        keep_days=services().settings.keep_days,
    )


def _period(chosen: Wanted) -> tuple[date, date]:
    """The days asked for, at most a year; else the last thirty."""
    last = chosen.last or today_in_china()
    first = chosen.first or last - timedelta(days=_PERIOD - 1)
    first = min(first, last)
    return max(first, last - timedelta(days=_LONGEST - 1)), last

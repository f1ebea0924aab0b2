"""The guides as a page: which are shown, which have expired, what a question would be shown."""

from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering import replies
from chatbot.answering.guidance.guide import Guide
from chatbot.answering.guidance.guiding import asked_for
from chatbot.answering.understanding.question import Question
from chatbot.beijing_time import today_in_china
from chatbot.records.guides import KeptGuide
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.told import questions_told
from chatbot.web.desk.session import address, current_account, for_staff
from chatbot.web.http.reading_requests import QUESTION_LIMIT
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services

pages = Blueprint("guides", __name__)

_SOON = timedelta(days=30)  # in which somebody should look whether a guide still holds


@pages.app_context_processor
def names_of_guides() -> dict[str, object]:
    """`guides_expired()` tells how many guides are no longer shown, wherever the desk says so."""
    return {"guides_expired": _expired, "guided": replies.guided}


@pages.get("/desk/guidance")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    kept, today = services().guides.everything(), today_in_china()
    tried = request.args.get("tried", "").strip()[:QUESTION_LIMIT]
    serving = sorted((one for one in kept if one.is_serving), key=lambda one: _urgency(one, today))
    return render_template(
        "desk/guidance/guides.html",
        serving=serving,
        ended=[one for one in kept if not one.is_serving],
        state=lambda one: _state(one.guide, today),
        tried=tried,
        found=_shown_for(tried, today),
        limit=QUESTION_LIMIT,
        told=questions_told,
    )


@pages.post("/desk/guidance/withdraw")
@for_staff(Right.GUIDE)
def withdraw() -> ResponseReturnValue:
    number = request.form.get("number", 0, type=int)
    deed = Deed(current_account().name, Action.GUIDE_WITHDRAWN, "", address())
    if not services().guides.withdraw(number, deed):
        raise RequestRefused(
            404, "guide_unknown", "没有这条办事指引，或它已经改过、撤回：请回到清单再看。"
        )
    return redirect(url_for("guides.page"), 303)


def _urgency(kept: KeptGuide, today: date) -> tuple[bool, str, int]:
    """What has expired stands first, the newest of the rest above the older."""
    guide = kept.guide
    expired = not guide.holds_on(today)
    return not expired, guide.guidance.until if expired else "", -guide.number


def _state(guide: Guide, today: date) -> tuple[str, str]:
    """What a badge says of it, and its tone."""
    if not guide.holds_on(today):
        return "已过期，居民看不到", "warning"
    if not guide.holds_on(today + _SOON):
        return "快到期", "caution"
    return "使用中", "plain"


def _shown_for(question: str, today: date) -> tuple[Guide, ...]:
    if not question:
        return ()
    tokenizer = services().shelf.current().tokenizer
    return asked_for(Question(question), services().guides.serving(), tokenizer, today)


def _expired() -> int:
    today = today_in_china()
    return sum(not guide.holds_on(today) for guide in services().guides.serving())

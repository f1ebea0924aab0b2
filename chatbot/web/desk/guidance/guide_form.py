"""Writing a guide, or changing one: its fields, what is wrong with them, how it will look."""

from collections.abc import Mapping
from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering import replies
from chatbot.answering.guidance.guide import Guide
from chatbot.beijing_time import today_in_china
from chatbot.records.errors import GuideUnfit
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.web.desk.guidance.guide_wanted import LONGEST, MOST_TOPICS, guide_wanted, not_over
from chatbot.web.desk.session import address, current_account, for_staff
from chatbot.web.http.reading_requests import QUESTION_LIMIT
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services

pages = Blueprint("guide_form", __name__)

_HOLDS = timedelta(days=180)  # as a new guide is filled in: twice a year somebody looks again


@pages.get("/desk/guidance/edit")
@for_staff(Right.GUIDE)
def form() -> ResponseReturnValue:
    number = request.args.get("number", 0, type=int)
    about = request.args.get("about", "").strip()[:QUESTION_LIMIT]
    return _page(number, _fields(number), about)


@pages.post("/desk/guidance/edit")
@for_staff(Right.GUIDE)
def keep() -> ResponseReturnValue:
    given, number = request.form.to_dict(), request.form.get("number", 0, type=int)
    today = today_in_china()
    try:
        guide = not_over(guide_wanted(given, number, today), today)
        deed = Deed(current_account().name, Action.GUIDE_KEPT, "", address())
        kept = services().guides.keep(guide, deed)
    except GuideUnfit as unfit:
        return _page(number, given, given.get("about", ""), str(unfit)), 400
    return redirect(url_for("guides.page", _anchor=f"guide-{kept}"), 303)


def _fields(number: int) -> Mapping[str, str]:
    """What the form is filled with: what is kept, or a day for a new one."""
    today = today_in_china()
    if not number:
        return {"until": (today + _HOLDS).isoformat()}
    kept = services().guides.find(number)
    if kept is None or not kept.is_serving:
        raise RequestRefused(
            404, "guide_unknown", "没有这条办事指引，或它已经改过、撤回：请回到清单再看。"
        )
    return _as_fields(kept.guide)


def _as_fields(guide: Guide) -> dict[str, str]:
    told = {name: getattr(guide.guidance, name) for name in (*replies.GUIDED, "until")}
    return {"topics": "、".join(guide.topics)} | told


def _page(number: int, fields: Mapping[str, str], about: str, error: str = "") -> str:
    return render_template(
        "desk/guidance/guide_form.html",
        number=number,
        fields=fields,
        about=about,
        error=error,
        labels=replies.GUIDED,
        today=today_in_china().isoformat(),
        longest=LONGEST,
        most_topics=MOST_TOPICS,
    )

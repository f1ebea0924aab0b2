"""One plan on its way: what was read of it, the original, its facts, a trial, and what is next."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Answer
from chatbot.desk.publishing.reading_intakes import FACTS, Seen, told
from chatbot.desk.publishing.trying import suggested, try_question
from chatbot.desk.versions.version_pairs import versions_of
from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.intakes import Intake, Kind, State
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.inspection import inspection
from chatbot.web.desk.plans.intakes_asked import (
    deed,
    intake_asked,
    intake_posted,
    served_documents,
    why_not_published,
)
from chatbot.web.desk.plans.originals import shown_as
from chatbot.web.desk.session import for_staff
from chatbot.web.http.reading_requests import QUESTION_LIMIT
from chatbot.web.http.served_by import services
from index.errors import PlanError
from index.intake.documents import Document
from index.outlining.outline import Section

pages = Blueprint("intake_page", __name__)

_NAMES = (
    "标题 简称 发布机关 文号 地区 规划期 文件状态 成文日期 发布日期 施行日期 有效期至 来源网址 来源"
)
LABELS = dict(zip(FACTS, _NAMES.split(), strict=True))
_STATUSES = ("正式文件", "征求意见稿", "草案", "摘要", "已废止")
_LISTED, _SHOWN_LEVEL = 60, 3  # headings shown on the page, and how deep


@pages.get("/desk/plans/<int:number>")
@for_staff(Right.INTAKE)
def page(number: int) -> ResponseReturnValue:
    return _page(intake_asked(number))


@pages.post("/desk/plans/<int:number>")
@for_staff(Right.INTAKE)
def correct(number: int) -> ResponseReturnValue:
    """Keep what was corrected of the facts; the next step is another button."""
    try:
        intake = intake_posted(number)
        facts = services().intaking.facts(intake, request.form)
        changed = [LABELS[name] for name in FACTS if facts.get(name) != intake.facts.get(name)]
        replaces = request.form.get("replaces", intake.replaces)
        wanted = replace(intake, facts=facts, replaces=replaces, state=State.WAITING)
        services().intakes.change(wanted, deed(Action.PLAN_CORRECTED, "、".join(changed)))
    except PlanError as unfit:
        return _page(intake_asked(number), str(unfit), request.form.to_dict()), 409
    return redirect(url_for("intake_page.page", number=number, saved=1), 303)


@pages.post("/desk/plans/<int:number>/offer")
@for_staff(Right.INTAKE)
def offer(number: int) -> ResponseReturnValue:
    return _moved(number, State.READY, Action.PLAN_OFFERED)


@pages.post("/desk/plans/<int:number>/return")
@for_staff(Right.INTAKE)
def give_back(number: int) -> ResponseReturnValue:
    return _moved(number, State.WAITING, Action.PLAN_RETURNED)


@pages.post("/desk/plans/<int:number>/discard")
@for_staff(Right.INTAKE)
def discard(number: int) -> ResponseReturnValue:
    """Drop it and what was sent in: nothing of what is served changes."""
    reply = _moved(number, State.DISCARDED, Action.PLAN_DISCARDED)
    dropped = intake_asked(number)
    if dropped.state is State.DISCARDED and dropped.sha256:
        services().intaking.uploads.forget(dropped.sha256, dropped.file)
    return reply


def _moved(number: int, state: State, action: Action) -> ResponseReturnValue:
    try:
        intake = intake_posted(number)
        services().intakes.move([intake], state, deed(action), is_by_hand=True)
    except IntakeUnfit as unfit:
        return _page(intake_asked(number), str(unfit)), 409
    if state is State.DISCARDED:
        return redirect(url_for("shelving.page"), 303)
    return redirect(url_for("intake_page.page", number=number), 303)


def _page(intake: Intake, error: str = "", typed: dict[str, str] | None = None) -> str:
    """`typed` is what stands in the form when it could not be kept."""
    seen, fault = _seen(intake)
    if seen and seen.document.title != intake.title:
        services().intakes.entitle(intake, seen.document.title)
    question = request.args.get("q", "").strip()[:QUESTION_LIMIT]
    others = [one for one in served_documents() if one.file != intake.file]
    return render_template(
        "desk/plans/intake.html",
        intake=intake,
        is_new=intake.kind is Kind.NEW,
        is_withdrawal=intake.kind is Kind.WITHDRAWAL,
        error=error,
        saved="saved" in request.args,
        fault=fault,
        seen=seen,
        report=inspection(seen.document, seen.sections) if seen else None,
        facts=typed or (_facts(seen.document) if seen else {}),
        now=_facts(seen.document) if seen else {},
        found=_facts(seen.found) if seen else {},
        labels=LABELS,
        statuses=_STATUSES,
        headings=_headings(seen) if seen else [],
        listed=_LISTED,
        unlisted=_unlisted(seen) if seen else 0,
        replaced=_replaced(intake),
        others=others,
        alike=versions_of(seen.document, others) if seen else (),
        quote_url=lambda citation: _place(intake.number, citation.span.start, citation.span.end),
        original=shown_as(seen.file) if seen else "",
        question=question,
        answer=_tried(seen, question) if seen and question else None,
        suggestions=suggested(seen.document, seen.sections) if seen else (),
        limit=QUESTION_LIMIT,
        why_not=why_not_published(intake),
        build=services().builds.find(intake.build) if intake.build else None,
        history=services().intakes.of_file(intake.file),
    )


def _seen(intake: Intake) -> tuple[Seen | None, str]:
    """What was read of it, or why nothing could be."""
    if not intake.is_open:
        return None, ""
    try:
        return services().intaking.see(intake), ""
    except PlanError as fault:
        return None, str(fault)


def _facts(document: Document) -> dict[str, str]:
    return {name: told(getattr(document, name)) for name in FACTS}


def _headings(seen: Seen) -> list[tuple[Section, str]]:
    text = seen.document.text
    return [(one, one.heading.cut(text)) for one in seen.sections if one.heading and one.level]


def _place(number: int, start: int, end: int) -> str:
    """Where the words of a trial stand, on the page of its text."""
    return url_for("intake_text.page", number=number, start=start, end=end, _anchor="mark")


def _unlisted(seen: Seen) -> int:
    """How many headings the list on the page leaves out."""
    headings = _headings(seen)
    return len(headings) - sum(section.level <= _SHOWN_LEVEL for section, _ in headings[:_LISTED])


def _replaced(intake: Intake) -> str:
    """What it takes the place of, as that is called."""
    titles = {one.file: one.title for one in served_documents()}
    return titles.get(intake.replaces, intake.replaces)


def _tried(seen: Seen, question: str) -> Answer:
    return try_question(seen.document, question, services().settings.contact)

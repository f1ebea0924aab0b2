"""The lines of a plan on its way: which are headings, of which level, and marking those misread."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.desk.publishing.reading_intakes import Seen
from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.intakes import Intake
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.web.desk.plans.intakes_asked import deed, intake_asked, intake_posted
from chatbot.web.desk.session import for_staff
from chatbot.web.http.served_by import services
from index.intake.heading_marks import HeadingMark, numbered_lines
from index.spans import Span

pages = Blueprint("intake_outline", __name__)

PER_PAGE = 150  # lines
_SHORT = 60  # characters: a longer line is hardly a heading
_CHOICES = {"headings": "只看标题", "short": "标题和短行", "all": "全部"}
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the clean text, its level as a heading (0: none), whether a person said so.

    `heading` is how many of its characters are the heading.
    """

    number: int
    span: Span
    text: str
    level: int
    heading: int
    is_marked: bool


@pages.get("/desk/plans/<int:number>/outline")
@for_staff(Right.INTAKE)
def page(number: int) -> ResponseReturnValue:
    return _page(intake_asked(number))


@pages.post("/desk/plans/<int:number>/outline")
@for_staff(Right.INTAKE, "max_draft_body")
def mark(number: int) -> ResponseReturnValue:
    """Keep which of the lines shown are headings; only what differs from the reading is kept."""
    try:
        intake = intake_posted(number)
        marks = _marks(intake, services().intaking.see(intake), request.form)
        detail = f"提纲，{len(marks)} 处"
        services().intakes.change(replace(intake, marks=marks), deed(Action.PLAN_CORRECTED, detail))
    except IntakeUnfit as unfit:
        return _page(intake_asked(number), str(unfit)), 409
    show, wanted, find = (request.form.get(name, "") for name in ("show", "page", "find"))
    address = url_for(
        "intake_outline.page", number=number, saved=1, show=show, page=wanted, find=find
    )
    return redirect(address, 303)


def _marks(intake: Intake, seen: Seen, form: Mapping[str, str]) -> tuple[HeadingMark, ...]:
    """The marks of before, with what was chosen now for the lines of this page."""
    text = seen.document.text
    marks = {(mark.line, mark.nth): mark for mark in intake.marks}
    counted = {span.start: nth for span, nth in numbered_lines(text)}
    for line in lines(seen):
        chosen = form.get(f"level-{line.span.start}", "")
        if chosen.isdigit() and int(chosen) != line.level and int(chosen) <= DEEPEST:
            mark = HeadingMark(line.text, counted[line.span.start], int(chosen))
            marks[mark.line, mark.nth] = mark
    if form.get("reset"):
        marks = {}
    return tuple(marks.values())


def lines(seen: Seen) -> Iterator[Line]:
    """Every line that holds words, as it is read now."""
    text = seen.document.text
    headings = {
        text.rfind("\n", 0, section.heading.start) + 1: section
        for section in reversed(seen.sections)  # of several in a line the first one tells
        if section.heading and section.level
    }
    marked = {line.span.start for line in seen.document.marked}
    for number, (span, _) in enumerate(numbered_lines(text), 1):
        section = headings.get(span.start)
        level = min(section.level, DEEPEST) if section else 0
        end = min(section.heading.end, span.end) if section and section.heading else span.start
        is_marked = span.start in marked
        yield Line(number, span, span.cut(text), level, end - span.start, is_marked)


def _page(intake: Intake, error: str = "") -> str:
    seen = services().intaking.see(intake)
    at = request.args.get("at", -1, type=int)
    show, find = request.args.get("show", ""), request.args.get("find", "").strip()
    show = show if show in _CHOICES else ("all" if at >= 0 or find else "headings")
    every = list(lines(seen))
    shown = [line for line in every if _is_shown(line, show, find)]
    first = next((place for place, line in enumerate(shown) if line.span.end > at >= 0), 0)
    wanted = request.values.get("page", 0, type=int) or first // PER_PAGE + 1
    last = max((len(shown) - 1) // PER_PAGE + 1, 1)
    wanted = min(max(wanted, 1), last)
    return render_template(
        "desk/plans/outline.html",
        intake=intake,
        document=seen.document,
        error=error,
        saved="saved" in request.args,
        lines=shown[(wanted - 1) * PER_PAGE : wanted * PER_PAGE],
        counts={name: sum(_is_shown(line, name, "") for line in every) for name in _CHOICES},
        choices=_CHOICES,
        show=show,
        find=find,
        at=at,
        page=wanted,
        last=last,
        deepest=DEEPEST,
    )


def _is_shown(line: Line, show: str, find: str) -> bool:
    if find and find not in line.text:
        return False
    is_heading = line.level > 0 or line.is_marked
    return show == "all" or is_heading or (show == "short" and len(line.text) <= _SHORT)

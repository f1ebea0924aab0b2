"""Pinning an answer: an editor picks whole sentences, sees it as citizens will, confirms."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Answer
from chatbot.answering.candidates.outlines import parent
from chatbot.answering.looking.retrieving import retrieve
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.understanding.sameness import content
from chatbot.records.errors import PinUnfit
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.told import questions_told
from chatbot.web.desk.pins.asked_alike import asked_alike
from chatbot.web.desk.pins.pin_wanted import LONGEST_WORDING, PinWanted, pin_of, pin_wanted
from chatbot.web.desk.session import address, current_account, for_staff, write_down
from chatbot.web.http.reading_requests import QUESTION_LIMIT, checked_question
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services, titles
from index.chunking import Passage
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.outline import Section
from index.spans import Span

pages = Blueprint("pin_form", __name__)

_FOUND = 8  # passages shown
_LISTED = 200  # sentences of a section from which one may still choose


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage found, ready to be chosen."""

    document: Document
    passage: Passage
    quote: str


@pages.get("/desk/pin")
@for_staff(Right.PIN)
def page() -> ResponseReturnValue:
    wanted = pin_wanted()
    if not wanted.span and "look" not in request.args:
        return _page(wanted)
    try:
        pin = pin_of(wanted)
    except RequestRefused as refusal:
        return _page(wanted, error=str(refusal)), refusal.status
    return _page(wanted, services().pinned.tell(pin, Question(pin.wordings[0])))


@pages.post("/desk/pin")
@for_staff(Right.PIN)
def confirm() -> ResponseReturnValue:
    wanted = pin_wanted()
    who, tokenizer = current_account().name, services().shelf.current().tokenizer
    deed = Deed(who, Action.ANSWER_PINNED, "", address())
    try:
        pin = pin_of(wanted)
        title = titles()[pin.document]
        number = services().pins.pin(pin, title, lambda one: content(one, tokenizer), deed)
    except RequestRefused as refusal:
        return _page(wanted, error=str(refusal)), refusal.status
    except PinUnfit as refusal:
        return _page(wanted, error=str(refusal)), 409
    note = f"已指定答复（第 {number} 号）"
    for wording in pin.wordings:
        if services().records.handle(wording, who, note):
            write_down(Action.QUESTION_HANDLED, f"{wording}：{note}")
    return redirect(url_for("pins.page", _anchor=f"pin-{number}"), 303)


def _page(wanted: PinWanted, answer: Answer | None = None, error: str = "") -> str:
    document, sections = wanted.document, wanted.sections
    section = sections[wanted.section] if wanted.section is not None else None
    above = parent(section, sections) if section else None
    return render_template(
        "desk/pins/pin_form.html",
        wanted=wanted,
        state=_state(wanted),
        alike=asked_alike(wanted.question, wanted.other_wordings, LONGEST_WORDING),
        found=_found(wanted) if section is None else (),
        documents=services().shelf.current().documents,
        outline=[(at, one) for at, one in enumerate(sections) if one.path and one.heading],
        section=section,
        listed=_sentences(document, section),
        wider=sections.index(above) if above and _sentences(document, above) else None,
        answer=answer,
        today=_today(wanted) if answer else None,
        error=error,
        limit=QUESTION_LIMIT,
        longest=LONGEST_WORDING,
        told=questions_told,
    )


def _state(wanted: PinWanted) -> dict[str, Any]:
    """What every link and form of the page carries on."""
    values = {"question": wanted.question, "others": wanted.others, "find": wanted.find}
    return {name: value for name, value in values.items() if value} | (
        {"replaces": wanted.replaces} if wanted.replaces else {}
    )


def _found(wanted: PinWanted) -> list[_Place]:
    """Passages for the words looked for, or else for the question itself."""
    try:
        sought = checked_question(wanted.find or wanted.question)
    except RequestRefused:
        return []
    generation = services().shelf.current()
    understood = understand(Question(sought), generation.tokenizer)
    hits = retrieve(understood, frozenset(), generation).hits[:_FOUND]
    held = ((generation.document(hit.passage.document_id), hit.passage) for hit in hits)
    return [_Place(one, passage, passage.span.cut(one.text)) for one, passage in held if one]


def _sentences(document: Document | None, section: Section | None) -> list[tuple[Span, str]]:
    """The sentences of a section; none when they are too many to choose from."""
    if document is None or section is None:
        return []
    found = list(sentences(document.text, section.span))
    return [(one, one.cut(document.text)) for one in found] if len(found) <= _LISTED else []


def _today(wanted: PinWanted) -> Answer:
    """How the question is answered while nothing is pinned to it."""
    return services().answerer.answer(Question(wanted.question))

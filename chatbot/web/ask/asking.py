"""The question page: asking by a plain form, with scripts switched off."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from chatbot.answering.answer import Answer
from chatbot.told.api_json import quote_url
from chatbot.told.badges import badges
from chatbot.web.ask import answer_page
from chatbot.web.ask.answer_page import REASONS
from chatbot.web.http.reading_requests import HISTORY_LIMIT, checked_history, checked_question
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import remember, services
from chatbot.web.plans import suggestions
from chatbot.web.plans.surroundings import around

pages = Blueprint("asking", __name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the page shows: what was typed, and the answer or the error it led to.

    `earlier` are the questions before this one, `history` those to send with the next one.
    """

    typed: str = ""
    question: str = ""
    earlier: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    answer: Answer | None = None
    error: str = ""


@pages.get("/ask")
def form() -> str:
    return _page(Turn())


@pages.post("/ask")
def ask() -> str | tuple[str, int]:
    request.max_content_length = services().settings.max_body
    typed = request.form.get("question", "")
    history: tuple[str, ...] = ()
    try:
        history = checked_history(request.form.getlist("history")[-HISTORY_LIMIT:])
        question = checked_question(typed)
    except RequestRefused as error:
        return _page(Turn(typed, history=history, error=str(error))), error.status
    answer = services().answer(question, history)
    remember(question, answer)
    asked_so_far = (*history, question)[-HISTORY_LIMIT:]
    return _page(Turn("", question, history, asked_so_far, answer))


def _page(turn: Turn) -> str:
    answer = turn.answer
    return render_template(
        "ask/ask.html",
        typed=turn.typed,
        question=turn.question,
        earlier=turn.earlier,
        history=turn.history,
        answer=answer,
        error=turn.error,
        groups=answer_page.quote_groups(answer) if answer else (),
        lines=answer_page.words_around(answer) if answer else (),
        samples=() if answer else suggestions.questions(),
        badges=badges,
        quote_url=quote_url,
        around=lambda citation: around(citation.document.text, citation.span),
        reasons=REASONS,
    )

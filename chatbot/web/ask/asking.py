"""The question page: asking by a plain form, with scripts switched off."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from chatbot.answering.answer import Answer
from chatbot.records.masking import mask
from chatbot.web.ask.answer_page import REASONS
from chatbot.web.http.reading_requests import HISTORY_LIMIT, checked_history, checked_question
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import remember, services
from chatbot.web.plans import suggestions

pages = Blueprint("asking", __name__)

_PERSONAL = (
    "这句话里好像有身份证号、银行卡号或电话。查规划用不着，建议删掉；不删也可以，再点一次“提问”。"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the page shows: what was typed, and the answer or the error it led to.

    `earlier` are the questions before this one, `history` those to send with the next one.
    `is_warned`: the question holds a number by which somebody is known, and is not asked yet.
    """

    typed: str = ""
    question: str = ""
    earlier: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    answer: Answer | None = None
    error: str = ""
    is_warned: bool = False


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
    if mask(question) != question and not request.form.get("as_it_is"):
        return _page(Turn(typed, history=history, error=_PERSONAL, is_warned=True))
    answer = services().answer(question, history)
    remember(question, answer)
    asked_so_far = (*history, question)[-HISTORY_LIMIT:]
    return _page(Turn("", question, history, asked_so_far, answer))


def _page(turn: Turn) -> str:
    return render_template(
        "ask/ask.html",
        typed=turn.typed,
        question=turn.question,
        earlier=turn.earlier,
        history=turn.history,
        answer=turn.answer,
        error=turn.error,
        is_warned=turn.is_warned,
        samples=() if turn.answer else suggestions.questions(),
        reasons=REASONS,
    )

"""Citizens' words: which no plan writes, what a pair would change, which pairs serve."""

import re
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.understanding.question import Question
from chatbot.evaluation.words_tried import Trial, suggested, tried
from chatbot.records.asked.gaps import Gap, by_missing_word
from chatbot.records.asked.reviewing import Order, Rating, Wanted
from chatbot.records.errors import WordsUnfit
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.told import questions_told
from chatbot.web.desk.session import address, current_account, for_staff, write_down
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services, titles
from index.language.synonyms import Pair
from index.language.tokens import fold

pages = Blueprint("words", __name__)

_GROUPED = 2000  # questions that were not answered: those asked most often
_SHOWN = 20  # words
_EXAMPLES = 3  # questions of each
_TRIED = 60  # questions with the word, and as many whose answer helped
_SECONDS = 6.0  # a person waits so long
_SAID, _WRITTEN = re.compile(r"\S{2,12}"), re.compile(r"\S{2,16}")
_GRADES = {"same": "就是这个意思", "near": "很可能是这个意思"}


@dataclass(frozen=True, slots=True)
class _Missing:
    """A word that no plan writes, the questions that used it, and what it may mean."""

    word: str
    gap: Gap[str]
    suggestions: tuple[str, ...]


@pages.get("/desk/words")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    wanted = Wanted(outcome=Outcome.NOT_FOUND, handled=False, order=Order.OFTEN)
    found, _ = services().records.asked(wanted, _GROUPED)
    write_down(Action.QUESTIONS_READ, "居民用词")
    groups = [gap for gap in by_missing_word(found) if gap.about]
    return render_template(
        "desk/words/words.html",
        missing=[_missing(gap) for gap in groups[:_SHOWN]],
        total=len(groups),
        kept=services().words.everything(),
        grades=_GRADES,
        told=questions_told,
        examples=_EXAMPLES,
    )


@pages.get("/desk/words/try")
@for_staff(Right.WORDS)
def trial() -> ResponseReturnValue:
    """What a pair would change, before anybody takes it in."""
    pair = Pair(*(request.args.get(name, "").strip() for name in ("said", "written", "grade")))
    return _shown(pair, _refusal(pair))


@pages.post("/desk/words/accept")
@for_staff(Right.WORDS)
def accept() -> ResponseReturnValue:
    pair = Pair(*(request.form.get(name, "").strip() for name in ("said", "written", "grade")))
    if refusal := _refusal(pair):
        return _shown(pair, refusal)
    try:
        services().words.accept(pair, _deed(Action.WORDS_ACCEPTED))
    except WordsUnfit as unfit:
        return _shown(pair, str(unfit))
    return redirect(url_for("words.page", _anchor="kept"), 303)


@pages.post("/desk/words/withdraw")
@for_staff(Right.WORDS)
def withdraw() -> ResponseReturnValue:
    number = request.form.get("number", 0, type=int)
    if not services().words.withdraw(number, _deed(Action.WORDS_WITHDRAWN)):
        raise RequestRefused(404, "words_unknown", "没有这一对词，或它已经撤回：请回到清单再看。")
    return redirect(url_for("words.page", _anchor="kept"), 303)


def _missing(gap: Gap[str]) -> _Missing:
    word = gap.about or ""
    questions = [one.question for one in gap.questions]
    return _Missing(word, gap, suggested(word, questions, services().shelf.current()))


def _shown(pair: Pair, refusal: str) -> ResponseReturnValue:
    page = render_template(
        "desk/words/trial.html",
        pair=pair,
        refusal=refusal,
        trial=None if refusal else _trial(pair),
        grades=_GRADES,
        told=questions_told,
        titles=titles(),
    )
    return (page, 400) if refusal else page


def _trial(pair: Pair) -> Trial:
    """Tried where it was said, and on questions whose answer has helped somebody."""
    records = services().records
    said, _ = records.asked(Wanted(words=pair.said, order=Order.OFTEN), _TRIED)
    helped, _ = records.asked(Wanted(rating=Rating.HELPED, order=Order.OFTEN), _TRIED)
    questions = {one.question: bool(one.helped) for one in (*said, *helped)}
    return tried(pair, services().words.serving(), questions.items(), _ask, _SECONDS)


def _ask(question: str) -> Answer:
    return services().answerer.answer(Question(question))


def _refusal(pair: Pair) -> str:
    """Why a pair is none, "" when it is one."""
    if not (_SAID.fullmatch(pair.said) and _WRITTEN.fullmatch(pair.written)):
        return "居民的说法要 2 到 12 个字，规划的写法要 2 到 16 个字，中间不要空格；请改好再试。"
    if pair.grade not in _GRADES:
        return "没有选是不是同一个意思；请选一个再试。"
    if fold(pair.said) == fold(pair.written):
        return "两边是同一个词，不必收；请改成规划里的写法。"
    if not services().shelf.current().writes(fold(pair.written)):
        return f"规划里没有“{pair.written}”这几个字；请换成规划里写着的词。"
    return ""


def _deed(action: Action) -> Deed:
    return Deed(current_account().name, action, "", address())

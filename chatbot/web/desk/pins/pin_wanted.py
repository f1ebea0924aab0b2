"""The address or form of a request -> what staff want to pin, as far as they have chosen it."""

import re
from dataclasses import dataclass

from flask import request

from chatbot.answering.pins.pin import LONGEST, Pin, is_whole
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.understanding.sameness import content
from chatbot.web.http.reading_requests import checked_question
from chatbot.web.http.refusals import RequestRefused, bad_request
from chatbot.web.http.served_by import services
from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span

MOST_WORDINGS = 5
LONGEST_WORDING = 100  # characters: a longer question is hardly asked again in the same words


@dataclass(frozen=True, slots=True)
class PinWanted:
    """What is chosen so far: wordings as typed, words to find, then a section, then its span.

    `replaces` is the number of the pin whose place this one takes, else 0.
    """

    question: str
    others: str
    find: str
    replaces: int
    document: Document | None
    section: int | None
    span: Span | None

    @property
    def other_wordings(self) -> tuple[str, ...]:
        """The lines of `others`."""
        return tuple(self.others.splitlines())

    @property
    def sections(self) -> tuple[Section, ...]:
        return services().shelf.current().sections(self.document.id) if self.document else ()


def pin_wanted() -> PinWanted:
    """What the request says; a place that is not in the plans served is left out."""
    values = request.values
    document = services().shelf.current().document(values.get("document", ""))
    section = values.get("section", type=int)
    known = document is not None and section is not None
    sections = services().shelf.current().sections(document.id) if document else ()
    return PinWanted(
        question=values.get("question", "").strip(),
        others=_lines(values.getlist("others")),
        find=values.get("find", "").strip(),
        replaces=values.get("replaces", 0, type=int),
        document=document,
        section=section if known and 0 <= (section or 0) < len(sections) else None,
        span=_span(document),
    )


def pin_of(wanted: PinWanted) -> Pin:
    """The pin that was chosen; RequestRefused tells what is still missing or unfit."""
    wordings = _wordings(wanted)
    document, span = wanted.document, wanted.span
    if document is None or span is None:
        raise bad_request("span_missing", "还没有选好原文：请选从哪句起、到哪句止，起句在前。")
    if request.values.get("sha256", document.sha256) != document.sha256:
        raise RequestRefused(409, "plan_changed", "文件刚刚更新过，没有办理：请重新选原文。")
    if not is_whole(span, document.text, wanted.sections):
        raise bad_request("span_unfit", "选的不是整句：请从句子的开头选到句子的末尾。")
    if len(span) > LONGEST:
        raise bad_request(
            "span_too_long", f"选的原文太长（{len(span)} 字）：请选 {LONGEST} 字以内。"
        )
    quote = span.cut(document.text)
    return Pin(wanted.replaces, wordings, document.id, span, document.sha256, quote)


def _wordings(wanted: PinWanted) -> tuple[str, ...]:
    """Each once, by its content."""
    tokenizer = services().shelf.current().tokenizer
    typed = [wanted.question, *wanted.other_wordings]
    if len(typed) > MOST_WORDINGS + 1:
        raise bad_request("too_many_wordings", f"别的问法太多：请留下最常见的 {MOST_WORDINGS} 种。")
    by_content = {content(_fit(one), tokenizer): one for one in reversed(typed)}
    return tuple(reversed(by_content.values()))


def _lines(values: list[str]) -> str:
    """What was typed and what was ticked, a wording a line, each once."""
    typed = (line.strip() for value in values for line in value.split("\n"))
    return "\n".join(dict.fromkeys(filter(None, typed)))


def _fit(typed: str) -> str:
    """A wording that somebody can ask again; RequestRefused for any other."""
    wording = checked_question(typed)
    understood = understand(Question(wording), services().shelf.current().tokenizer)
    if len(wording) > LONGEST_WORDING:
        raise bad_request(
            "wording_too_long", f"问法太长：请缩短到 {LONGEST_WORDING} 字以内，只留要问的事。"
        )
    if "＊" in wording:
        raise bad_request("wording_masked", "问法里有隐去的个人信息（＊）：请删去再试。")
    if understood.kind is Kind.SMALL_TALK or not understood.words:
        raise bad_request("wording_unclear", f"“{wording}”看不出要问哪件事：请写得具体些。")
    return wording


def _span(document: Document | None) -> Span | None:
    start, end = request.values.get("start", ""), request.values.get("end", "")
    if document is None or not all(re.fullmatch("[0-9]{1,9}", one) for one in (start, end)):
        return None
    fits = 0 <= int(start) < int(end) <= len(document.text)
    return Span(int(start), int(end)) if fits else None

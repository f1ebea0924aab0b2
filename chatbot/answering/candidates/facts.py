"""A question about a document itself -> what it or the catalogue says, with the line as proof."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chatbot.answering import replies
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.about_documents import facts_asked, points_at_a_document
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight
from index.generation import Generation
from index.intake.documents import Document
from index.language.dates import find_dates
from index.spans import Span

NAMES = {
    "number": "文号",
    "index_number": "索引号",
    "in_force": "现在是否有效",
    "expires": "有效期至",
    "period": "规划期",
    "source_url": "官方网址",
    "effective": "施行日期",
    "issued": "成文日期",
    "published": "发布日期",
    "issuer": "发布机关",
}
_INSTEAD = {"published": "issued", "issued": "published", "effective": "issued"}
_NAMED = weight("words", "name_share")
_YEAR = re.compile(r"\d{4}")
_LAPSED = re.compile("废止|失效")
_OF_FORCE = re.compile("有效|施行|实施期限|日期")
_UNSETTLED = re.compile("征求意见|草案|讨论稿|送审")


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One fact about one document; `proof` is the line of its text that says it, or its title."""

    document: Document
    name: str
    value: str
    proof: Span


@dataclass(frozen=True, slots=True)
class FactMissing:
    """A fact that neither a document nor the catalogue says."""

    document: Document
    name: str


@dataclass(frozen=True, slots=True)
class WhichDocument:
    """A fact is asked of a document that is not named, and several are on the shelf."""

    documents: tuple[Document, ...]


def find_fact(
    understood: Understood,
    found: Found,
    documents: frozenset[str],
    generation: Generation,
    today: date,
) -> FoundFact | FactMissing | WhichDocument | None:
    """The fact that is asked for, of the document named, pointed at, or the only one."""
    fields = facts_asked(understood.text) or facts_asked(understood.asked_before)
    if understood.kind is not Kind.METADATA or not fields:
        return None
    among = tuple(one for one in generation.documents if not documents or one.id in documents)
    meant = _meant(understood, found, among)
    if meant is None:
        is_pointed_at = among and points_at_a_document(understood.asking)
        return WhichDocument(among) if is_pointed_at else None
    return _told(meant, fields, generation, today)


def _meant(understood: Understood, found: Found, among: tuple[Document, ...]) -> Document | None:
    """The document whose title the question covers best, that answered before, or the only one."""
    named = max(among, key=lambda one: found.own_coverage.of(one.title), default=None)
    if named and found.own_coverage.of(named.title) >= _NAMED:
        return named
    if len(among) == 1:
        return among[0]
    is_pointed_at = points_at_a_document(understood.asking) or bool(understood.follows)
    return found.before.document if found.before and is_pointed_at else None


def _told(
    document: Document, fields: Iterable[str], generation: Generation, today: date
) -> FoundFact | FactMissing:
    first, *_ = fields
    if first == "in_force":
        value, said = _in_force(document, today)
        name = NAMES[first]
    else:
        field = first if getattr(document, first) else _INSTEAD.get(first, first)
        value = said = str(getattr(document, field))
        name = NAMES[field]
    if not value:
        return FactMissing(document, NAMES[first])
    return FoundFact(document, name, value, _proof(document, said, generation))


def _title(document: Document, generation: Generation) -> Span:
    """The title as it stands in the text, else the first line."""
    return generation.sections(document.id)[0].heading or _line(document.text, 0)


def _in_force(document: Document, today: date) -> tuple[str, str]:
    """Whether a document holds on a day, as far as is written, and the words that say so."""
    day = replies.on_day(today)
    if _LAPSED.search(document.status) or _UNSETTLED.search(document.status):
        return replies.has_status(document.status), document.status
    if document.expires:
        return replies.holds_until(document.expires, day, today.isoformat()), document.expires
    if years := _YEAR.findall(document.period):
        return replies.plans_until(document.period, int(years[-1]) < today.year, day), years[-1]
    since = document.effective or document.issued or document.published
    return (replies.holds_since(since, day, today.isoformat()), since) if since else ("", "")


def _proof(document: Document, said: str, generation: Generation) -> Span:
    """The title when it says it, else the line that does, else the title all the same."""
    title = _title(document, generation)
    says = said in title.cut(document.text)
    return title if says else _saying(document, said) or title


def _saying(document: Document, value: str) -> Span | None:
    """The line of the text that holds a value; a date may stand there in any form."""
    place = document.text.find(value)
    if place >= 0:
        return _line(document.text, place)
    dates = (found.span.start for found in find_dates(document.text) if found.iso == value)
    lines = [_line(document.text, start) for start in dates]
    of_force = (line for line in reversed(lines) if _OF_FORCE.search(line.cut(document.text)))
    return next(of_force, lines[-1] if lines else None)


def _line(text: str, place: int) -> Span:
    end = text.find("\n", place)
    return Span(text.rfind("\n", 0, place) + 1, end if end > 0 else len(text))

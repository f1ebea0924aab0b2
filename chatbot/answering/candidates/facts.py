"""A question about a document itself -> what it or the catalogue says, with the line as proof."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from chatbot.answering import replies
from chatbot.answering.candidates.described import documents_described
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.about_documents import (
    described,
    facts_asked,
    names_a_kind,
    points_at_a_document,
)
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight
from index.generation import Generation
from index.intake.documents import Document
from index.language.dates import find_dates
from index.language.tokens import fold
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
    "status": "文件状态",
    "title": "文件名称",
}
_INSTEAD = {"published": "issued", "issued": "published", "effective": "issued"}
_SAID = {  # 自区县加入市级统筹之日起施行: no day, and yet what was asked
    "effective": re.compile(
        r"(?P<said>[自从][^。；;\n]{1,30}?起[^。；;，,\n]{0,3}(?:施行|实施|实行|执行|生效))"
    ),
    "expires": re.compile(
        r"(?:施行|实施|实行|执行|生效)[^。；;\n]{0,6}[，,。；;]?(?:本[^，。\n]{0,4})?(?P<said>有效期[^。；;，,\n]{1,12})"
    ),
}
_IN_OTHER_WORDS = frozenset({"in_force", "expires", "period", "effective", "title"})
_NAMED = weight("words", "name_share")
_YEAR = re.compile(r"\d{4}")
_LAPSED = re.compile("废止|失效")
_OF_FORCE = re.compile("有效|施行|实施期限|日期")
_TENTATIVE = re.compile("试行|暂行|征求意见稿?|草案|讨论稿|送审稿|摘要")
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
    """A fact that neither a document nor the catalogue says.

    `is_final`: the plans' own words cannot say it in another way either.
    """

    document: Document
    name: str
    is_final: bool = False


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
    among = tuple(one for one in generation.documents if not documents or one.id in documents)
    asked, meant = _described(understood.text, among, generation)
    if len(meant) == 1:
        told = _told(meant[0], asked, generation, today)
        return replace(told, is_final=True) if isinstance(told, FactMissing) else told
    fields = facts_asked(understood.text) or facts_asked(understood.asked_before)
    if understood.kind is not Kind.METADATA or not fields:
        return None
    document = _meant(understood, found, among, generation)
    if document is None:
        is_pointed_at = among and points_at_a_document(understood.asking)
        return WhichDocument(meant or among) if is_pointed_at or meant else None
    return _told(document, fields, generation, today)


def _described(
    text: str, among: tuple[Document, ...], generation: Generation
) -> tuple[tuple[str, ...], tuple[Document, ...]]:
    """The facts that a folded question asks and the documents it describes; none of either."""
    for way in described(text):
        if meant := documents_described(way, among, generation):
            return way.fields, meant
    return (), ()


def _meant(
    understood: Understood, found: Found, among: tuple[Document, ...], generation: Generation
) -> Document | None:
    """The document whose title the question covers best, that answered before, or the only one."""
    if numbered := [one for one in among if one.number and fold(one.number) in understood.text]:
        return numbered[0]
    named = max(among, key=lambda one: found.own_coverage.of(one.title), default=None)
    has_kind = names_a_kind(understood.text) or not understood.follows
    if named and has_kind and found.own_coverage.of(named.title) >= _NAMED:
        return named
    if len(among) == 1:
        return among[0]
    for before in map(fold, understood.follows):
        _, meant = _described(before, among, generation)
        if len(meant) == 1:
            return meant[0]
    is_pointed_at = points_at_a_document(understood.asking) or bool(understood.follows)
    return found.before.document if found.before and is_pointed_at else None


def _told(
    document: Document, fields: Iterable[str], generation: Generation, today: date
) -> FoundFact | FactMissing:
    first, *_ = fields
    if first == "in_force":
        value, said = _in_force(document, today)
    elif first == "status":
        value, said = _standing(document)
    else:
        value = said = str(getattr(document, first))
    if not value and (written := _written(document, first)):
        return FoundFact(document, NAMES[first], *written)
    if not value and (instead := _INSTEAD.get(first)) and (said := getattr(document, instead)):
        value = replies.fact_instead(NAMES[instead], said)
    if not value:
        return FactMissing(document, NAMES[first], first not in _IN_OTHER_WORDS)
    return FoundFact(document, NAMES[first], value, _proof(document, said, generation))


def _standing(document: Document) -> tuple[str, str]:
    """What a document calls itself, as far as it does, and the words that say so."""
    if document.status:
        return document.status, document.status
    named = _TENTATIVE.search(document.title)
    return (replies.titled_as(named[0]), named[0]) if named else (replies.NO_STATUS, document.title)


def _written(document: Document, field: str) -> tuple[str, Span] | None:
    """How a document says itself what no date could be read from, and the line that does."""
    if field not in _SAID:
        return None
    found = list(_SAID[field].finditer(document.text))
    return (found[-1]["said"], _line(document.text, found[-1].start())) if found else None


def _title(document: Document, generation: Generation) -> Span:
    """The title as it stands in the text, else the first line."""
    return generation.sections(document.id)[0].heading or _line(document.text, 0)


def _in_force(document: Document, today: date) -> tuple[str, str]:
    """Whether a document holds on a day, as far as is written, and the words that say so."""
    day = replies.on_day(today)
    years = _YEAR.findall(document.period)
    planned = (
        replies.plans_until(document.period, int(years[-1]) < today.year, day) if years else ""
    )
    if _LAPSED.search(document.status) or _UNSETTLED.search(document.status):
        told = filter(None, (replies.has_status(document.status), planned))
        return "；".join(told), document.status
    if document.expires:
        return replies.holds_until(document.expires, day, today.isoformat()), document.expires
    if planned:
        return planned, years[-1]
    if written := _written(document, "expires"):
        return replies.holds_as_written(written[0], day), written[0]
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

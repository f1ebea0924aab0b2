"""A question about a document itself -> what it or the catalogue says, with the line as proof."""

import re
from dataclasses import dataclass

from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight
from index.generation import Generation
from index.intake.documents import Document
from index.language.dates import find_dates
from index.spans import Span

_ASKED = (
    ("number", "文号", re.compile(r"文号|字号")),
    ("index_number", "索引号", re.compile(r"索引号")),
    ("effective", "施行日期", re.compile(r"施行|生效|实施|执行|实行")),
    ("issued", "成文日期", re.compile(r"成文|修正|修订|修改|通过|签发")),
    ("published", "发布日期", re.compile(r"时间|日期|什么时候|何时|哪天|哪一天|哪年|几号")),
    ("issued", "成文日期", re.compile(r"时间|日期|什么时候|何时|哪天|哪一天|哪年|几号")),
    ("issuer", "发布机关", re.compile(r"机关|部门|单位|谁|哪里|哪个")),
    ("status", "状态", re.compile(r"状态|有效|废止")),
)
_NAMED = weight("words", "name_share")


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One fact about one document; `proof` is the line of its text that says it, or its title."""

    document: Document
    name: str
    value: str
    proof: Span


def find_fact(
    understood: Understood, found: Found, documents: frozenset[str], generation: Generation
) -> FoundFact | None:
    """The fact that is asked for of the document whose title the question covers best."""
    if understood.kind is not Kind.METADATA:
        return None
    among = [one for one in generation.documents if not documents or one.id in documents]
    named = max(among, key=lambda document: found.coverage.of(document.title), default=None)
    if named is None or found.coverage.of(named.title) < _NAMED:
        return None
    for field, name, pattern in _ASKED:
        value = getattr(named, field)
        if pattern.search(understood.text) and value:
            title = generation.sections(named.id)[0].heading
            proof = title if field == "issuer" else _saying(named, value) or title
            return FoundFact(named, name, value, proof) if proof else None
    return None


def _saying(document: Document, value: str) -> Span | None:
    """The line of the text that holds a value; a date may stand there in any form."""
    place = document.text.find(value)
    if place < 0:
        dates = (found.span.start for found in find_dates(document.text) if found.iso == value)
        place = max(dates, default=-1)
    if place < 0:
        return None
    start = document.text.rfind("\n", 0, place) + 1
    end = document.text.find("\n", place)
    return Span(start, end if end > 0 else len(document.text))

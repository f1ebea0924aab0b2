"""A quoted wording -> every place in the plans where it stands, word for word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.tokens import fold
from index.outlining.outline import Section
from index.spans import Span

_A_WORDING = r"(表述|提法|说法|字样|字眼|短语|用语|措辞|词语?|[这那]句话?)"
_ASKS_WHERE = re.compile(
    rf"{_A_WORDING}.{{0,8}}([在写]?(哪[里儿些几]|什么地方)|[几多]少?[处次回]|有没有|出现|提到)"
    rf"|(有没有|是否|有无).{{0,50}}[”\"」』].{{0,4}}{_A_WORDING}"
    rf"|(出现|提到|提及|用到|写到?)[了过]?(在?哪[里儿些几]|几[处次回]|多少[处次回])"
    rf"|([几哪][处次回里儿]|多少[处次回]|哪[些个]?(地方|章|节|部分|文件)).{{0,6}}(出现|提到|提及|用到|写)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that holds the wording, and the deepest section it stands in."""

    document: Document
    section: Section
    sentence: Span


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a wording stands: how often (`count`), and each sentence with it once, in order."""

    wording: str
    count: int
    places: tuple[Place, ...]


def asks_where(understood: Understood) -> bool:
    """Whether the question puts a wording in quotation marks and asks where it stands."""
    return bool(understood.quoted and _ASKS_WHERE.search(understood.text))


def standing_places(
    understood: Understood, documents: frozenset[str], generation: Generation
) -> Standing | None:
    """The places of the first quoted wording that stands somewhere, when a question asks where."""
    if not asks_where(understood):
        return None
    asked = (places_of(wording, documents, generation) for wording in understood.quoted)
    return next((one for one in asked if one.count), None)


def places_of(wording: str, documents: frozenset[str], generation: Generation) -> Standing:
    """Every place of a folded wording in these documents, or in all when there are none."""
    among = [one for one in generation.documents if not documents or one.id in documents]
    count, found = 0, list[Place]()
    for document in among:
        hits = tuple(_hits(wording, document))
        count += len(hits)
        found += _sentences_with(hits, document, generation)
    return Standing(wording, count, tuple(found))


def absent_wording(
    understood: Understood, documents: frozenset[str], generation: Generation
) -> str:
    """The quoted wording that is asked for as such and stands nowhere; "" when there is none."""
    if not (understood.kind is Kind.WORDING or asks_where(understood)):
        return ""
    absent = (
        wording
        for wording in understood.quoted
        if not places_of(wording, documents, generation).count
    )
    return next(absent, "")


def _hits(wording: str, document: Document) -> Iterator[Span]:
    for found in re.finditer(re.escape(wording), fold(document.text)):
        yield Span(found.start(), found.end())


def _sentences_with(
    hits: tuple[Span, ...], document: Document, generation: Generation
) -> Iterator[Place]:
    text, done = document.text, 0
    for hit in hits:
        if hit.start < done:
            continue  # the sentence before holds this one too
        start = text.rfind("\n", 0, hit.start) + 1
        end = text.find("\n", hit.end)
        line = Span(start, end if end >= 0 else len(text))
        sentence = next((one for one in sentences(text, line) if one.meets(hit)), hit)
        whole = Span(sentence.start, max(sentence.end, hit.end))
        done = whole.end
        yield Place(document, _deepest(whole, generation.sections(document.id)), whole)


def _deepest(span: Span, sections: tuple[Section, ...]) -> Section:
    holding = [section for section in sections if section.span.meets(span)]
    return max(holding, key=lambda section: section.level, default=sections[0])

"""What several documents say in nearly the same words -> said once, by the most specific one."""

import re
from collections.abc import Iterable
from dataclasses import replace

from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.outlines import sections_above
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.weights import weight
from index.chunking import Passage
from index.generation import Generation
from index.intake.documents import Document
from index.language.tokens import fold

_ALIKE = weight("enough", "alike")
_LEVELS = ("国家", "省级", "市级", "县级")
_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十百千万]+")
_NO_WORDS = re.compile(r"^第[^条]{1,8}条|[^\w]")  # 第十条 of one law is 第八条 of the next


def most_specific(candidate: Candidate, found: Found, generation: Generation) -> Candidate:
    """The candidate, or the same sentence in a document that is for a smaller place."""
    if candidate.is_list or len(candidate.spans) != 1:
        return candidate
    said, best = candidate.spans[0].cut(candidate.document.text), candidate
    for hit in found.hits:
        document, above = sections_above(hit.passage, generation)
        if _level(document) <= _level(best.document) or _is_named(best.document, document, found):
            continue
        for span, words in generation.sentences(hit.passage):
            if alike(words, said):
                here = replace(candidate, document=document, section=above[0], hit=hit, intro=None)
                best = here.quoting(span)
    return best


def told_once(passages: Iterable[Passage], generation: Generation) -> list[Passage]:
    """The passages without those that say what an earlier one says."""
    kept: dict[str, Passage] = {}
    for passage in passages:
        document, _ = sections_above(passage, generation)
        words = passage.span.cut(document.text)
        if not any(alike(words, other) for other in kept):
            kept[words] = passage
    return list(kept.values())


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same: hardly a character differs, and no number."""
    one, other = (_NO_WORDS.sub("", fold(text)) for text in (one, other))
    if min(len(one), len(other)) < _ALIKE * max(len(one), len(other)):
        return False
    pairs = [{text[place : place + 2] for place in range(len(text) - 1)} for text in (one, other)]
    total = len(pairs[0]) + len(pairs[1])
    is_near = total > 0 and 2 * len(pairs[0] & pairs[1]) >= _ALIKE * total
    return is_near and _NUMBERS.findall(one) == _NUMBERS.findall(other)


def _is_named(said: Document, other: Document, found: Found) -> bool:
    """Whether the question means the one document and not the other."""
    return said.id in found.preferred and other.id not in found.preferred


def _level(document: Document) -> int:
    """How small a place a document is for: 0 for the whole country, or when nobody knows."""
    return _LEVELS.index(document.level) if document.level in _LEVELS else 0

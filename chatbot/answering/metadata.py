"""A question about a document itself -> the catalogue's fact, with the title line as proof."""

import re
from dataclasses import dataclass

from chatbot.answering.retrieving import Found
from index.build import Generation
from index.documents import Document
from index.spans import Span

_ASKED = (
    ("published", "发布时间", re.compile(r"时间|日期|什么时候|何时|哪天|哪一天|哪年")),
    ("issuer", "发布机关", re.compile(r"机关|部门|单位|谁")),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the catalogue about one document; `proof` is its title in the text."""

    document: Document
    name: str
    value: str
    proof: Span


def find_fact(text: str, found: Found, generation: Generation) -> Fact | None:
    """The fact a folded question asks for, of the document whose title it covers best."""
    named = max(generation.documents, key=lambda document: found.coverage.of(document.title))
    proof = generation.sections(named.id)[0].heading
    for field, name, pattern in _ASKED:
        value = getattr(named, field)
        if pattern.search(text) and value and proof and found.coverage.of(named.title) > 0:
            return Fact(named, name, value, proof)
    return None

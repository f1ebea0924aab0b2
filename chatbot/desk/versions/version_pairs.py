"""The documents of a shelf -> pairs that look like two versions of one, the older first."""

import re
from collections.abc import Sequence
from itertools import combinations

from chatbot.desk.text.aligning import similarity
from chatbot.desk.text.squeezed import squeeze
from index.intake.documents import Document

Pair = tuple[Document, Document]
_LIKE = 0.85  # titles less alike than this name two things
_PLACE = 2  # characters at the head of a title, where it names its place
_MOST = 400  # documents: the pairs of more are too many to be measured while somebody waits
_VERSION = re.compile(
    r"^(?:关于)?(?:印发|公布)?《|》|^中华人民共和国|[（(〔\[][^）)〕\]]*[）)〕\]]|征求意见稿|公开征求意见|送审稿|草案|试行|修订|修正|摘要|正式稿"
)
_UNSETTLED = re.compile("征求意见|送审|草案|讨论稿")


def version_pairs(documents: Sequence[Document]) -> tuple[Pair, ...]:
    """The likeliest first: titles that are the same but for the words that name the version.

    A draft goes before what is settled, else the dates decide which is older.
    """
    named = [(_name(one.title), one) for one in documents[:_MOST]]
    found: list[tuple[float, Pair]] = []
    for (name, one), (other_name, other) in combinations(named, 2):
        alike = similarity(name, other_name)
        if alike >= _LIKE and _same_subject(name, other_name):
            pair = (other, one) if _age(other) < _age(one) else (one, other)
            found.append((alike, pair))
    return tuple(pair for _, pair in sorted(found, key=lambda each: -each[0]))


def versions_of(document: Document, others: Sequence[Document]) -> tuple[Document, ...]:
    """Which of these look like another version of this document, the likeliest first."""
    name = _name(document.title)
    alike = [(similarity(name, _name(one.title)), one) for one in others]
    found = [
        (likeness, one)
        for likeness, one in alike
        if likeness >= _LIKE and _same_subject(name, _name(one.title))
    ]
    return tuple(one for _, one in sorted(found, key=lambda each: -each[0]))


def _name(title: str) -> str:
    return _VERSION.sub("", squeeze(title).text)


def _same_subject(name: str, other: str) -> bool:
    """第十三个五年规划 and 第十四个, 北京市 and 上海市: two plans each, not two versions."""
    return bool(name) and name[:_PLACE] == other[:_PLACE] and _numbers(name) == _numbers(other)


def _numbers(name: str) -> list[str]:
    return re.findall("[0-9０-９一二三四五六七八九十]+", name)


def _age(document: Document) -> tuple[bool, str]:
    settled = not _UNSETTLED.search(f"{document.title}{document.status}")
    return settled, document.published or document.issued or document.effective

"""An Answer -> what a page shows: the words around the quotes, and the quotes by their place."""

import re
from dataclasses import dataclass
from itertools import groupby

from chatbot.answering.answer import Answer
from chatbot.answering.citing import Citation
from index.intake.documents import Document

ROW_AND_HEADER = 2
REASONS = ("答非所问", "不够完整", "看不懂", "内容过时")  # why an answer may not have helped
LIST_LENGTH = 3  # quotes of one section from which they are shown as a numbered list


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Quotes of one section, in their order."""

    document: Document
    path: tuple[str, ...]
    citations: tuple[Citation, ...]

    @property
    def is_list(self) -> bool:
        return len(self.citations) >= LIST_LENGTH

    @property
    def opening(self) -> tuple[Citation, ...]:
        """The sentence that announces a list (…下列条件：), shown above it."""
        return tuple(one for one in self.citations if self.is_list and _announces(one))

    @property
    def items(self) -> tuple[Citation, ...]:
        return tuple(one for one in self.citations if one not in self.opening)

    @property
    def row(self) -> tuple[tuple[str, str], ...]:
        """A table row's cells, each with its column's name; empty when these quotes are no row."""
        rows = [one.quote.split("\t") for one in reversed(self.citations)]
        fits = len(rows) == ROW_AND_HEADER and len(rows[0]) == len(rows[1]) > 1
        return tuple(zip(*rows, strict=True)) if fits else ()


def quote_groups(answer: Answer) -> tuple[QuoteGroup, ...]:
    grouped = groupby(answer.citations, key=lambda citation: (citation.document.id, citation.path))
    runs = [tuple(run) for _, run in grouped]
    return tuple(QuoteGroup(run[0].document, run[0].path, run) for run in runs)


def words_around(answer: Answer) -> tuple[str, ...]:
    """The lines of the answer that are neither quotes nor the source, which is shown below them."""
    quotes = "\n".join(citation.quote for citation in answer.citations)
    lines = [_without_place(line.strip(), answer) for line in answer.text.splitlines()]
    return tuple(line for line in lines if line != "写道：" and _bare(line) not in quotes)


def _announces(citation: Citation) -> bool:
    return citation.quote.endswith(("：", ":"))


def _without_place(line: str, answer: Answer) -> str:
    for citation in answer.citations:
        title = f"《{citation.document.title}》"
        if not citation.path and line == f"{title}写道：":
            return "写道："
        if citation.path:
            line = line.replace(f"{title}“{' > '.join(citation.path)}”", "")
    return line


def _bare(line: str) -> str:
    without_marks = re.sub(r"\s*\[\d+\]", "", line)
    return re.sub(r"^\s*(?:\d+[.、)]\s*)?[“「]?|[”」]?\s*$", "", without_marks)

"""A plan, and a place in it -> how an official text and a bibliography cite it."""

import re
from collections.abc import Sequence
from datetime import date

from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_SIGNS = (
    (re.compile(rf"({_HAN})、"), "第{}部分"),
    (re.compile(r"(第[^\s、，]{1,6}?(?:编|篇|章|部分|节|条))(?:\s|　|$)"), "{}"),
    (re.compile(rf"([（(]{_HAN}[)）]|[（(][0-9]{{1,2}}[)）]|[①-⑳])"), "{}"),
    (re.compile(r"([0-9]{1,2})[.．、]"), "第{}项"),
)
_SHOWN = 20  # characters of a heading without a number


def place_path(sections: Sequence[Section], span: Span | None) -> tuple[str, ...]:
    """The headings above `span`, outermost first."""
    holding = [section for section in sections if span and section.span.holds(span)]
    return max(holding, key=lambda section: section.level).path if holding else ()


def official_form(document: Document, path: Sequence[str]) -> str:
    """《…》第四部分(二): the title, then the numbers of the headings or their words."""
    return f"《{document.title}》" + "".join(_place(heading) for heading in path)


def bibliographic_form(document: Document, today: date) -> str:
    """As GB/T 7714—2015 has it: an online text [EB/OL] when its page is known, else [Z]."""
    author = f"{document.issuer}. " if document.issuer else ""
    if not document.source_url:
        year = f" {document.published}." if document.published else ""
        return f"{author}{document.title}[Z].{year}"
    published = f"({document.published})" if document.published else ""
    return f"{author}{document.title}[EB/OL]. {published}[{today}]. {document.source_url}."


def _place(heading: str) -> str:
    for sign, words in _SIGNS:
        if found := sign.match(heading):
            return words.format(found[1])
    return f"“{heading[:_SHOWN]}”"

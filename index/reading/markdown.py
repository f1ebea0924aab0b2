"""Markdown, as crawlers write it: front matter, headings, pipe tables; marks of emphasis go."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.reading.drawn_tables import with_tables
from index.reading.paragraphs import Paragraph, Role

_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*$")
_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*|\s*```\w*\s*")
_KEY = re.compile(r"[\w\u4e00-\u9fff -]{1,20}[:：]")
_QUOTE = re.compile(r"\s*(>\s?)+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[(?P<words>[^\]\n]*)\]\([^)\s]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(?P<words>.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def read_markdown(lines: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs of a Markdown file; only its marks are left out, not a word is.

    What front matter says is information; a quotation before the first line of text is the
    crawler's own note.
    """
    front = _front_matter(lines)
    for line in lines[1 : max(front - 1, 1)]:
        if line.strip():
            yield Paragraph(line, Role.INFORMATION)
    has_begun = front == 0
    for part in with_tables(lines[front:]):
        if not isinstance(part, str):
            yield from (replace(row, text=_words(row.text)) for row in part)
        elif not _COMMENT.fullmatch(part) and not _RULE.fullmatch(part):
            quoted = _QUOTE.match(part)
            has_begun = has_begun or bool(part.strip() and not quoted)
            yield _paragraph(part[quoted.end() :] if quoted else part, is_note=not has_begun)


def _front_matter(lines: Sequence[str]) -> int:
    """The number of lines that front matter takes, its two --- included; 0 without any."""
    if not lines or lines[0].strip("\ufeff ") != "---":
        return 0
    end = next((place for place, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    return end + 1 if end and all(_is_front(line) for line in lines[1:end]) else 0


def _is_front(line: str) -> bool:
    return not line.strip() or line[0].isspace() or line.startswith("-") or bool(_KEY.match(line))


def _paragraph(line: str, *, is_note: bool) -> Paragraph:
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return Paragraph(_words(line), is_outside=is_note)
    return Paragraph(_words(heading["words"]), Role.HEADING, len(heading["level"]))


def _words(line: str) -> str:
    line = _LINK.sub(r"\g<words>", _IMAGE.sub("", line))
    return _ESCAPED.sub(r"\1", _STRONG.sub(r"\g<words>", line))

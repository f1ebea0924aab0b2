"""The text of a scan, typed or recognised with the operator's own tool: x.pdf.txt beside x.pdf.

Each page begins with a line “=== 第 3 页 ===”; once a person has compared it with the scan, with
“=== 第 3 页 已核对 王芳 2026-11-20 ===”. Without such lines each ends with a form feed, as it comes
from tesseract.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading import txt
from index.reading.fixed_layout import pdf
from index.reading.paragraphs import Paragraph

_SCAN, _TEXT = ".pdf", ".txt"
_PAGE = re.compile(
    r"^[ \t\f]*=+[ \t]*第[ \t]*(?P<number>\d{1,4})[ \t]*页[ \t]*"
    r"(?:已核对[ \t]*(?P<by>[^=\n]*?))?[ \t]*=+[ \t]*$",
    re.MULTILINE,
)
_LONGEST_PAGE = 20_000  # characters: no page of paper holds more


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was typed, a page mark above each page, and how many pages nobody has confirmed."""

    paragraphs: tuple[Paragraph, ...]
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    confirmed: bool


def transcript_beside(file: Path) -> Path | None:
    """The file with the text of a scan, if there is one beside it."""
    typed = file.with_name(file.name + _TEXT)
    return typed if file.suffix.lower() == _SCAN and typed.is_file() else None


def is_transcript(file: Path) -> bool:
    """Whether a text file belongs to a scan beside it, and so is no plan of its own."""
    scan = file.with_suffix("")
    return file.suffix.lower() == _TEXT and scan.suffix.lower() == _SCAN and scan.is_file()


def read_transcript(scan: Path, typed: Path) -> Transcript:
    """The text of a scan; raises PlanFileUnreadable when it has not just the scan's pages."""
    text = txt.text_of(typed)
    pages = list(_marked(text, typed)) or [_Page(part, False) for part in _fed(text)]
    _refuse_others(scan, typed, pages)
    paragraphs = [
        paragraph
        for number, page in enumerate(pages, 1)
        for paragraph in (
            Paragraph(f"第 {number} 页"),
            *txt.paragraphs_of(page.text.splitlines()),
        )
    ]
    return Transcript(tuple(paragraphs), sum(not page.confirmed for page in pages))


def _marked(text: str, typed: Path) -> Iterator[_Page]:
    """The pages of a text that has a line above each."""
    marks = list(_PAGE.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=False), 1):
        if int(mark["number"]) != number:
            raise PlanFileUnreadable(
                f"{typed.name}：第 {number} 页的位置写的是第 {mark['number']} 页；"
                "请把各页按次序补齐。"
            )
        yield _Page(text[mark.end() : end], bool(mark["by"]))


def _fed(text: str) -> list[str]:
    return text.removesuffix("\n").removesuffix("\f").split("\f")


def _refuse_others(scan: Path, typed: Path, pages: Sequence[_Page]) -> None:
    count = pdf.page_count(scan)
    if len(pages) != count:
        raise PlanFileUnreadable(
            f"{typed.name}：有 {len(pages)} 页文字，{scan.name} 却有 {count} 页；"
            "请逐页补齐，每页以“=== 第 1 页 ===”这样的一行开头。"
        )
    for number, page in enumerate(pages, 1):
        if len(page.text) > _LONGEST_PAGE:
            raise PlanFileUnreadable(
                f"{typed.name}：第 {number} 页超过 {_LONGEST_PAGE} 字，不像一页纸；请检查分页。"
            )

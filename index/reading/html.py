"""Saved web pages: blocks become lines, data tables become rows, layout tables disappear."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role
from index.reading.tables import Cell, table_lines
from index.reading.txt import decode, is_utf8

_UNSEEN = {
    *("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"),
    *("button", "input", "textarea", "form", "nav", "footer", "audio", "video", "canvas"),
}
_INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
    ),
    *("kbd", "label", "mark", "o", "q", "s", "samp", "small", "span", "strike", "strong", "sub"),
    *("sup", "time", "tt", "u", "var", "img", "wbr"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HAN = "[\u2014-\u201d\u3001-\u9fff\uff00-\uffef]"
_HAN_BREAK = re.compile(rf"(?<={_HAN})[ \t\f]*[\r\n]\s*(?={_HAN})")
_SOURCE_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_CELL = 600  # characters: what holds more is a page laid out in a table
_LABEL = re.compile(r"[：:]$")
_MANY_LABELS = 0.3  # of the cells: a table that tells about the page
_FEWEST = 2  # rows and columns of a table of data
_DEEPEST = 200  # elements inside one another; at 255 the parser drops words and says nothing


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of a page; raises PlanFileEmpty or PlanFileUnreadable."""
    text = _decoded(file.read_bytes(), file.name)
    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=False, no_network=True
    )
    try:
        page = lxml.html.document_fromstring(text, parser=parser)
    except (ParserError, ValueError) as error:
        raise PlanFileEmpty(f"{file.name}：里面没有网页内容；请在浏览器里重新保存。") from error
    try:
        return list(_Walk().paragraphs(page))
    except _TooDeep as error:
        raise PlanFileUnreadable(
            f"{file.name}：网页的标签套得太深，后面的文字会丢；请在浏览器里打开后另存为文本。"
        ) from error


def _decoded(content: bytes, name: str) -> str:
    """By its bytes; where these leave a doubt, a page that declares GB2312 is taken at its word.

    Such pages often hold more than GB2312, and a broken sign here and there.
    """
    declared = _CHARSET.search(content[:4096])
    if declared and declared[1].lower().startswith(b"gb") and not is_utf8(content):
        text = content.decode("gb18030", errors="replace").replace("\0", "")
    else:
        text = decode(content, name, null="")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


class _TooDeep(Exception):
    """Elements inside one another beyond all use."""


class _Walk:
    """One pass over a page; text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self._gathered: list[str] = []
        self._tables = 0

    def paragraphs(self, page: HtmlElement) -> Iterator[Paragraph]:
        yield from self._inside(page, 0, 0)
        yield from self._flush(0)

    def _inside(self, element: HtmlElement, level: int, depth: int) -> Iterator[Paragraph]:
        self._gathered.append(element.text or "")
        for child in element:
            if not _is_unseen(child):
                if depth >= _DEEPEST:
                    raise _TooDeep
                yield from self._child(child, level, depth + 1)
            self._gathered.append(child.tail or "")

    def _child(self, child: HtmlElement, level: int, depth: int) -> Iterator[Paragraph]:
        if child.tag in _INLINE:
            yield from self._inside(child, level, depth)
            return
        yield from self._flush(level)
        if child.tag == "br":
            return
        if child.tag == "table" and (lines := self._table(child)):
            yield from lines
            return
        heading = _HEADING.fullmatch(child.tag)
        inner = int(heading[1]) if heading else level
        yield from self._inside(child, inner, depth)
        yield from self._flush(inner)

    def _table(self, table: HtmlElement) -> list[Paragraph]:
        """The lines of a table of data or of labels; none for one that lays out a page."""
        rows = _small_cells(table)
        if _is_labels(rows):
            return [Paragraph(line) for row in rows for line in _labelled(row)]
        if len(rows) < _FEWEST or max(sum(cell.columns for cell in row) for row in rows) < _FEWEST:
            return []
        self._tables += 1
        return table_lines(rows, self._tables)

    def _flush(self, level: int) -> Iterator[Paragraph]:
        text = squeezed("".join(self._gathered))
        self._gathered.clear()
        if text:
            yield Paragraph(text, Role.HEADING, level) if level else Paragraph(text)


def squeezed(text: str) -> str:
    """White space of the source as a browser shows it; a line end between Chinese is nothing."""
    return _SOURCE_SPACE.sub(" ", _HAN_BREAK.sub("", text)).strip(" ")


def _is_unseen(element: HtmlElement) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _small_cells(table: HtmlElement) -> list[list[Cell]]:
    """The cells of a table; none when it holds tables or whole texts, and so lays out a page."""
    if table.find(".//table") is not None:
        return []
    rows = [[_cell(cell) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if any(len(cell.text) > _LONGEST_CELL for row in rows for cell in row):
        return []
    return [row for row in rows if row]


def _is_labels(rows: list[list[Cell]]) -> bool:
    """Whether a table tells about the page (发文机关： 国务院 成文日期：), label by label."""
    cells = [cell for row in rows for cell in row if cell.text]
    return sum(bool(_LABEL.search(cell.text)) for cell in cells) > _MANY_LABELS * len(cells)


def _labelled(row: list[Cell]) -> Iterator[str]:
    """Each label with its value, in one line."""
    label = ""
    for cell in row:
        if _LABEL.search(cell.text):
            if label:
                yield label
            label = cell.text
        elif label or cell.text:
            yield label + cell.text
            label = ""
    if label:
        yield label


def _cell(cell: HtmlElement) -> Cell:
    lines = "\n".join(paragraph.text for paragraph in _Walk().paragraphs(cell))
    text = squeezed(lines.replace("\t", " "))
    return Cell(text, _span(cell, "rowspan"), _span(cell, "colspan"), is_header=cell.tag == "th")


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return int(value) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004

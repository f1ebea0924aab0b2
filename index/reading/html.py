"""Saved web pages: blocks become lines, data tables become rows, layout tables disappear."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.reading.article import article_of, is_sentence, is_unseen
from index.reading.paragraphs import Paragraph, Role
from index.reading.tables import Cell, is_of_labels, labelled, table_lines
from index.reading.txt import decode, is_utf8

_BLOCKS = frozenset(  # by the standard; an element unknown to it is none
    (
        "address article aside blockquote body br caption center dd details dialog dir"
        " div dl dt fieldset figcaption figure form frameset h1 h2 h3 h4 h5 h6 header"
        " hgroup hr html legend li main menu noframes ol optgroup option p pre search"
        " section summary table tbody td tfoot th thead tr ul"
    ).split()
)
_DECLARED = frozenset(
    {"articletitle", "title", "pubdate", "contentsource", "sitename", "columnname", "url"}
)
_HEADING = re.compile(r"h([1-6])")
_CONDITIONAL = re.compile(r"<!--\[if[^\]]*\]>(?P<words>.*?)<!\[endif\]-->", re.DOTALL)
_SAMPLE = 400  # characters of a field, to see whether it holds text
_FEW_BROKEN, _SHARE_BROKEN = 3, 0.001  # signs of a page in UTF-8 that may be broken
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HAN = "[\u2014-\u201d\u3001-\u9fff\uff00-\uffef]"
_HAN_BREAK = re.compile(rf"(?<={_HAN})[ \t\f]*[\r\n]\s*(?={_HAN})")
_SOURCE_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_CELL = 600  # characters: what holds more is a page laid out in a table
_FEWEST = 2  # rows and columns of a table of data
_DEEPEST = 200  # elements inside one another; at 255 the parser drops words and says nothing


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of a page; raises PlanFileEmpty or PlanFileUnreadable."""
    return read_page(file.read_bytes(), file.name)


def read_page(content: bytes, name: str) -> list[Paragraph]:
    """The same from the bytes of a page, in whatever encoding; `name` is told in a refusal."""
    text = _decoded(content, name)
    page = _parsed(text, name)
    try:
        paragraphs = [*_declared(page), *_body(page)]
        if not any(is_sentence(one.text) for one in paragraphs):
            paragraphs += [line for part in _kept_out_of_sight(page, text) for line in _body(part)]
    except _TooDeep as error:
        raise PlanFileUnreadable(
            f"{name}：网页的标签套得太深，后面的文字会丢；请在浏览器里打开后另存为文本。"
        ) from error
    if page.find(".//frame") is not None and not any(is_sentence(one.text) for one in paragraphs):
        raise PlanFileEmpty(
            f"{name}：网页由框架拼成，正文不在这个文件里；请单独打开正文那一框，再保存。"
        )
    return paragraphs


def _parsed(text: str, name: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=False, no_network=True
    )
    try:
        return lxml.html.document_fromstring(text, parser=parser)
    except (ParserError, ValueError) as error:
        raise PlanFileEmpty(f"{name}：里面没有网页内容；请在浏览器里重新保存。") from error


def _kept_out_of_sight(page: HtmlElement, text: str) -> Iterator[HtmlElement]:
    """The text that a page hands to its script, or to old browsers only: fields, comments."""
    fields = [field.get("value") or "" for field in page.iter("input")]
    fields += [field.text_content() for field in page.iter("textarea", "noscript")]
    fields += [frame.get("srcdoc") or "" for frame in page.iter("iframe")]
    fields += [found["words"] for found in _CONDITIONAL.finditer(text)]
    for words in fields:
        if is_sentence(f"{words.strip()[:_SAMPLE]}。"):
            yield lxml.html.fragment_fromstring(words, create_parent="div")


def _decoded(content: bytes, name: str) -> str:
    """By its bytes; where these leave a doubt, a page that declares GB2312 is taken at its word.

    Such pages often hold more than GB2312, and a broken sign here and there; so do pages in UTF-8
    that were cut off.
    """
    declared = _CHARSET.search(content[:4096])
    if is_utf8(content):
        text = decode(content, name, null="")
    elif declared and declared[1].lower().startswith(b"gb"):
        text = content.decode("gb18030", errors="replace").replace("\0", "")
    else:
        text = content.decode("utf-8", errors="replace").replace("\0", "")
        if text.count("\ufffd") > max(_FEW_BROKEN, _SHARE_BROKEN * len(text)):
            text = decode(content, name, null="")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _declared(page: HtmlElement) -> Iterator[Paragraph]:
    """What the head says of the page, as the portals of Chinese governments agreed on."""
    declared = [(meta.get("name") or "", meta.get("content") or "") for meta in page.iter("meta")]
    titles = [("title", title.text or "") for title in page.iter("title")]
    for name, value in (*declared, *titles[:1]):
        if name.lower() in _DECLARED and squeezed(value):
            yield Paragraph(f"{name.lower()}\t{squeezed(value)}", Role.DECLARED)


def _body(page: HtmlElement) -> list[Paragraph]:
    body = page.find("body")
    body = page if body is None else body
    article = _around_tables(article_of(body), body)
    paragraphs = list(_Walk(article).paragraphs(body))
    if article is None:
        return paragraphs
    return _with_opening(paragraphs, list(_Walk().paragraphs(article.getparent())))


def _around_tables(article: HtmlElement | None, body: HtmlElement) -> HtmlElement | None:
    """An article that lies inside a table of data is what that table stands in."""
    found = article
    for element in [] if article is None else [article, *article.iterancestors()]:
        if element.tag == "table" and _small_cells(element):
            found = element.getparent()
    return None if found is body else found


def _with_opening(paragraphs: list[Paragraph], around: list[Paragraph]) -> list[Paragraph]:
    """Take in what stands directly before the article from the first sentence on.

    A notice of a few lines may stand in an element beside that of the plan it carries; whom a
    letter addresses belongs to it, too.
    """
    first = next(place for place, one in enumerate(paragraphs) if not one.is_outside)
    beside = {one.text for one in around}
    opening = first
    for place in range(first - 1, -1, -1):
        if paragraphs[place].text not in beside:
            break
        addresses = place == opening - 1 and paragraphs[place].text[-1:] in "：:"
        if is_sentence(paragraphs[place].text) or addresses:
            opening = place
    taken = [replace(one, is_outside=False) for one in paragraphs[opening:first]]
    return [*paragraphs[:opening], *taken, *paragraphs[first:]]


class _TooDeep(Exception):
    """Elements inside one another beyond all use."""


class _Walk:
    """One pass over a page; text gathers until a block begins or ends."""

    def __init__(self, article: HtmlElement | None = None) -> None:
        self._gathered: list[str] = []
        self._tables = 0
        self._article = article
        self._is_outside = article is not None

    def paragraphs(self, page: HtmlElement) -> Iterator[Paragraph]:
        yield from self._inside(page, 0, 0)
        yield from self._flush(0)

    def _inside(self, element: HtmlElement, level: int, depth: int) -> Iterator[Paragraph]:
        self._gathered.append(element.text or "")
        for child in element:
            if not is_unseen(child):
                if depth >= _DEEPEST:
                    raise _TooDeep
                yield from self._child(child, level, depth + 1)
            self._gathered.append(child.tail or "")

    def _child(self, child: HtmlElement, level: int, depth: int) -> Iterator[Paragraph]:
        if child is self._article:
            yield from self._flush(level)
            self._article, self._is_outside = None, False
            yield from self._child(child, level, depth)
            yield from self._flush(level)
            self._is_outside = True
            return
        if child.tag not in _BLOCKS:
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
        if is_of_labels(rows):
            return [self._line(line) for row in rows for line in labelled(row)]
        if len(rows) < _FEWEST or max(sum(cell.columns for cell in row) for row in rows) < _FEWEST:
            return []
        self._tables += 1
        lines = table_lines(rows, self._tables)
        return [replace(line, is_outside=self._is_outside) for line in lines]

    def _flush(self, level: int) -> Iterator[Paragraph]:
        text = squeezed("".join(self._gathered))
        self._gathered.clear()
        if text:
            yield self._line(text, level)

    def _line(self, text: str, level: int = 0) -> Paragraph:
        role = Role.HEADING if level else Role.TEXT
        return Paragraph(text, role, level, is_outside=self._is_outside)


def squeezed(text: str) -> str:
    """White space of the source as a browser shows it; a line end between Chinese is nothing."""
    return _SOURCE_SPACE.sub(" ", _HAN_BREAK.sub("", text)).strip(" ")


def _small_cells(table: HtmlElement) -> list[list[Cell]]:
    """The cells of a table; none when it holds tables or whole texts, and so lays out a page."""
    if table.find(".//table") is not None:
        return []
    rows = [[_cell(cell) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if any(len(cell.text) > _LONGEST_CELL for row in rows for cell in row):
        return []
    return [row for row in rows if row]


def _cell(cell: HtmlElement) -> Cell:
    lines = "\n".join(paragraph.text for paragraph in _Walk().paragraphs(cell))
    text = squeezed(lines.replace("\t", " ")).strip("\u00a0\u3000 ")
    return Cell(text, _span(cell, "rowspan"), _span(cell, "colspan"), is_header=cell.tag == "th")


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return int(value) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004

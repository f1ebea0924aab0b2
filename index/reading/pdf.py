"""PDF with a text layer: columns in order, wrapped lines joined, ruled tables by rows."""

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.pdf import PDF
from pdfplumber.table import Table as RuledTable
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import PlanFileUnreadable
from index.reading.paragraphs import Paragraph
from index.reading.pdf_lines import Line, lines_of_page, outside
from index.reading.pdf_paragraphs import joined, split_at, without_running_heads
from index.reading.tables import Cell, table_lines

_MOST_PAGES = 1000
_FEWEST_SIGNS = 20  # a page on average: less is a scan with a stamp of text
_RULES = 4  # lines or boxes on a page before a table is looked for
_CLOSE = 2.0  # points

Table = tuple[int, float, list[list[Cell]]]  # page, top, rows


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of a PDF; raises PlanFileUnreadable for a scan or an encrypted file."""
    try:
        with pdfplumber.open(file) as document:
            if len(document.pages) > _MOST_PAGES:
                raise PlanFileUnreadable(f"{file.name}：超过 {_MOST_PAGES} 页；请拆成几份再放入。")
            pages, tables = _contents(document)
    except PdfminerException as error:
        raise PlanFileUnreadable(_refusal(file, error)) from error
    signs = sum(len(line.text) for page in pages for line in page)
    if not tables and signs < _FEWEST_SIGNS * max(len(pages), 1):
        raise PlanFileUnreadable(
            f"{file.name}：是扫描件，没有文字层；请用文字识别软件转成可以复制文字的 PDF 或 Word。"
        )
    return list(_in_order(without_running_heads(pages), tables))


def _contents(document: PDF) -> tuple[list[list[Line]], list[Table]]:
    pages: list[list[Line]] = []
    tables: list[Table] = []
    for number, page in enumerate(document.pages):
        upright = [sign for sign in page.chars if sign["upright"]]
        ruled = len(page.lines) + len(page.rects) >= _RULES
        found = [table for table in page.find_tables() if len(table.rows) > 1] if ruled else []
        signs = outside(upright, [table.bbox for table in found])
        pages.append(lines_of_page(signs, float(page.width), number))
        tables += [(number, float(table.bbox[1]), _rows(table)) for table in found]
        page.close()
    return pages, sorted(tables, key=lambda table: table[:2])


def _in_order(lines: list[Line], tables: list[Table]) -> Iterator[Paragraph]:
    """The text with each table where it stands."""
    between = split_at(lines, [(page, top) for page, top, _ in tables])
    for number, part in enumerate(between):
        yield from joined(part)
        if number < len(tables):
            yield from table_lines(tables[number][2], number + 1)


def _rows(table: RuledTable) -> list[list[Cell]]:
    """The cells of a ruled table, each in the row where it begins."""
    boxes = table.cells
    tops = _edges(box[1] for box in boxes)
    lefts = _edges(box[0] for box in boxes)
    rows: list[list[Cell]] = [[] for _ in tops]
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        text = table.page.crop(box, strict=False).extract_text() or ""
        height = sum(box[1] - _CLOSE <= top < box[3] - _CLOSE for top in tops)
        width = sum(box[0] - _CLOSE <= left < box[2] - _CLOSE for left in lefts)
        place = next(place for place, top in enumerate(tops) if abs(top - box[1]) <= _CLOSE)
        rows[place].append(Cell("".join(text.splitlines()), max(height, 1), max(width, 1)))
    return rows


def _edges(places: Iterator[float]) -> list[float]:
    """The distinct places, those closer than a line's width counted once."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _CLOSE:
            edges.append(place)
    return edges


def _refusal(file: Path, error: PdfminerException) -> str:
    reason = error.args[0] if error.args else None
    if isinstance(reason, (PDFEncryptionError, PDFPasswordIncorrect)):
        return f"{file.name}：文件加了密码；请去掉密码后再放入。"
    return f"{file.name}：不是完整的 PDF 文件；请重新下载或另存。"

"""A .docx -> the lines of a draft, each stretch of words with the element that holds it."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path

from index.errors import PlanFileUnreadable
from index.reading.word.drafts.holders import Holder, atomic, holder_of
from index.reading.word.drafts.package import Package, Parts
from index.reading.word.drafts.placed_xml import Placed
from index.reading.word.numbering import Numbering, style_numbers
from index.reading.word.ooxml import ALTERNATES, FALLBACK, NOTES
from index.reading.word.ooxml import W as _W

_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rt", FALLBACK}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTE_MARKS = {f"{_W}footnoteReference": f"{_W}footnote", f"{_W}endnoteReference": f"{_W}endnote"}
_BOX = f"{_W}txbxContent"
_WRAPPERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}
# What Word fills in by itself, or lets hold plain text only: no mark may stand inside.
_FILLED = [f"{_W}sdtPr/{_W}{name}" for name in ("text", "date", "dropDownList", "comboBox")]
_FILLED += [f"{_W}sdtPr/{_W}{name}" for name in ("dataBinding", "citation", "picture")]
_STOPS = "。！？；"
_DEEPEST = 100  # elements inside one another; Word itself nests a dozen


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand together in a holder; a sign of Word's own has none."""

    text: str
    holder: Holder | None = None


Line = list[Stretch]


def read(file: Path) -> Iterator[Parts | Line]:
    """First what is to be known of the package, then the lines; raises PlanFileUnreadable."""
    package = Package(file)
    yield package.parts()
    try:
        yield from _Walk(package).lines()
    except _TooDeep as error:
        raise PlanFileUnreadable(
            f"{file.name}：内容套得太深，不像文稿；请用 Word 或 WPS 重新保存为 .docx。"
        ) from error


def as_row(found: Parts | Line) -> list[object]:
    """What the child prints of it: `word_draft` reads it back."""
    if isinstance(found, Parts):
        return list(astuple(found))
    return [[one.text, one.holder and astuple(one.holder)] for one in found]


class _TooDeep(Exception):
    """Elements inside one another beyond all use."""


@dataclass(slots=True)
class _Said:
    """What a paragraph says: its lines, and what hangs on it with the element it hangs on."""

    lines: list[Line] = field(default_factory=lambda: [[]])
    hanging: list[tuple[Placed, Holder]] = field(default_factory=list)

    def add(self, words: str, holder: Holder | None = None) -> None:
        if words == "\n":
            self.lines.append([])
        elif words:
            self.lines[-1].append(Stretch(words, holder))


class _Walk:
    """One pass over the words of a document."""

    def __init__(self, package: Package) -> None:
        self._document = package.document
        styles = package.styles
        numbered = {} if styles is None else style_numbers(styles)
        self._numbering = Numbering(package.numbering, numbered)
        self._notes = dict(_notes(package))

    def lines(self) -> Iterator[Line]:
        for body in _children(self._document, 0):
            if body.tag == f"{_W}body":
                yield from (line for line in self._blocks(body, None, 0) if _says(line))

    def _blocks(self, parent: Placed, within: Holder | None, depth: int) -> list[Line]:
        lines: list[Line] = []
        goes_on = False  # the mark at the end of the paragraph before was deleted
        for block in _children(parent, depth):
            if block.tag == f"{_W}p":
                first, *more = self._paragraph(block, within, depth)
                if goes_on:
                    first = lines.pop() + first
                lines += [first, *more]
                goes_on = block.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
            elif block.tag == f"{_W}tbl":
                lines += self._table(block, within, depth + 1)
            elif block.tag in _WRAPPERS:
                lines += self._blocks(block, within, depth + 1)
        return lines

    def _paragraph(self, element: Placed, within: Holder | None, depth: int) -> list[Line]:
        said = _Said()
        self._inside(element, said, within, depth + 1)
        sign = self._numbering.sign(element)  # which an empty paragraph takes, too
        if sign and any(map(_says, said.lines)):
            said.lines[0].insert(0, Stretch(sign))
        for part, holder in said.hanging:
            said.lines += self._blocks(part, holder, depth + 1)
        return said.lines

    def _inside(self, parent: Placed, said: _Said, within: Holder | None, depth: int) -> None:
        """What stands in a paragraph, or in what wraps its runs; `within` cannot be cut."""
        for child in _children(parent, depth):
            if child.tag == f"{_W}r":
                self._run(child, said, within, depth + 1)
            elif child.tag in _GONE or str(child.tag).endswith("Pr"):
                continue
            elif child.tag == ALTERNATES or any(child.find(one) is not None for one in _FILLED):
                self._inside(child, said, within or atomic(child), depth + 1)
            else:
                self._inside(child, said, within, depth + 1)

    def _run(self, run: Placed, said: _Said, within: Holder | None, depth: int) -> None:
        for child in _children(run, depth):
            if child.tag == f"{_W}t":
                words = "".join(chunk for _, chunk in child.chunks)
                said.add(words.replace("\n", " "), within or holder_of(child, run))
            elif child.tag in _SIGNS:
                said.add(_SIGNS[child.tag])
            elif child.tag in _NOTE_MARKS:
                note = self._notes.get((_NOTE_MARKS[child.tag], child.get(f"{_W}id", "")))
                said.hanging += [] if note is None else [(note, within or atomic(run))]
            elif child.tag == f"{_W}ruby":
                self._inside(child, said, within or atomic(run), depth + 1)
            elif child.tag not in _GONE:
                boxes = _boxes(child, depth + 1)
                said.hanging += [(box, within or atomic(run)) for box in boxes]

    def _table(self, table: Placed, within: Holder | None, depth: int) -> list[Line]:
        lines: list[Line] = []
        for row in _own(table, f"{_W}tr", depth):
            cells = [
                [line for line in self._blocks(cell, within, depth + 2) if _says(line)]
                for cell in _own(row, f"{_W}tc", depth + 1)
            ]
            lines += _row_lines([cell for cell in cells if cell])
        return lines


def _row_lines(cells: list[list[Line]]) -> list[Line]:
    """A row of short entries is one line, as plans are read; cells of prose are lines each."""
    lines = [line for cell in cells for line in cell]
    if len(lines) > len(cells) or any(stop in _text(line) for line in lines for stop in _STOPS):
        return lines
    joined: Line = []
    for line in lines:
        joined += [Stretch("\t"), *line] if joined else line
    return [joined] if joined else []


def _notes(package: Package) -> Iterator[tuple[tuple[str, str], Placed]]:
    """Kind and number of a note -> what it says."""
    for kind in NOTES:
        part = package.related(kind)
        for note in () if part is None else part:
            if isinstance(note, Placed):
                yield (note.tag, note.get(f"{_W}id", "")), note


def _own(parent: Placed, tag: str, depth: int) -> Iterator[Placed]:
    """The rows of a table or the cells of a row, not those of a table inside; none deleted."""
    for child in _children(parent, depth):
        if child.tag == tag and child.find(f"{_W}trPr/{_W}del") is None:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _own(child, tag, depth + 1)


def _boxes(element: Placed, depth: int) -> Iterator[Placed]:
    """The text boxes that hang on a run, each once."""
    if element.tag == _BOX:
        yield element
        return
    for child in _children(element, depth):
        if child.tag not in _GONE:
            yield from _boxes(child, depth + 1)


def _children(element: Placed, depth: int) -> Iterator[Placed]:
    """What stands in an element; no word is passed over for standing too deep."""
    if depth >= _DEEPEST and len(element):
        raise _TooDeep
    for child in element:
        assert isinstance(child, Placed)  # noqa: S101  the builder makes no other
        yield child


def _says(line: Line) -> bool:
    return bool(_text(line).strip())


def _text(line: Line) -> str:
    return "".join(stretch.text for stretch in line)

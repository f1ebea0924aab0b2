"""OFD (GB/T 33190-2016), a zip of XML: each character with its place -> lines, paragraphs.

Parts are told by their local names, as files of several makers put them in other namespaces. A
stamp or a watermark stands in the annotations, which are not read. Runs in the child.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from math import sqrt
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from index.errors import PlanFileUnreadable
from index.reading.containers import weigh
from index.reading.fixed_layout.lines import Line, lines_of_page
from index.reading.fixed_layout.page_paragraphs import joined, without_running_heads
from index.reading.paragraphs import Paragraph

_FILE = " OFD 文件"
_REMEDY = "用制作它的软件重新导出 OFD，或另存为 PDF"
_ROOT = "OFD.xml"
_ENCRYPTED = "Encryptions.xml"
_POINTS = 72 / 25.4  # in a millimetre, OFD's unit
_ABOVE = 0.85  # of the size: how far a character rises above its baseline
_SLANTED = 0.1  # of its width: what rises more along its line is a watermark or a stamp
_NARROW = 0.5  # of the size: a Latin character's advance where none is told
_DEEPEST = 4  # units drawn in one another
_MOST_SIGNS = 50_000  # no page of paper holds more
_MOST_STEPS = 10_000  # no line is longer; a larger count is a bomb
_PAGE_WIDTH = 210.0  # millimetres of A4, where no page tells its box

Character = dict[str, Any]  # as `lines_of_page` reads it


@dataclass(frozen=True, slots=True)
class _Placing:
    """From an object's space to its page, in millimetres: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, placed: Element) -> "_Placing":
        """That of an object that stands in this space, by its CTM and its boundary."""
        x, y = _numbers(placed.get("Boundary", "0 0"))[:2]
        a, b, c, d, e, f = _numbers(placed.get("CTM", "1 0 0 1 0 0"))[:6]
        right, down = self.on_page(e + x, f + y)
        return _Placing(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            right,
            down,
        )

    @property
    def is_upright(self) -> bool:
        return abs(self.b) <= _SLANTED * abs(self.a)

    @property
    def enlarges(self) -> float:
        return sqrt(abs(self.a * self.d - self.b * self.c))

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def read(file: Path) -> list[Paragraph]:
    """The paragraphs of an OFD file; raises PlanFileUnreadable."""
    weigh(file, _FILE, _REMEDY)
    with zipfile.ZipFile(file) as container:
        if any(posixpath.basename(name) == _ENCRYPTED for name in container.namelist()):
            raise PlanFileUnreadable(f"{file.name}：文件加了密；请去掉密码后再放入。")
        try:
            pages = list(_pages(_Package(container)))
        except (KeyError, ValueError, etree.XMLSyntaxError) as error:
            raise PlanFileUnreadable(
                f"{file.name}：不是完整的{_FILE}；请{_REMEDY}后再放入。"
            ) from error
    if not any(pages):
        raise PlanFileUnreadable(
            f"{file.name}：是扫描件，没有文字；请用文字识别软件转成可以复制文字的 PDF 或 Word。"
        )
    return joined(without_running_heads(pages))


class _Package:
    """The parts of a container by their addresses, which makers write in several ways."""

    def __init__(self, container: zipfile.ZipFile) -> None:
        self._container = container
        self._names = {_plain(name): name for name in container.namelist()}

    def part(self, address: str, beside: str = "") -> tuple[str, Element]:
        """The part at an address and where it stands; raises KeyError or XMLSyntaxError."""
        folder = posixpath.dirname(beside)
        for name in (_plain(posixpath.join(folder, address)), _plain(address)):
            if name in self._names:
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                return name, etree.fromstring(self._container.read(self._names[name]), parser)
        raise KeyError(address)


def _plain(address: str) -> str:
    return posixpath.normpath(address.strip().replace("\\", "/")).lstrip("/").lower()


def _pages(package: _Package) -> Iterator[list[Line]]:
    _, root = package.part(_ROOT)
    number = 0
    for address in _named(root, "DocRoot"):
        document = _Document(package, *package.part(_text(address)))
        for page in _named(document.root, "Page"):
            signs, width = document.contents(page)
            yield lines_of_page(signs, width * _POINTS, number)
            number += 1


class _Document:
    """One document of a package, with what its pages share."""

    def __init__(self, package: _Package, place: str, root: Element) -> None:
        self._package, self._place, self.root = package, place, root
        self._width = next(map(_width, _named(root, "PhysicalBox")), _PAGE_WIDTH)
        self._templates = {
            template.get("ID", ""): template.get("BaseLoc", "")
            for template in _named(root, "TemplatePage")
        }
        self._units: dict[str, Element] = {}
        for address in (*_named(root, "PublicRes"), *_named(root, "DocumentRes")):
            with suppress(KeyError):  # text needs no fonts or pictures, and most files no units
                _, resources = package.part(_text(address), place)
                for unit in _named(resources, "CompositeGraphicUnit"):
                    self._units[unit.get("ID", "")] = unit

    def contents(self, page: Element) -> tuple[list[Character], float]:
        """The characters of a page, those of its templates first, and its width."""
        _, content = self._package.part(page.get("BaseLoc", ""), self._place)
        used = [one.get("TemplateID", "") for one in _named(content, "Template")]
        addresses = [self._templates[one] for one in used if self._templates.get(one)]
        layers = [self._package.part(address, self._place)[1] for address in addresses]
        every = chain.from_iterable(map(self._characters, (*layers, content)))
        signs = list(islice(every, _MOST_SIGNS + 1))
        if len(signs) > _MOST_SIGNS:
            raise ValueError("一页的字太多")
        return signs, next(map(_width, _named(content, "PhysicalBox")), self._width)

    def _characters(
        self, content: Element, space: _Placing = _Placing(), depth: int = 0
    ) -> Iterator[Character]:
        """All upright characters, those of units drawn as one object too."""
        for text_object in _named(content, "TextObject"):
            if text_object.get("Visible") != "false":
                yield from _characters_of(text_object, space.of(text_object))
        for composite in _named(content, "CompositeObject"):
            unit = self._units.get(composite.get("ResourceID", ""))
            if unit is not None and depth < _DEEPEST:
                yield from self._characters(unit, space.of(composite), depth + 1)


def _characters_of(text_object: Element, placing: _Placing) -> Iterator[Character]:
    if not placing.is_upright:
        return
    size = float(text_object.get("Size", "0")) or 1.0
    x = y = 0.0
    for code in _named(text_object, "TextCode"):
        x, y = float(code.get("X", x)), float(code.get("Y", y))  # told once, if they stay
        words = _text(code)
        for sign, (right, down) in zip(words, _offsets(code, words, size), strict=True):
            yield _character(sign, size, placing, (x + right, y + down))


def _character(sign: str, size: float, placing: _Placing, at: tuple[float, float]) -> Character:
    left, baseline = placing.on_page(*at)
    right, _ = placing.on_page(at[0] + _advance(sign, size), at[1])
    high = size * placing.enlarges
    return {
        "text": sign,
        "x0": left * _POINTS,
        "x1": right * _POINTS,
        "top": (baseline - _ABOVE * high) * _POINTS,
        "bottom": (baseline + (1 - _ABOVE) * high) * _POINTS,
        "size": high * _POINTS,
    }


def _offsets(code: Element, words: str, size: float) -> Iterator[tuple[float, float]]:
    """How far each character stands from the first: by DeltaX and DeltaY, else by its advance."""
    right, down = _deltas(code.get("DeltaX", "")), _deltas(code.get("DeltaY", ""))
    x = y = 0.0
    for place, sign in enumerate(words):
        yield x, y
        x += right[place] if place < len(right) else 0.0 if down else _advance(sign, size)
        y += down[place] if place < len(down) else 0.0


def _deltas(told: str) -> list[float]:
    """The steps from one character to the next; “g 3 5.0” is 5.0 three times."""
    steps: list[float] = []
    words = iter(told.split())
    for word in words:
        if word == "g":
            times = int(next(words, "0"))
            steps += [float(next(words, "0"))] * min(times, _MOST_STEPS)
        else:
            steps.append(float(word))
    return steps


def _advance(sign: str, size: float) -> float:
    return size * (_NARROW if sign.isascii() else 1.0)


def _width(box: Element) -> float:
    return _numbers(_text(box))[2]


def _named(element: Element, name: str) -> Iterator[Element]:
    """The elements within of a local name, in whatever namespace."""
    yield from element.iter(f"{{*}}{name}")


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _numbers(told: str) -> list[float]:
    return [float(number) for number in re.split(r"[\s,]+", told.strip())]

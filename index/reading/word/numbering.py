"""Word's automatic numbers (一、 第三条 1.), which stand in no paragraph's text."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from index.reading.word.ooxml import W as _W

_DIGITS = "〇一二三四五六七八九"
_CIRCLED = 0x2460
_LEVELS = 9
_BEYOND = 10_000  # is written in figures


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its first number, its format, and text such as 第%1条."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    begins_again: bool = True  # under a new parent


@dataclass(frozen=True, slots=True)
class _List:
    """A list: those of one kind count on together, save where one has a start of its own."""

    kind: str = ""
    levels: Mapping[int, _Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The numbers of one document, counted as its paragraphs go by."""

    def __init__(self, part: Element | None, styles: Mapping[str, tuple[str, int]]) -> None:
        self._lists = _lists(part) if part is not None else {}
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def sign(self, paragraph: Element) -> str:
        """The number Word would print before a paragraph element; "" when it has none."""
        name, level = self._place(paragraph)
        of = self._lists.get(name, _List())
        if level not in of.levels:
            return ""
        counts = self._counts[of.kind]
        if level in of.starts and (name, level) not in self._begun:
            counts[level] = of.starts[level] - 1
        self._begun.add((name, level))
        counts[level] = counts.get(level, of.levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            if of.levels.get(deeper, _Level()).begins_again:
                del counts[deeper]
        return _printed(of.levels, level, counts)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "", 0
        style = properties.find(f"{_W}pStyle")
        number, level = self._styles.get(_value(style), ("", 0))
        own = properties.find(f"{_W}numPr")
        if own is not None:
            number = _value(own.find(f"{_W}numId")) or number
            depth = _value(own.find(f"{_W}ilvl"))
            level = int(depth) if depth.isdecimal() else level
        return number, level


def style_numbers(styles: Element) -> dict[str, tuple[str, int]]:
    """Style id -> the list and level that its paragraphs are counted in."""
    found: dict[str, tuple[str, int]] = {}
    for style in styles.iter(f"{_W}style"):
        own = style.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            depth = _value(own.find(f"{_W}ilvl"))
            level = int(depth) if depth.isdecimal() else 0
            found[style.get(f"{_W}styleId", "")] = (_value(own.find(f"{_W}numId")), level)
    return found


def _printed(levels: Mapping[int, _Level], level: int, counts: Mapping[int, int]) -> str:
    text = levels[level].text
    if levels[level].form == "bullet":
        return "·"
    for place in range(_LEVELS):
        if f"%{place + 1}" in text:
            of = levels.get(place, _Level())
            text = text.replace(f"%{place + 1}", written(counts.get(place, of.start), of.form))
    return text


def written(number: int, form: str) -> str:
    """A number in one of Word's formats; what is not known is written in figures."""
    if form.startswith(("chinese", "japanese", "ideograph", "taiwanese")) and number < _BEYOND:
        return _in_chinese(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:  # noqa: PLR2004
        return chr(_CIRCLED + number - 1)
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= 26:  # noqa: PLR2004
        letter = chr(ord("a") + number - 1)
        return letter if form == "lowerLetter" else letter.upper()
    return "" if form == "none" else str(number)


def _in_chinese(number: int) -> str:
    """As laws count their articles: 十一, 一百零一, 一百一十."""
    if number < 10:  # noqa: PLR2004
        return _DIGITS[number]
    figures = str(number)
    units = ["", "十", "百", "千"][len(figures) - 1 :: -1]
    digits = (
        _DIGITS[int(figure)] + unit if figure != "0" else "零"
        for figure, unit in zip(figures, units, strict=True)
    )
    text = re.sub("零+", "零", "".join(digits)).rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


def _lists(part: Element) -> dict[str, _List]:
    """List id -> the list."""
    kinds = {one.get(f"{_W}abstractNumId"): _levels(one) for one in part.iter(f"{_W}abstractNum")}
    found: dict[str, _List] = {}
    for one in part.iter(f"{_W}num"):
        kind = _value(one.find(f"{_W}abstractNumId"))
        starts = {
            int(own.get(f"{_W}ilvl", "0")): int(start)
            for own in one.iter(f"{_W}lvlOverride")
            if (start := _value(own.find(f"{_W}startOverride"))).isdecimal()
        }
        levels = kinds.get(kind, {}) | _levels(one)
        found[one.get(f"{_W}numId", "")] = _List(kind, levels, starts)
    return found


def _levels(holder: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in holder.iter(f"{_W}lvl"):
        start = _value(level.find(f"{_W}start"))
        levels[int(level.get(f"{_W}ilvl", "0"))] = _Level(
            int(start) if start.isdecimal() else 1,
            _value(level.find(f"{_W}numFmt")) or "decimal",
            _value(level.find(f"{_W}lvlText")),
            _value(level.find(f"{_W}lvlRestart")) != "0",
        )
    return levels


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")

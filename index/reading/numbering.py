"""Word's automatic numbers (一、 第三条 1.), which stand in no paragraph's text."""

from collections import defaultdict
from collections.abc import Mapping

from lxml.etree import _Element as Element

from index.reading.ooxml import W as _W

_DIGITS = "〇一二三四五六七八九"
_CIRCLED = 0x2460
_LEVELS = 9


class Numbering:
    """The numbers of one document, counted as its paragraphs go by."""

    def __init__(self, part: Element | None, styles: Mapping[str, tuple[str, int]]) -> None:
        self._formats = _formats(part) if part is not None else {}
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def sign(self, paragraph: Element) -> str:
        """The number Word would print before a paragraph element; "" when it has none."""
        number, level = self._place(paragraph)
        levels = self._formats.get(number)
        if not levels or level not in levels:
            return ""
        counts = self._counts[number]
        start, form, text = levels[level]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if form == "bullet":
            return "·"
        for place in range(_LEVELS):
            if f"%{place + 1}" in text:
                first, kind, _ = levels.get(place, (1, "decimal", ""))
                text = text.replace(f"%{place + 1}", written(counts.get(place, first), kind))
        return text

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


def written(number: int, form: str) -> str:
    """A number in one of Word's formats; what is not known is written in figures."""
    if form.startswith(("chinese", "japanese", "ideograph", "taiwanese")) and number < 100:  # noqa: PLR2004
        tens, ones = divmod(number, 10)
        head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
        return head + (_DIGITS[ones] if ones or not tens else "")
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:  # noqa: PLR2004
        return chr(_CIRCLED + number - 1)
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= 26:  # noqa: PLR2004
        letter = chr(ord("a") + number - 1)
        return letter if form == "lowerLetter" else letter.upper()
    return "" if form == "none" else str(number)


def _formats(part: Element) -> dict[str, dict[int, tuple[int, str, str]]]:
    """List id -> level -> (first number, format, text such as 第%1条)."""
    abstract = {
        one.get(f"{_W}abstractNumId"): _levels(one) for one in part.iter(f"{_W}abstractNum")
    }
    return {
        one.get(f"{_W}numId", ""): abstract.get(_value(one.find(f"{_W}abstractNumId")), {})
        for one in part.iter(f"{_W}num")
    }


def _levels(abstract: Element) -> dict[int, tuple[int, str, str]]:
    levels: dict[int, tuple[int, str, str]] = {}
    for level in abstract.iter(f"{_W}lvl"):
        start = _value(level.find(f"{_W}start"))
        levels[int(level.get(f"{_W}ilvl", "0"))] = (
            int(start) if start.isdecimal() else 1,
            _value(level.find(f"{_W}numFmt")) or "decimal",
            _value(level.find(f"{_W}lvlText")),
        )
    return levels


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")

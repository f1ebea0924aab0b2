"""Text -> its numbers and dates, each with the value it stands for in whatever notation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from index.language.dates import find_dates
from index.language.numerals import whole_number
from index.language.tokens import fold
from index.spans import Span

_HAN = "零〇○一二三四五六七八九十百千两"
_FIGURE = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
_NUMBER = rf"(?:{_FIGURE}|[{_HAN}]+(?:点[{_HAN}]+)?)"
_COUNTED = (
    "个|项|条|款|章|节|编|部分|元|人|名|次|家|所|份|类|级|批|期|天|日|月|年|季|周|小时|分钟|倍|成|户"
    "|村|件|张|套|岁|周岁|米|公里|平方|亩|吨|千克|公斤|床|大|位|处|座|支|[%％‰]"
)
_AMOUNT = re.compile(
    rf"(?P<date>(?:\d{{4}}|[〇○零o一二三四五六七八九]{{4}})(?=年)|十[一二三四五六](?=五[”\"]?(?:时?期|规))"
    rf"|{_NUMBER}(?=[月日号]))"
    rf"|(?P<percent>百分之{_NUMBER}|{_FIGURE}[%％])"
    rf"|(?P<fraction>(?:\d+|[{_HAN}]+)分之(?:\d+|[{_HAN}]+))"
    rf"|(?P<number>{_FIGURE}[万亿千百]*|[{_HAN}]+(?:点[{_HAN}]+)?[万亿]+"
    rf"|[{_HAN}]{{2,}}(?:点[{_HAN}]+)?|(?<=第)[{_HAN}]|[{_HAN}](?={_COUNTED}))"
)
_SCALES = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}
_ZEROS = str.maketrans("○o", "〇〇")  # 二O三五年 is written with a letter


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or date of a text: where it stands, whether it tells a time, and its value."""

    span: Span
    is_date: bool
    value: str


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of a squeezed text in order, none overlapping another.

    A whole date is one amount; 5%, 百分之五 and ５％ have one value, as have 2025年 and 二〇二五年.
    """
    folded = fold(text)
    done = 0
    for found in sorted((*_dates(folded), *_numbers(folded)), key=_first_longest):
        if found.span.start >= done:
            done = found.span.end
            yield found


def _first_longest(amount: Amount) -> tuple[int, int]:
    return amount.span.start, -amount.span.end


def _dates(folded: str) -> Iterator[Amount]:
    for date in find_dates(folded):
        yield Amount(date.span, is_date=True, value=date.iso)


def _numbers(folded: str) -> Iterator[Amount]:
    for found in _AMOUNT.finditer(folded):
        span = Span(found.start(), found.end())
        if found["percent"]:
            bare = found[0].removeprefix("百分之").rstrip("%％")
            yield Amount(span, is_date=False, value=f"{_value(bare)}%")
        elif found["fraction"]:
            below, _, above = found[0].partition("分之")
            yield Amount(span, is_date=False, value=f"{_value(above)}/{_value(below)}")
        else:
            yield Amount(span, is_date=bool(found["date"]), value=_value(found[0]))


def _value(written: str) -> str:
    """The plain decimal of a number however written; the writing itself when it has none."""
    written = written.translate(_ZEROS)
    figure = re.match(_FIGURE, written)
    try:
        if figure:
            value = Decimal(figure[0].replace(",", ""))
            for scale in written[figure.end() :]:
                value *= _SCALES[scale]
        else:
            value = _han_value(written)
    except (InvalidOperation, KeyError, TypeError, ValueError):
        return written
    return f"{value.normalize():f}"


def _han_value(written: str) -> Decimal:
    total = Decimal(0)
    for sign in "亿万":
        before, found, after = written.rpartition(sign)
        if found:
            return _han_value(before) * _SCALES[sign] + (_han_value(after) if after else total)
    whole, _, decimals = written.partition("点")
    digits = "".join(str(whole_number(digit)) for digit in decimals)
    return Decimal(whole_number(whole) or 0) + (Decimal(f"0.{digits}") if digits else 0)

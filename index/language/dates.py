"""Chinese dates in every form plans write them -> ISO dates."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.language.numerals import whole_number
from index.spans import Span

_FIGURES = "0-9０-９"
_HAN = "〇○◯零oOｏＯ0Ο一二三四五六七八九十"  # a zero is typed as almost any round sign
_YEAR = rf"[{_FIGURES}]{{4}}|[{_HAN}](?:\s?[{_HAN}]){{3}}"
_PART = rf"[{_FIGURES}]{{1,2}}|[一二三四五六七八九十]{{1,3}}"
_WRITTEN = re.compile(
    rf"(?P<year>{_YEAR})\s*年\s*(?P<month>{_PART})\s*月\s*(?:(?P<day>{_PART})\s*[日号])?"
)
_FIGURED = re.compile(
    rf"(?<![{_FIGURES}])(?P<year>[{_FIGURES}]{{4}})(?P<sign>[-/.．－])(?P<month>[{_FIGURES}]{{1,2}})"
    rf"(?P=sign)(?P<day>[{_FIGURES}]{{1,2}})(?![{_FIGURES}])"
)
_ZEROS = str.maketrans(dict.fromkeys("○◯零oO0Ο", "〇"))


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, and its ISO form (2021-09, when no day is written)."""

    span: Span
    iso: str


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates of a text in order: 2021年9月18日, 二〇二一年九月十八日, 二O二一年九月, 2021-09-18.

    What is no day of the calendar (2021年13月) is passed over.
    """
    found = [*_WRITTEN.finditer(text), *_FIGURED.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        if iso := _iso(match["year"], match["month"], match["day"]):
            yield FoundDate(Span(match.start(), match.end()), iso)


def _iso(year: str, month: str, day: str | None) -> str:
    numbers = [_number(year), _number(month), _number(day) if day else 1]
    try:
        found = date(*[number or 0 for number in numbers])
    except ValueError:
        return ""
    return found.isoformat() if day else f"{found:%Y-%m}"


def _number(numeral: str) -> int | None:
    folded = unicodedata.normalize("NFKC", "".join(numeral.split()))
    return whole_number(folded if folded.isdecimal() else folded.translate(_ZEROS))

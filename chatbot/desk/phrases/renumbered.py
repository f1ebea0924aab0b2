"""Set phrases with another number in them: 一核三社 for 一核四社, “152” for “151”."""

import re
from collections.abc import Iterable, Iterator

from chatbot.desk.phrases.phrases import Phrase
from index.spans import Span

_NUMERALS = "一二两三四五六七八九十百双0-9"
_NUMBER = re.compile(f"[{_NUMERALS}]+")
_TELLING = 2  # characters around the numbers: fewer are known by their quotation marks only
_FIGURES = re.compile("[0-9]{2,}")
_OPENED, _CLOSED = "(?<=[“「\"'])", "(?=[”」\"'])"


class Renumbered:
    """Knows the phrases that hold a number by the words around it."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._patterns = [
            (re.compile(_pattern(phrase.text)), phrase)
            for phrase in phrases
            if "、" not in phrase.text and _NUMBER.search(phrase.text)
        ]

    def missed(self, folded: str) -> Iterator[tuple[Span, Phrase]]:
        """Where a text has the words of a phrase with another number."""
        for pattern, phrase in self._patterns:
            for found in pattern.finditer(folded):
                if found[0] != phrase.text:
                    yield Span(found.start(), found.end()), phrase


def _pattern(phrase: str) -> str:
    if _FIGURES.fullmatch(phrase):
        return f"{_OPENED}[0-9]{{{len(phrase)}}}{_CLOSED}"
    around = "".join(_NUMBER.split(phrase))
    written = f"[{_NUMERALS}]+".join(map(re.escape, _NUMBER.split(phrase)))
    plain = rf"(?<![{_NUMERALS}]){written}(?![{_NUMERALS}])"
    return plain if len(around) >= _TELLING else f"{_OPENED}{written}{_CLOSED}"

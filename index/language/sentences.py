"""Text -> sentences: where a Chinese sentence ends, the closing quote mark included."""

import re
from collections.abc import Iterator

from index.spans import Span, trimmed

_ENDS = "。！？!?；;"
_CLOSERS = "”’」』)）】》\"'"
_BRACKET = r"[（(][^（）()\n]{0,200}[)）]"  # a sentence end inside a short bracket ends nothing
_SENTENCE = re.compile(rf"(?:{_BRACKET}|[^{_ENDS}\n])*(?:[{_ENDS}]+[{re.escape(_CLOSERS)}]*|\n|$)")


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences inside `within`, in order, white space trimmed.

    A semicolon ends one too: plans chain independent measures with it.
    """
    for found in _SENTENCE.finditer(text, within.start, within.end):
        if span := trimmed(text, found.start(), found.end()):
            yield span

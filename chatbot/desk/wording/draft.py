"""A draft as pasted -> its sentences, and the words in each that may be quoted from a plan."""

import re
from collections.abc import Iterator

from chatbot.desk.text.clauses import MARKER, STOPS
from chatbot.desk.wording.leads import lead_length
from index.language.sentences import sentences
from index.spans import Span, trimmed

_LONGEST = 600  # characters compared at once; what has no stop for so long is no sentence
_QUOTE = re.compile(r"“([^“”]{2,})”|「([^「」]{2,})」|\"([^\"\n]{2,})\"")
_CLAUSE = re.compile(rf"[^{re.escape(STOPS)}]+")
_CLOSERS = "”’」』\"'）)"
_QUOTATION_MARKS = "“”‘’「」『』\"'"
_ENDS = "。！？!?；;：:."  # a line that ends so is over
_POINT = re.compile(  # a point typed for a full stop
    r"(?<=[一-鿿”’\"）)》%％])[ \u3000]*[.．](?=[”\"’）)\s]*(?:[一-鿿“（(《]|$))"
)
TELLING = 2  # letters, at least: less says nothing that could be compared


def sentences_of(draft: str) -> Iterator[tuple[Span, ...]]:
    """The sentences of a draft in order, white space trimmed; those without words left out.

    A sentence has a span a line: where a line ends without a stop, the next may go on with it.
    """
    lines: list[Span] = []
    for sentence in sentences(draft, Span(0, len(draft))) if draft else ():
        for part in _parts(draft, sentence):
            if lines and not _goes_on(draft, lines, part):
                if letters(draft[lines[0].start : lines[-1].end]) >= TELLING:
                    yield tuple(lines)
                lines = []
            lines.append(part)
    if lines and letters(draft[lines[0].start : lines[-1].end]) >= TELLING:
        yield tuple(lines)


def _parts(draft: str, sentence: Span) -> Iterator[Span]:
    """A sentence cut at points typed for full stops, and where it is too long."""
    start = sentence.start
    while sentence.end > start:
        found = _POINT.search(draft, start, sentence.end)
        end = found.end() if found else sentence.end
        while end < sentence.end and draft[end] in _CLOSERS:
            end += 1
        if part := trimmed(draft, start, end):
            yield from _cut_long(draft, part)
        start = end


def _goes_on(draft: str, lines: list[Span], part: Span) -> bool:
    so_far, gap = draft[lines[0].start : lines[-1].end], draft[lines[-1].end : part.start]
    if letters(so_far) < TELLING and "\n" not in gap:
        return True  # a lone letter before a stop is no sentence, but it is there
    return (
        so_far.rstrip(_QUOTATION_MARKS)[-1:] not in _ENDS
        and gap.count("\n") == 1
        and not MARKER.match(draft, part.start, part.end)
        and part.end - lines[0].start <= _LONGEST
    )


def readings(draft: str, sentence: Span) -> Iterator[Span]:
    """The ways a sentence may be meant as a quotation, the whole first.

    Without quotation marks that lost their partner, without a list number of the draft's own,
    and without the words that say where it comes from (《…》第四部分提出：).
    """
    seen: set[Span] = set()
    start, end = sentence.start, sentence.end
    bare = _without_stray_marks(draft, sentence)
    marker = MARKER.match(draft, bare.start, end)
    own = marker.end() if marker else start
    said = own + lead_length(draft[own:end])
    urged = said > own and draft.startswith("要", said)  # 会议强调，要……
    for low, high in (
        (start, end),
        (bare.start, bare.end),
        (own, bare.end),
        (start + lead_length(draft[start:end]), bare.end),
        (said, bare.end),
        (said + urged, bare.end),
    ):
        part = trimmed(draft, low, high)
        part = _without_stray_marks(draft, part) if part and low > start else part
        if part and part not in seen and letters(part.cut(draft)) >= TELLING:
            seen.add(part)
            yield part


def quotes(draft: str, within: Span) -> Iterator[Span]:
    """What stands between quotation marks, the marks left out."""
    for found in _QUOTE.finditer(draft, within.start, within.end):
        group = found.lastindex or 1
        if span := trimmed(draft, found.start(group), found.end(group)):
            yield span


def letters(text: str) -> int:
    """The letters and digits of a text."""
    return sum(map(str.isalnum, text))


def _cut_long(draft: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        stop = max(draft.rfind(sign, start, start + _LONGEST) for sign in STOPS)
        cut = stop + 1 if stop > start else start + _LONGEST
        if part := trimmed(draft, start, cut):
            yield part
        start = cut
    if part := trimmed(draft, start, sentence.end):
        yield part


def _without_stray_marks(draft: str, span: Span) -> Span:
    """Without quotation marks at the edges that pair with nothing inside, or with one another."""
    start, end = span.start, span.end
    while start < end and draft[start] in _QUOTATION_MARKS and _stray(draft[start:end], 0):
        start += 1
    while end > start and draft[end - 1] in _QUOTATION_MARKS and _stray(draft[start:end], -1):
        end -= 1
    return trimmed(draft, start, end) or span


def _stray(text: str, edge: int) -> bool:
    """Whether the mark at an edge has no partner, or has it only at the other edge."""
    mark = text[edge]
    opens, closes = ("“", "”") if mark in "“”" else ("‘", "’") if mark in "‘’" else (mark, mark)
    if opens == closes:
        return text.count(mark) % 2 == 1 or (text[0] == text[-1] and mark not in text[1:-1])
    unpaired = text.count(opens) != text.count(closes)
    enclosing = text[0] == opens and text[-1] == closes and text.count(opens) == 1
    return unpaired or enclosing


def clauses_of(draft: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence, without the signs between them."""
    for found in _CLAUSE.finditer(draft, sentence.start, sentence.end):
        if span := trimmed(draft, found.start(), found.end()):
            yield span

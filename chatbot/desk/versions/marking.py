"""Two wordings of one sentence -> its pieces, with their places in both texts and their topics."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from chatbot.desk.text.differing import Difference, Kind, Op, differences
from chatbot.desk.text.squeezed import Squeezed, squeeze
from chatbot.desk.versions.changes import Piece, Topic
from chatbot.desk.versions.obligations import obligations
from chatbot.desk.versions.provisions import Sentence
from index.spans import Span

_TOPICS = {
    Kind.NUMBER: Topic.NUMBER,
    Kind.DATE: Topic.DATE,
    Kind.NAME: Topic.NAME,
    Kind.WORDING: Topic.WORDING,
    Kind.NOTATION: Topic.PUNCTUATION,
    Kind.PUNCTUATION: Topic.PUNCTUATION,
}
Range = tuple[int, int]


def mark(
    old: tuple[str, Sentence], new: tuple[str, Sentence], renumbered: Mapping[str, str]
) -> tuple[Piece, ...]:
    """The pieces in order; each side is a whole text and a sentence of it.

    `renumbered` tells which article became which (第三条 -> 第四条): a reference that only follows
    its article is a matter of numbering. 应当 for 可以 is an obligation, whatever else changes.
    """
    one, other = (squeeze(sentence.span.cut(text)) for text, sentence in (old, new))
    found = differences(old[1].span.cut(old[0]), new[1].span.cut(new[0]))
    if not found:
        return (Piece(old[1].span, new[1].span),)
    binds_alike = _forces(one.text) == _forces(other.text)
    pieces: list[Piece] = []
    for gone, come, kind in _ranges(found):
        topics = _topics(kind, (one.text, gone), (other.text, come), renumbered)
        if not binds_alike and topics and _touched(one.text, gone) != _touched(other.text, come):
            topics = _with_obligation(topics)
        places = _placed(one, gone, old[1].span.start), _placed(other, come, new[1].span.start)
        pieces.append(Piece(*places, topics))
    return tuple(pieces)


def _ranges(found: tuple[Difference, ...]) -> Iterator[tuple[Range, Range, Kind | None]]:
    """The pieces as ranges of both squeezed sentences; what came for what went is one piece."""
    old = new = 0
    pending: Range | None = None
    for piece, after in zip_longest(found, found[1:]):
        size = len(squeeze(piece.text).text)
        if piece.op is Op.DELETE:
            gone = (old, old + size)
            old += size
            if after is not None and after.op is Op.INSERT:
                pending = gone
            else:
                yield gone, (new, new), piece.kind
            continue
        gone = pending or (old, old + (size if piece.op is Op.EQUAL else 0))
        old, pending = gone[1], None
        if size:
            yield gone, (new, new + size), piece.kind
        new += size


def _placed(squeezed: Squeezed, within: Range, start: int) -> Span | None:
    if within[0] == within[1]:
        return None
    span = squeezed.whole(*within)
    return Span(span.start + start, span.end + start)


def _topics(
    kind: Kind | None,
    old: tuple[str, Range],
    new: tuple[str, Range],
    renumbered: Mapping[str, str],
) -> tuple[Topic, ...]:
    if kind is None:
        return ()
    before, after = _referred(*old), _referred(*new)
    if before and renumbered.get(before) == after:
        return (Topic.RENUMBERED,)
    if {old[0][slice(*old[1])], new[0][slice(*new[1])]} == {"", "、"}:
        return (Topic.WORDING,)  # 乡镇 is not 乡、镇
    return (_TOPICS[kind],)


def _with_obligation(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    weighty = tuple(topic for topic in topics if topic in {Topic.NUMBER, Topic.DATE})
    return (*weighty, Topic.OBLIGATION)


def _forces(text: str) -> list[str]:
    return [one.force for one in obligations(text)]


def _touched(text: str, within: Range) -> Counter[str]:
    """How binding the words are that a change touches, even if only in part."""
    start, end = within
    return Counter(
        one.force
        for one in obligations(text)
        if (one.span.start < end and start < one.span.end)
        or (start == end and one.span.start < start < one.span.end)
    )


def _referred(text: str, within: Range) -> str:
    """The article that a changed number names (第三条); "" unless it is one of the text itself."""
    start, end = within
    opens = text[start - 1 : start] == "第" and text[start - 2 : start - 1] != "》"
    return f"第{text[start:end]}条" if opens and text[end : end + 1] == "条" else ""

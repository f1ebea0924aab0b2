"""A change -> the few words that tell it in a summary: what went, what came instead."""

from chatbot.desk.versions.changes import Change, Comparison, Piece, Topic

Edit = tuple[str, str]  # what went, what came; one of them may be ""
_SHOWN = 60  # characters of a sentence in the summary
_WEIGHTY = frozenset({Topic.NUMBER, Topic.DATE, Topic.OBLIGATION, Topic.NAME})


def edits(change: Change, comparison: Comparison, topic: Topic) -> tuple[Edit, ...]:
    """The edits to be told of a change summed under a topic, each once, in order.

    Under a weighty topic those are all its weighty edits, else the edits of that topic.
    """
    topics = _WEIGHTY if topic in _WEIGHTY else frozenset({topic})
    found = (both(piece, comparison) for piece in change.pieces if topics & {*piece.topics})
    return tuple(dict.fromkeys(found))


def both(piece: Piece, comparison: Comparison) -> Edit:
    return (
        one_line(piece.old.cut(comparison.old.text)) if piece.old else "",
        one_line(piece.new.cut(comparison.new.text)) if piece.new else "",
    )


def words(change: Change, comparison: Comparison) -> str:
    """The whole sentence as the new version has it, or the old one when it is gone."""
    if change.new:
        return one_line(change.new.cut(comparison.new.text))
    return one_line(change.old.cut(comparison.old.text)) if change.old else ""


def short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def one_line(text: str) -> str:
    return " ".join(text.split())

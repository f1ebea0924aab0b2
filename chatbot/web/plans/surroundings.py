"""A quote and its text -> the words before and after it that a doubtful reader wants to see."""

from index.spans import Span


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after `span`: the rest of its paragraph, and the one beside it."""
    start = _line_start(text, _skip_back(text, _line_start(text, span.start)))
    end = _line_end(text, _skip_ahead(text, _line_end(text, span.end)))
    return text[start : span.start].lstrip(), text[span.end : end].rstrip()


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _skip_back(text: str, place: int) -> int:
    """The end of the last line before `place` that is not blank."""
    return len(text[:place].rstrip())


def _skip_ahead(text: str, place: int) -> int:
    return len(text) - len(text[place:].lstrip())

"""What a saved page has around its article: the title, lines of information, and furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.intake.facts.titles import find_title, names_a_kind
from index.intake.infolines import info_lines, moment

_LEAST_TITLE = 8  # characters; a shorter heading names a column of the site
_OPENING = 600  # characters of the article in which its title stands, if it repeats it
_TOP = 4  # lines of the article in which a title of its own stands
_BESIDE = 8  # lines before the article where its date may stand alone
_SAID_OF_A_COPY = re.compile(r"^[（(【\[]?转(载|发)[）)】\]：:]?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Places among the lines around the article: its title's, and those that tell of it."""

    title: int | None
    information: frozenset[int]


def surroundings(before: Sequence[str], opening: str, titles: Sequence[str]) -> Surroundings:
    """What of the lines before an article belongs to the document.

    `opening` is the article's own beginning, `titles` what the head of the page calls it. A line
    is the title when the page is called so; one that the article repeats is furniture.
    """
    told = [line for line in info_lines(before) if line.facts]
    information = {place for line in told for place in (line.place, *line.values_below)}
    beside = range(max(len(before) - _BESIDE, 0), len(before))
    information |= {place for place in beside if moment(before[place])}
    called = [_bare(title) for title in titles]
    named = [
        place
        for place, line in enumerate(before)
        if place not in information and _is_called(_bare(line), called)
    ]
    kinds = [
        place
        for place in beside
        if place not in information
        and len(before[place]) >= _LEAST_TITLE
        and names_a_kind(before[place])
    ]
    title = next(reversed(named or kinds), None)
    if title is not None and (
        _bare(before[title]) in _bare(opening[:_OPENING])
        or names_a_kind(find_title(opening.split("\n")[:_TOP]))
    ):
        title = None
    return Surroundings(title, frozenset(information))


def _is_called(line: str, titles: Sequence[str]) -> bool:
    return len(line) >= _LEAST_TITLE and any(title.startswith(line) for title in titles)


def _bare(line: str) -> str:
    """A title without white space and without 转载, which says only how it came to the site."""
    return _SAID_OF_A_COPY.sub("", "".join(line.split()))

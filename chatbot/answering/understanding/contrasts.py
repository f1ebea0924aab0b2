"""Things that exclude one another: who asks for one is not answered by a rule on another."""

import re
from functools import lru_cache

from index.language import lexicon

Pair = tuple[re.Pattern[str], re.Pattern[str]]


@lru_cache(maxsize=64)
def pairs(text: str) -> tuple[Pair, ...]:
    """What a folded text asks for and what it thereby does not, line by line of the table."""
    found = []
    for alternatives in _table():
        own = [words for words in alternatives if re.search(words, text)]
        other = [words for words in alternatives if words not in own]
        if own and other:
            found.append((re.compile("|".join(own)), re.compile("|".join(other))))
    return tuple(found)


def without_others(before: str, text: str) -> str:
    """A folded question without what the text that goes on with it asks instead of it.

    “职工呢” after a question on 居民 is on everything of it but 居民. Offsets hold.
    """
    for own, other in pairs(text):
        if not own.search(before):
            before = other.sub(lambda found: " " * len(found[0]), before)
    return before


@lru_cache(maxsize=1)
def _table() -> tuple[list[str], ...]:
    return tuple(line.split() for line in lexicon.lines("contrasts.txt"))

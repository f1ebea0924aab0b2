"""A short name that no plan writes -> the plans' full one: 业委会 -> 业主委员会."""

import re
from collections import Counter
from collections.abc import Iterable

from index.language.tokens import is_han

_LENGTHS = range(3, 6)  # characters; two stand for too much
_GAP = r"[\u4e00-\u9fff]{0,3}"  # what may be left out between two characters of the short name
_SURELY = 2  # times the full name stands in the plans


def spelled_out(short: str, folded_texts: Iterable[str]) -> str:
    """The full name that most often holds a short one's characters in order, "" for none."""
    if len(short) not in _LENGTHS or not is_han(short):
        return ""
    pattern = re.compile(_GAP.join(map(re.escape, short)))
    found = Counter(name for text in folded_texts for name in pattern.findall(text))
    name, times = next(iter(found.most_common(1)), ("", 0))
    return name if times >= _SURELY else ""

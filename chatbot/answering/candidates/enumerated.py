"""Asked for five of a kind, a sentence that names five -> where each is named."""

import re

from chatbot.answering.candidate import Candidate
from chatbot.answering.understanding.question import Understood
from index.language.numerals import whole_number
from index.spans import Span

_MANY = re.compile(r"([二两三四五六七八九十]{1,2})[个大项种类方条点]")
_WHICH = re.compile("哪[二两三四五六七八九十几些]|分别|各是|是什么|有什么|是啥")
_QUOTED = re.compile("“([^“”]+)”")
_TOLD = re.compile("(?:包括|分别是|分为|即|就是|：|:)([^。；;：:“”]+)")
_BETWEEN = re.compile("、|和|以及|及|与")
_COMMA = re.compile("[，,]")
_FEWEST = 2


def enumerated(understood: Understood, candidate: Candidate) -> tuple[Span, ...]:
    """The places of the five that “…是哪五个” asks for, in the sentence that answers.

    None when it names another number of them, or names them in another way.
    """
    count = _asked_for(understood.text)
    if candidate.is_list or count < _FEWEST:
        return ()
    sentence = candidate.key or candidate.spans[0]
    text = sentence.cut(candidate.document.text)
    for found in (*_QUOTED.finditer(text), *_TOLD.finditer(text)):
        within = _COMMA.split(found[1])[0]
        items = _split(within, sentence.start + found.start(1))
        if len(items) == count:
            return items
    return ()


def _asked_for(text: str) -> int:
    """How many are asked for by a folded question, 0 when none are."""
    many = _MANY.search(text)
    return whole_number(many[1].replace("两", "二")) or 0 if many and _WHICH.search(text) else 0


def _split(words: str, start: int) -> tuple[Span, ...]:
    """Each of the things that a run of words names one after another."""
    if "、" not in words:
        return ()
    ends = [*(sign.span() for sign in _BETWEEN.finditer(words)), (len(words), len(words))]
    begin, items = 0, []
    for end, following in ends:
        if words[begin:end].strip():
            items.append(Span(start + begin, start + end))
        begin = following
    return tuple(items)

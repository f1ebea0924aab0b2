"""A question -> others that citizens asked in much the same words, to be pinned along with it."""

from chatbot.answering.understanding.question import Question, understand
from chatbot.answering.understanding.sameness import content
from chatbot.records.asked.reviewing import Order, Wanted
from chatbot.web.http.served_by import services

_SHOWN = 6
_WORDS = 2  # of the question, the longest, by which others are looked up
_LOOKED_AT = 50  # questions a word
_SHORTEST = 2  # characters of a word that tells


def asked_alike(question: str, known: tuple[str, ...], longest: int) -> tuple[str, ...]:
    """At most six, most alike first; none that is one of the `known` in another form.

    What holds a masked number, or more than `longest` characters, is left out.
    """
    tokenizer = services().shelf.current().tokenizer
    own = content(question, tokenizer)
    taken = {content(one, tokenizer) for one in (question, *known)}
    found = {
        one: content(one, tokenizer)
        for word in _telling(question)
        for one in _asked_with(word)
        if "＊" not in one and len(one) <= longest
    }
    new = {words: one for one, words in reversed(found.items()) if words not in taken}
    best = sorted(new, key=lambda words: len(words ^ own))
    return tuple(new[words] for words in best[:_SHOWN])


def _telling(question: str) -> list[str]:
    words = understand(Question(question), services().shelf.current().tokenizer).words
    telling = [word.text for word in words if len(word.text) >= _SHORTEST]
    return sorted(telling, key=len, reverse=True)[:_WORDS]


def _asked_with(word: str) -> list[str]:
    wanted = Wanted(words=word, order=Order.OFTEN)
    return [one.question for one in services().records.asked(wanted, _LOOKED_AT)[0]]

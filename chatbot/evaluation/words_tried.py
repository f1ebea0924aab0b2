"""A pair of words, tried on questions that citizens have asked, before it is taken in."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.choosing.attempting import best_attempt
from chatbot.answering.understanding.question import Question
from index.generation import Generation
from index.language.synonyms import OwnWords, Pair, using
from index.language.tokens import fold, is_han, question_words

Ask = Callable[[str], Answer]

_SUGGESTED = 6
_ALIKE = 3  # of them with a character in common
_READ = 5  # questions, and the likeliest candidates of each, that suggestions are read from
_TELLING = 0.02  # of the words of the plans: a character that more of them hold tells nothing
_LONGEST, _SHORTEST = 6, 2  # characters of a word that is suggested


@dataclass(frozen=True, slots=True)
class Tried:
    """A question and its answers without and with the pair; `helped`: people said the first did."""

    question: str
    before: Answer
    after: Answer
    helped: bool

    @property
    def is_changed(self) -> bool:
        return _said(self.before) != _said(self.after)

    @property
    def is_risky(self) -> bool:
        """Whether an answer that helped somebody would be another one."""
        return self.helped and self.is_changed

    @property
    def is_answered_now(self) -> bool:
        answered = Outcome.ANSWERED
        return self.before.outcome is not answered and self.after.outcome is answered


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pair would change; `left` are questions for which there was no time."""

    tried: tuple[Tried, ...]
    left: int

    @property
    def changed(self) -> tuple[Tried, ...]:
        """What would be answered otherwise, what is at risk first."""
        return tuple(sorted((one for one in self.tried if one.is_changed), key=_order))


def tried(
    pair: Pair, own: OwnWords, questions: Iterable[tuple[str, bool]], ask: Ask, seconds: float
) -> Trial:
    """Answer questions (each with whether its answer helped) without and with a pair.

    After `seconds` the rest is left, so that nobody waits long.
    """
    with_pair = OwnWords((*own.pairs, pair))
    found: list[Tried] = []
    waiting = list(questions)
    begun = time.monotonic()
    while waiting and time.monotonic() - begun < seconds:
        question, helped = waiting.pop(0)
        with using(own):
            before = ask(question)
        with using(with_pair):
            after = ask(question)
        found.append(Tried(question, before, after, helped))
    return Trial(tuple(found), len(waiting))


def suggested(said: str, questions: Sequence[str], generation: Generation) -> tuple[str, ...]:
    """Words of the plans that may be what was meant, the likeliest first.

    First those with a telling character in common (补上, 补发), then what stands in the sentences
    that come nearest to the questions in which it was said.
    """
    known = {word for word in generation.bm25.terms() if generation.tokenizer.is_listed(word)}
    held_by = Counter(sign for word in known for sign in set(word))
    telling = {sign for sign in said if 0 < held_by[sign] <= _TELLING * len(known)}
    alike = sorted(
        (word for word in known - {said} if telling & set(word) and _is_told(word)),
        key=lambda word: (len(set(said) & set(word)), generation.bm25.weight(word)),
        reverse=True,
    )
    near: defaultdict[str, float] = defaultdict(float)
    for question in questions[:_READ]:
        attempt = best_attempt(Question(question), generation)
        if attempt.best and attempt.is_near:
            for weighed in attempt.best.ranked[:_READ]:
                for word in set(generation.tokenizer.words(fold(weighed.candidate.words))):
                    near[word] += weighed.likely * generation.bm25.weight(word)
    asked = "".join(map(fold, questions))
    others = [word for word in near if word in known and _is_told(word) and word not in asked]
    others.sort(key=near.__getitem__, reverse=True)
    return tuple(dict.fromkeys((*alike[:_ALIKE], *others)))[:_SUGGESTED]


def _is_told(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and is_han(word) and word not in question_words()


def _said(answer: Answer) -> object:
    places = [(one.document.id, one.span.start, one.span.end) for one in answer.citations]
    return answer.outcome, places


def _order(one: Tried) -> tuple[bool, bool]:
    return not one.is_risky, not one.is_answered_now

"""What is asked -> the passages that may answer it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from chatbot.answering.candidate import Candidate
from chatbot.answering.looking.covering import Coverage, sought
from chatbot.answering.looking.routing import (
    ALL,
    Ids,
    holds_everywhere,
    is_of_a_place_here,
    places_mentioned,
    places_not_covered,
    scope_of,
)
from chatbot.answering.looking.weighing import Weigher
from chatbot.answering.understanding.ages import RELATED, age
from chatbot.answering.understanding.contrasts import without_others
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import SINGLE_BOOST, Understood, Word, carried_words
from chatbot.answering.weights import limit, weight
from index.generation import Generation
from index.language.abbreviations import spelled_out
from index.language.numerals import whole_number
from index.language.synonyms import own_words, synonyms
from index.language.tokens import Tokenizer, fold, question_words, without_question_phrases
from index.search import Hit, Query, search

_CARRIED, _FAINT = weight("words", "carried"), weight("words", "carried_covered")
_LIMIT, _LIMIT_OF_PLAIN = limit("passages"), limit("passages_of_plain")
_LIMIT_OF_VALUE = limit("passages_of_value")
_FEW_WORDS = limit("plain_words")
_COUNTED = re.compile("([一二两三四五六七八九十百]+)([个家名人岁年月日天项条次倍级类种位户所批张])")
_PARTED = re.compile("([^不没无未])[了过完着]([^去来])")
_BY_SYNONYM = weight("words", "synonym")
_HARDLY, _TELLING_MISSING = weight("words", "hardly"), weight("words", "telling")
_PLAIN_MISSING = 2  # characters; a missing word shorter than this tells a person nothing


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a folded question (`asked`), and how to weigh what they cover of it.

    `own_coverage` leaves out what was carried over from the question before.
    `regions` are the places it names that no plan covers, `foreign` those that only plans of the
    whole country hold in. `preferred` are the documents that it names, or of its place; none for a
    question that does neither; `mentioned` are the places it names that no plan is for, though one
    speaks of them. `before` is what the question before was answered with, or nearest.
    """

    asked: str
    hits: tuple[Hit, ...]
    coverage: Coverage
    own_coverage: Coverage
    regions: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    preferred: Ids = ALL
    mentioned: tuple[str, ...] = ()
    before: Candidate | None = None

    @property
    def top(self) -> float:
        """The best score of a passage; 0 when none was found."""
        return self.hits[0].score if self.hits else 0.0


def retrieve(understood: Understood, chosen: Ids, generation: Generation) -> Found:
    """The passages for a question, from all documents or the chosen ones.

    Of those that it means, as many are looked at as of all together.
    """
    scope = scope_of(understood, chosen, generation)
    tokenizer = generation.tokenizer
    before = _carried(understood, tokenizer)
    asked = tuple(part for word in understood.words for part in _known(word, generation))
    words = (*asked, *before)
    terms, limit = _terms(understood, words, tokenizer), _limit(understood)
    hits = search(generation, Query(understood.text, terms, scope.within), limit)
    if scope.preferred:
        hits = _merged(
            hits, search(generation, Query(understood.text, terms, scope.preferred), limit)
        )
    faint = (replace(word, boost=_FAINT * word.boost) for word in before)
    weigher = Weigher(generation, scope.within)
    return Found(
        understood.text,
        hits,
        Coverage((*asked, *faint), weigher),
        Coverage(asked, weigher),
        *_places_elsewhere(understood.text, generation),
        scope.preferred,
        places_mentioned(understood.text, generation),
    )


def _merged(hits: tuple[Hit, ...], others: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Both, each passage once, the best first."""
    known = {hit.passage for hit in hits}
    both = (*hits, *(hit for hit in others if hit.passage not in known))
    best = sorted(both, key=lambda hit: -hit.score)
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(best, 1))


def _known(word: Word, generation: Generation) -> list[Word]:
    """The word as the plans may know it; what is no word of theirs (要罚) is cut again."""
    if age(word.text) is not None:
        return [word]
    if figures := _in_figures(word.text):
        return [replace(word, full=figures)]
    tokenizer = generation.tokenizer
    if verb := _closed_up(word.text, generation):
        return [replace(word, text=verb)]
    if tokenizer.is_listed(word.text) or generation.writes(word.text) or synonyms(word.text):
        return [_spelled_out(word, generation)]
    parts = tokenizer.listed_words(word.text)
    return [_part(word, part) for part in parts if part not in question_words()]


def _closed_up(word: str, generation: Generation) -> str:
    """A parted verb put together: 离婚 for 离了婚; "" for others, and for words of the plans."""
    parted = _PARTED.fullmatch(word)
    if parted is None or generation.writes(word):
        return ""  # 全过程 is no parted 全程
    verb = parted[1] + parted[2]
    return verb if generation.tokenizer.is_listed(verb) else ""


def _part(word: Word, part: str) -> Word:
    return replace(word, text=part, boost=word.boost * (SINGLE_BOOST if len(part) == 1 else 1.0))


def _in_figures(word: str) -> str:
    """两家 as 2家, which plans write as well; "" for what counts nothing."""
    counted = _COUNTED.fullmatch(word)
    number = whole_number(counted[1]) if counted else None
    return f"{number}{counted[2]}" if counted and number else ""


def _spelled_out(word: Word, generation: Generation) -> Word:
    """The word with its full name, when it is a short one that no plan writes."""
    if synonyms(word.text) or generation.writes(word.text):
        return word
    return replace(word, full=spelled_out(word.text, generation.folded))


def _limit(understood: Understood) -> int:
    """How many passages to weigh.

    What defines a plain word may be far down among its uses; each row of a table is a passage, so
    that many come before the one with the value asked for.
    """
    if understood.kind is Kind.DEFINITION or len(understood.words) <= _FEW_WORDS:
        return _LIMIT_OF_PLAIN
    return _LIMIT_OF_VALUE if understood.asks_for_value else _LIMIT


def _carried(understood: Understood, tokenizer: Tokenizer) -> list[Word]:
    """The words of the questions before, each step back counting half of the one after it."""
    own, carried = {word.text for word in understood.words}, dict[str, Word]()
    for steps, question in enumerate(understood.follows, 1):
        for word in carried_words(without_others(fold(question), understood.text), tokenizer):
            if word.text not in own:
                carried.setdefault(word.text, replace(word, boost=_CARRIED**steps * word.boost))
    return list(carried.values())


def _terms(understood: Understood, words: Iterable[Word], tokenizer: Tokenizer) -> dict[str, float]:
    """Tokens and weights: the question's own, half of the one's before, fewer of synonyms."""
    terms = dict.fromkeys(_tokens(understood.text, tokenizer), 1.0)
    for steps, question in enumerate(understood.follows, 1):
        for token in _tokens(without_others(fold(question), understood.text), tokenizer):
            terms.setdefault(token, _CARRIED**steps)
    for word in words:
        for written, counts in _also_written(word):
            for token in tokenizer.tokens(written):
                terms.setdefault(token, word.boost * counts)
    return terms


def _also_written(word: Word) -> Iterator[tuple[str, float]]:
    """What else plans may write for a word, and how much of its weight that has."""
    yield word.full, 1.0
    for synonym in synonyms(word.text):
        yield synonym.word, synonym.weight * _BY_SYNONYM
    if age(word.text) is not None:
        yield from ((related, _BY_SYNONYM) for related in RELATED)


def _tokens(text: str, tokenizer: Tokenizer) -> list[str]:
    subject = without_question_phrases(text)
    return [token for token in tokenizer.tokens(subject) if token not in question_words()]


def missing_words(found: Found, generation: Generation) -> tuple[str, ...]:
    """The words of a question, and so their meaning, that no plan uses, nor a synonym of them.

    Every text is read for it, so it is asked only when a question is refused.
    """
    texts = generation.folded
    return tuple(
        word.text
        for word in (weighed.word for weighed in found.own_coverage.weighed)
        if len(word.text) >= _PLAIN_MISSING
        and word.boost >= 1
        and not word.text.isascii()
        and (generation.tokenizer.is_listed(word.text) or synonyms(word.text))
        and generation.tokenizer.rarity(word.text) > _TELLING_MISSING
        and not any(sought(word, own_words()).found_in(text) > _HARDLY for text in texts)
    )


def _places_elsewhere(text: str, generation: Generation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places named that no plan is about or speaks of: where none holds, where one does."""
    places = places_not_covered(text, generation)
    if places and is_of_a_place_here(text, generation):
        return (), ()  # 从湖南来梅州打工: somebody is from there, and asks about here
    held = tuple(place for place in places if holds_everywhere(place, generation))
    return tuple(place for place in places if place not in held), held

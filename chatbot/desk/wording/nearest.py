"""Words of a draft -> where the plans say them exactly, and where they say something alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chatbot.desk.text.aligning import most_similar, similarity
from chatbot.desk.text.clauses import MARKER, STOPS
from chatbot.desk.text.corpus import Corpus, Place
from chatbot.desk.text.form import same_form
from chatbot.desk.text.squeezed import squeeze
from index.language.tokens import Tokenizer, fold

_LABEL = re.compile(r"[^\W\d_]{2,8}[:：]")  # 责任科室:
_NUMERALS = re.compile("[0-9一二三四五六七八九十]+")
_CANDIDATES = 10  # sentences of each kind that are aligned
_WHOLE_PREFERRED = 0.12  # a whole sentence goes before a part of it that is a little more alike
_SAME_LEAD = 0.5
_NEARLY_THE_LEAD = 0.8
_LIKE_ENOUGH = 0.75  # a whole sentence so alike is not cut to its most similar part
SIMILAR = 0.66  # from here on words differ from the plan's; below they are absent
_PART_LIKE_ENOUGH = 0.76  # for a part of a sentence: it was chosen for being alike
_LONGEST_WORD = 3  # characters of a word on either side of a cut
_A_HALF_SENTENCE = 10  # letters
_LIMITS = frozenset("不未无非勿莫禁除仅、")  # 、: an item left out of a list alters the list
_FULL_STOPS = "。；！？"


@dataclass(frozen=True, slots=True)
class Near:
    """A place of the plans and how alike it is to the words looked for, 0 to 1."""

    place: Place
    similarity: float
    is_part: bool = False

    @property
    def is_close(self) -> bool:
        """Whether the words are the plan's with differences, not words of another's own."""
        return self.similarity >= (_PART_LIKE_ENOUGH if self.is_part else SIMILAR)


def exact(words: str, corpus: Corpus, documents: frozenset[str]) -> tuple[Place, ...]:
    """Every place that holds exactly these words, white space aside, in reading order.

    They are whole clauses there, or the end of a sentence from a word inside a clause on, when
    nothing that limits or denies (不, 除) and no item of a list is left out before them.
    """
    text = squeeze(words).text
    return _bound(corpus.places_of(text, fold(text), documents), corpus)


def formed(words: str, corpus: Corpus, documents: frozenset[str]) -> tuple[Place, ...]:
    """Every such place of these words in signs of any width and form, in reading order."""
    folded = fold(squeeze(words).text)
    found = corpus.formed_places(folded, documents)
    return _bound((place for place in found if same_form(place.text, words)), corpus)


def _bound(found: Iterable[Place], corpus: Corpus) -> tuple[Place, ...]:
    whole = [
        place
        for place in found
        if place.shelved.clauses.bound(place.start, place.end)
        or _ends_sentence(place, corpus.tokenizer)
    ]
    return tuple(sorted(whole, key=lambda place: (place.shelved.begin, place.start)))


def _ends_sentence(place: Place, tokenizer: Tokenizer) -> bool:
    text = place.text
    if text[-1:] not in _FULL_STOPS or sum(map(str.isalnum, text)) < _A_HALF_SENTENCE:
        return False
    clause = place.shelved.clauses.start_before(place.start)
    left_out = place.shelved.squeezed.text[clause : place.start]
    whole = fold(left_out[-_LONGEST_WORD:] + text[:_LONGEST_WORD])
    cut = min(len(left_out), _LONGEST_WORD)
    inside_a_word = any(
        tokenizer.is_listed(whole[start:end])
        for start in range(cut)
        for end in range(cut + 1, len(whole) + 1)
    )
    return not inside_a_word and not _LIMITS & {*left_out}


def nearly_led(lead: str, place: Place, corpus: Corpus) -> bool:
    """Whether the plan has the same words but for a few where the draft's lead stands."""
    before, folded = _before(place, corpus), fold(squeeze(lead).text)
    return before != folded and similarity(folded, before) >= _NEARLY_THE_LEAD


def led_otherwise(lead: str, place: Place, corpus: Corpus) -> bool:
    """Whether the plan has other words where the draft's lead stands, so that the lead counts.

    A lead that names a source, or that is no more than a list number, is the draft's own, unless
    the plan has almost the same there: （2） where the draft has （7）, 8. where it has 16.
    """
    before, folded = _before(place, corpus), fold(squeeze(lead).text)
    if before and (similarity(folded, before) >= _SAME_LEAD or _form(folded) == _form(before)):
        return True
    own = "《" in folded or MARKER.fullmatch(folded) or not any(map(str.isalnum, folded))
    return not own and any(map(str.isalnum, MARKER.sub("", before, count=1)))


def _form(lead: str) -> str:
    """A list number without its numeral: （） for （2）."""
    return _NUMERALS.sub("0", lead)


def _before(place: Place, corpus: Corpus) -> str:
    """The words of its sentence before a place."""
    sentence = corpus.sentence_at(place.shelved, place.start)
    return place.shelved.folded[sentence.start : place.start]


def cut_short(words: str, corpus: Corpus, documents: frozenset[str]) -> tuple[Near, ...]:
    """Where the words stand exactly but for the stop at their end: the plan goes on there."""
    bare = squeeze(words).text.rstrip(STOPS)
    if sum(map(str.isalnum, bare)) < _A_HALF_SENTENCE:
        return ()
    folded = fold(squeeze(words).text)
    ended = [_with_stop(folded, place) for place in exact(bare, corpus, documents)]
    return tuple(Near(place, similarity(folded, place.folded)) for place in ended)


def nearest(words: str, corpus: Corpus, documents: frozenset[str]) -> tuple[Near, ...]:
    """The places most like these words, the most similar first; none overlaps another."""
    folded = fold(squeeze(words).text)
    found = [
        _best_part(folded, place, corpus) for place in corpus.alike(folded, documents, _CANDIDATES)
    ]
    chosen: list[Near] = []
    for _, near in sorted(found, key=lambda scored: -scored[0]):
        if not any(_meet(near.place, other.place) for other in chosen):
            chosen.append(near)
    return tuple(chosen)


def _best_part(folded: str, sentence: Place, corpus: Corpus) -> tuple[float, Near]:
    """The sentence, or the run of clauses in and around it that is much more like the words.

    Before it what sentences are ranked by: how alike the best run is, and what is given.
    """
    whole = _without_marker(folded, sentence)
    parts = tuple(_parts(len(folded), sentence, corpus.around(sentence)))
    best, score = most_similar(folded, [part.folded for part in parts])
    rank = (max(score, whole.similarity) + whole.similarity) / 2
    if whole.similarity >= _LIKE_ENOUGH or score <= whole.similarity + _WHOLE_PREFERRED:
        return rank, whole
    return score, Near(_with_stop(folded, parts[best]), score, is_part=True)


def _with_stop(folded: str, part: Place) -> Place:
    """With the sign that ends the part, if the words end with one too."""
    after = part.shelved.folded[part.end : part.end + 1]
    if folded[-1] in STOPS and part.folded[-1] not in STOPS and after and after in STOPS:
        return Place(part.shelved, part.start, part.end + 1)
    return part


def _without_marker(folded: str, sentence: Place) -> Near:
    """The sentence, without its list number and its label if the words have none like them."""
    best = Near(sentence, similarity(folded, sentence.folded))
    for sign in (MARKER, _LABEL):
        if found := sign.match(best.place.folded):
            bare = Place(sentence.shelved, best.place.start + found.end(), sentence.end)
            if (
                bare.start < bare.end
                and (score := similarity(folded, bare.folded)) > best.similarity
            ):
                best = Near(bare, score)
    return best


def _parts(length: int, sentence: Place, around: Place) -> Iterator[Place]:
    """The runs of whole clauses about as long as the words that lie mostly in the sentence."""
    bounds = sentence.shelved.clauses
    for start in bounds.starts_between(around.start, sentence.end - 1):
        low, high = start + max(length // 2, 1), start + 2 * length
        for end in bounds.ends_between(max(low, sentence.start + 1), min(high, around.end)):
            inside = min(end, sentence.end) - max(start, sentence.start)
            if 2 * inside >= end - start:
                yield Place(sentence.shelved, start, end)


def _meet(one: Place, other: Place) -> bool:
    return one.shelved is other.shelved and one.start < other.end and other.start < one.end

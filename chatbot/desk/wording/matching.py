"""Places found -> the matches of a finding: cited, compared, held against the source claimed."""

from collections.abc import Iterable, Iterator

from chatbot.answering.citing import Citer
from chatbot.desk.phrases.near_misses import Miss, NearMisses
from chatbot.desk.text.aligning import similarity
from chatbot.desk.text.corpus import Place
from chatbot.desk.text.differing import differences
from chatbot.desk.wording.claims import Claim, Held, documents_claimed, stands_there
from chatbot.desk.wording.finding import Checked, Match
from chatbot.desk.wording.nearest import Near, cut_short, exact, formed, nearest
from index.generation import Generation
from index.outlining.outline import Section
from index.spans import Span

_MOST_PLACES = 20  # where the same words stand
_MOST_ALIKE = 3
_NEARLY_AS_ALIKE = 0.1
_NEVER_THE_SAME = 0.999  # words that differ in width only are compared in one width


class Matcher:
    """Looks for words in one generation, or in some of its documents (none: in all)."""

    def __init__(
        self,
        generation: Generation,
        near_misses: NearMisses,
        citer: Citer,
        documents: frozenset[str] = frozenset(),
    ) -> None:
        self.corpus = near_misses.corpus
        self._near_misses = near_misses
        self._generation = generation
        self._citer = citer
        self._documents = documents

    def exact(self, words: str) -> tuple[Place, ...]:
        """Every place where exactly these words stand, white space aside."""
        return exact(words, self.corpus, self._documents)

    def formed(self, words: str) -> tuple[Place, ...]:
        """Every place where these words stand in signs of any width and form."""
        return formed(words, self.corpus, self._documents)

    def near(self, words: str, claim: Claim | None = None) -> tuple[Near, ...]:
        """The places most alike, the best first; before them what is alike at the claimed place."""
        found = nearest(words, self.corpus, self._documents)
        found = (*cut_short(words, self.corpus, self._documents), *found)
        if claim and (meant := self._meant(claim)):
            there = nearest(words, self.corpus, meant)
            found = (*(one for one in there if self._is_there(claim, one)), *found)
        return tuple(dict.fromkeys(found))

    def same(
        self, places: tuple[Place, ...], part: Span, claim: Claim | None, draft: str = ""
    ) -> tuple[Match, ...]:
        """The matches of verbatim words, those at the claimed place first.

        With `draft` those of words in signs of another form, and what differs.
        """
        if claim:
            places = tuple(sorted(places, key=lambda place: not self._stands(claim, place)))
        alike = _NEVER_THE_SAME if draft else 1.0
        return tuple(
            self._match(number, place, part, alike, draft)
            for number, place in enumerate(places[:_MOST_PLACES], 1)
        )

    def alike(self, found: tuple[Near, ...], part: Span, draft: str) -> tuple[Match, ...]:
        """The matches of words that differ: the best, and what is nearly as much alike."""
        least = found[0].similarity - _NEARLY_AS_ALIKE
        also = (one for one in found[1:] if one.is_close and one.similarity >= least)
        near = [found[0], *also][:_MOST_ALIKE]
        return tuple(
            self._match(number, one.place, part, min(one.similarity, _NEVER_THE_SAME), draft)
            for number, one in enumerate(near, 1)
        )

    def missed_phrases(self, draft: str) -> Iterator[tuple[Miss, tuple[Match, ...]]]:
        """The set phrases that a draft almost uses, with where they stand."""
        for miss in self._near_misses.misses(draft, self._documents):
            places = self._near_misses.set_phrases.places(miss.phrase, self._documents)
            alike = similarity(miss.phrase.text, miss.span.cut(draft))
            yield (
                miss,
                tuple(
                    self._match(number, place, miss.span, min(alike, _NEVER_THE_SAME), draft)
                    for number, place in enumerate(places[:_MOST_PLACES], 1)
                ),
            )

    def hint(self, near: Near, part: Span) -> Match:
        """The nearest passage of words that the plans do not hold; not compared in detail."""
        return self._match(1, near.place, part, near.similarity)

    def checked(self, claim: Claim | None, places: Iterable[Place]) -> Checked | None:
        """Whether one of these places is where the draft says."""
        if claim is None:
            return None
        found = tuple(places)
        if not self._meant(claim):
            return Checked(claim, Held.UNKNOWN_DOCUMENT)
        if not found:
            return Checked(claim, Held.ABSENT)
        there = any(self._stands(claim, place) for place in found)
        return Checked(claim, Held.CONFIRMED if there else Held.ELSEWHERE)

    def _is_there(self, claim: Claim, near: Near) -> bool:
        return near.is_close and self._stands(claim, near.place)

    def _meant(self, claim: Claim) -> frozenset[str]:
        return frozenset(one.id for one in documents_claimed(claim, self._generation))

    def _stands(self, claim: Claim, place: Place) -> bool:
        document = place.shelved.document
        return stands_there(claim, self._meant(claim), document, self._above(place))

    def _above(self, place: Place) -> tuple[Section, ...]:
        """The sections that a place lies in, outermost first."""
        start = place.span.start
        sections = self._generation.sections(place.shelved.document.id)
        return tuple(one for one in sections if one.span.start <= start < one.span.end)

    def _match(self, number: int, place: Place, part: Span, alike: float, draft: str = "") -> Match:
        path = self._above(place)[-1].path
        (citation,) = self._citer.cite(place.shelved.document, path, (place.span,), number)
        sentence = self.corpus.sentence_at(place.shelved, place.start)
        return Match(
            citation,
            part,
            round(alike, 3),
            differences(citation.quote, part.cut(draft)) if draft else (),
            partial=sentence.start < place.start or place.end < sentence.end,
            goes_on=place.end < sentence.end,
        )

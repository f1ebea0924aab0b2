"""A sentence of a draft -> the clauses of it that stand in the plans, each by itself."""

from chatbot.desk.text.differing import Op
from chatbot.desk.wording.draft import clauses_of, letters
from chatbot.desk.wording.finding import Match
from chatbot.desk.wording.matching import Matcher
from index.language.sentences import sentences
from index.spans import Span

_A_PIECE = 8  # letters: a clause so long may come from another sentence of the plans
_LIKE_A_PIECE = 0.8
_MADE_OF_PIECES = 0.7  # of a sentence's letters, at least, stand in the plans clause by clause


class Pieces:
    """Looks for the clauses of one draft."""

    def __init__(self, draft: str, matcher: Matcher) -> None:
        self._draft = draft
        self._matcher = matcher

    def most_of(self, part: Span) -> tuple[Match, ...]:
        """The clauses that stand in the plans, if they are most of the words.

        In two sentences or more, or word for word in one.
        """
        found = [match for clause in clauses_of(self._draft, part) for match in self._of(clause)]
        covered = sum(letters(self._words(match.part)) for match in found)
        enough = covered >= _MADE_OF_PIECES * letters(self._words(part))
        exact = not any(match.differences for match in found)
        swapped = exact and len(found) > 1  # clauses of one sentence in another order
        return (
            tuple(found) if enough and (swapped or len(set(map(_sentence_of, found))) > 1) else ()
        )

    def added_from_elsewhere(self, part: Span, match: Match) -> tuple[Match, ...]:
        """Clauses that the plan's sentence lacks, where another sentence of the plans has them."""
        added = list[Span]()
        place = part.start
        for piece in match.differences:
            if piece.op is Op.DELETE:
                continue
            if piece.op is Op.INSERT and letters(piece.text) >= _A_PIECE:
                added.append(Span(place, place + len(piece.text)))
            place += len(piece.text)
        return tuple(match for span in added for match in self._addition(part, span))

    def _addition(self, part: Span, added: Span) -> tuple[Match, ...]:
        """Where added words stand: all their clauses together, else each by itself."""
        whole = [one for one in clauses_of(self._draft, part) if added.holds(one)]
        together = self._of(Span(whole[0].start, whole[-1].end)) if len(whole) > 1 else ()
        return together or tuple(match for clause in whole for match in self._of(clause))

    def _of(self, clause: Span) -> tuple[Match, ...]:
        words = self._words(clause)
        if letters(words) < _A_PIECE:
            return ()
        if places := self._matcher.exact(words):
            return self._matcher.same(places, clause, None)[:1]
        near = self._matcher.near(words)
        if not near or near[0].similarity < _LIKE_A_PIECE:
            return ()
        return self._matcher.alike(near[:1], clause, self._draft)

    def _words(self, span: Span) -> str:
        return span.cut(self._draft)


def _sentence_of(match: Match) -> tuple[str, Span]:
    """The sentence of a plan that a match lies in."""
    citation = match.citation
    text, span = citation.document.text, citation.span
    line = Span(text.rfind("\n", 0, span.start) + 1, span.end)
    *_, last = sentences(text, line)
    return citation.document.id, Span(last.start, last.start + 1)

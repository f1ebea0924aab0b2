"""What the search says for a candidate: its passage's rank, and what of the question it covers."""

from math import log

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.looking.covering import Coverage, Finds
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit, weight

# In units of the weight of a word that only one passage in the shelf could hold, so that it
# means the same in a shelf of two plans and of two hundred; more than this tells no more.
_MUCH_EVIDENCE = weight("full", "evidence")
_HARDLY = weight("words", "hardly")
_FOUND = weight("words", "found")
_SEVERAL, _UNSAID = limit("several_words"), limit("several_unsaid")
_MOST_PASSAGES = limit("passages_of_plain")


def later(_: Understood, __: Found, candidate: Candidate) -> float:
    """How far down its passage was found: 0 for the first, on a logarithmic scale."""
    rank = candidate.hit.rank if candidate.hit else _MOST_PASSAGES
    return min(log(rank) / log(_MOST_PASSAGES), 1.0)


def margin(_: Understood, found: Found, candidate: Candidate) -> float:
    """By how much its passage's score exceeds that of any other document's passages.

    1 when no other document has one, a half when they are as good, 0 for twice as good or more.
    """
    own = candidate.hit.score if candidate.hit else 0.0
    others = (hit for hit in found.hits if hit.passage.document_id != candidate.document.id)
    other = next(others, None)  # they come best first
    exceeds = (own - (other.score if other else 0.0)) / own if own else -1.0
    return (max(exceeds, -1.0) + 1) / 2


def with_before(_: Understood, found: Found, candidate: Candidate) -> float:
    """The share of the question, and of the one before it, found here, above or in the title."""
    return found.coverage.share(*_finds(found.coverage, candidate))


def covered(_: Understood, found: Found, candidate: Candidate) -> float:
    """The weight of the words so covered together: one rare word covered in full is little."""
    coverage = found.own_coverage
    weight_of_all = coverage.weight_of(*_finds(coverage, candidate))
    return min(weight_of_all / (coverage.rarest or 1.0) / _MUCH_EVIDENCE, 1.0)


def several(_: Understood, found: Found, candidate: Candidate) -> float:
    """How many of the question's words stand in the candidate, of so many as tell enough.

    Who tells a story says many words; what answers meets several of them, however plain each is.
    Words that a short question does not say count as found: it must not fall behind for them.
    """
    finds = found.own_coverage.finds_in(_said(candidate))
    unsaid = max(0, _UNSAID - len(finds))
    return min((sum(one >= _FOUND for one in finds) + unsaid) / _SEVERAL, 1.0)


def row_of_another(_: Understood, found: Found, candidate: Candidate) -> float:
    """A table's row without the question's weightiest word: it tells of something else."""
    if candidate.shape is not Shape.ROW:
        return 0.0
    coverage = found.own_coverage
    best = coverage.best(*_finds(coverage, candidate))
    return float(bool(best) and best[coverage.weightiest] <= _HARDLY)


def beyond_title(_: Understood, found: Found, candidate: Candidate) -> float:
    """Of what the question says beyond the title, the share found in it or its headings."""
    coverage = found.own_coverage
    headings = " ".join(candidate.section.path)
    best = coverage.best(coverage.finds_in(_said(candidate)), coverage.finds_in(headings))
    return coverage.share_beyond(best, coverage.finds_in(candidate.document.title))


def in_title(_: Understood, found: Found, candidate: Candidate) -> float:
    """The share of the question that its document's title covers, whatever is said in it."""
    return found.own_coverage.of(candidate.document.title)


def preferred(_: Understood, found: Found, candidate: Candidate) -> float:
    """Its document is one that the question names, or of the place it names."""
    return float(candidate.document.id in found.preferred)


def not_preferred(_: Understood, found: Found, candidate: Candidate) -> float:
    """The question names a document or a place, and this is another one."""
    return float(bool(found.preferred) and candidate.document.id not in found.preferred)


def _finds(coverage: Coverage, candidate: Candidate) -> tuple[Finds, Finds]:
    headings = " ".join((*candidate.section.path, candidate.document.title))
    return coverage.finds_in(_said(candidate)), coverage.finds_in(headings)


def _said(candidate: Candidate) -> str:
    """The words of a candidate; of a list or a section with what announces or names it."""
    name = candidate.named[0][0] if candidate.named else ""
    return f"{name}\n{candidate.announced_words}" if name else candidate.announced_words

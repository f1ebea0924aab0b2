"""What the search says for a candidate: its passage's rank, and what of the question it covers."""

from chatbot.answering.candidate import Candidate
from chatbot.answering.looking.covering import Coverage
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit, trust, weight
from index.language.tokens import fold
from index.outlining.markers import bare

_IN_CONTEXT, _IN_VALUE_CONTEXT = trust("sentence"), trust("value")
_BEFORE = weight("trust", "before")
# In units of the weight of a word that only one passage in the shelf could hold, so that they
# mean the same in a shelf of two plans and of two hundred; more than this tells no more.
_MUCH_EVIDENCE, _HIGH_SCORE = weight("full", "evidence"), weight("full", "score")
_A_NAME = limit("heading_named")


def passage_rank(_: Understood, found: Found, candidate: Candidate) -> float:
    """The score of a candidate's passage, as a share of the best passage's."""
    return candidate.hit.score / found.top if candidate.hit and found.top else 0.0


section_rank = passage_rank  # of the best passage in it: it tells like headings apart


def covers(understood: Understood, found: Found, candidate: Candidate) -> float:
    """The weighed share of the question's words in a candidate and around it.

    A section or list is known by what names it; a sentence by its own words, its headings and
    title, and the sentence before it.
    """
    if candidate.named:
        return found.own_coverage.across(candidate.named)
    coverage: Coverage = found.coverage
    around = _IN_VALUE_CONTEXT if understood.asks_for_value else _IN_CONTEXT
    return coverage.share(
        coverage.finds_in(candidate.words),
        coverage.finds_around(candidate.document, candidate.section, around),
        coverage.finds_in(candidate.before, _BEFORE),
    )


def coverage(_: Understood, found: Found, candidate: Candidate) -> float:
    """The share of the question in the quote, its headings and the title, wherever it stands."""
    return found.coverage.of(_around(candidate))


def evidence(_: Understood, found: Found, candidate: Candidate) -> float:
    """The weight of the words so covered together: one rare word covered in full is little."""
    return min(found.coverage.weight_in(_around(candidate)) / _unit(found) / _MUCH_EVIDENCE, 1.0)


def score(_: Understood, found: Found, candidate: Candidate) -> float:
    """The BM25 score of the best passage that the candidate quotes, else of its section."""
    return min(_own_score(found, candidate) / _unit(found) / _HIGH_SCORE, 1.0)


def margin(_: Understood, found: Found, candidate: Candidate) -> float:
    """By how much that exceeds the score of any other document's passages; -1 to 1.

    Those not looked in count too: what its own document says best is no better founded for being
    looked in alone.
    """
    own = _own_score(found, candidate)
    others = (hit for hit in found.hits if hit.passage.document_id != candidate.document.id)
    other = max((hit.score for hit in others), default=0.0)
    return max((own - max(other, found.elsewhere)) / own, -1.0) if own else -1.0


def named(_: Understood, found: Found, candidate: Candidate) -> float:
    """1 when the question says the candidate's own heading, word for word, else 0."""
    path = candidate.section.path
    heading = fold(bare(path[-1])) if path else ""
    return float(len(heading) >= _A_NAME and heading in found.asked)


def _around(candidate: Candidate) -> str:
    text = candidate.document.text
    quote = " ".join(span.cut(text) for span in candidate.quoted)
    return fold(" ".join((quote, *candidate.section.path, candidate.document.title)))


def _unit(found: Found) -> float:
    return found.own_coverage.rarest or 1.0


def _own_score(found: Found, candidate: Candidate) -> float:
    own = within = 0.0
    for hit in found.hits:
        if hit.passage.document_id != candidate.document.id:
            continue
        if any(hit.passage.span.meets(span) for span in candidate.quoted):
            own = max(own, hit.score)
        elif candidate.section.span.holds(hit.passage.span):
            within = max(within, hit.score)
    return own or within

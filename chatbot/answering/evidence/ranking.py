"""What tells whether a draft answers its question: a few numbers, each of them explainable."""

from dataclasses import astuple, dataclass, fields

from chatbot.answering.candidate import Draft
from chatbot.answering.evidence.form import fits
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Understood
from index.language.tokens import fold
from index.outlining.markers import bare

# In units of the weight of a word that only one passage in the shelf could hold, so that they
# mean the same in a shelf of two plans and of two hundred; more than this tells no more.
_MUCH_EVIDENCE = 3.0
_HIGH_SCORE = 4.0
_GOOD_FORM = 0.5
_A_NAME = 3  # characters of a heading; 目标 alone names none


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence for a draft; each is 0 to 1, the margin -1 to 1.

    coverage: the share of the question's words, weighed, in the quote, its headings, the title;
    those carried over from the question before count too, for less.
    evidence: the weight of those words together: one rare word covered in full is little.
    score: the BM25 score of the passage that the draft was found by.
    margin: by how much that exceeds the score of any other document's passages, those not
    looked in included: what its own document says best is no better founded for being alone.
    named: whether the question says the draft's own heading, word for word.
    form: how well the form of what answers fits the kind of question: it defines, it counts.
    """

    coverage: float
    evidence: float
    score: float
    margin: float
    named: float
    form: float

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(field.name for field in fields(cls))

    def vector(self) -> tuple[float, ...]:
        return astuple(self)


def features(understood: Understood, found: Found, draft: Draft) -> Features:
    """The evidence that a draft answers the question that these passages were found for."""
    around = _around(draft)
    covered = found.coverage.weight_in(around)
    rarest = found.own_coverage.rarest or 1.0
    own, other = _scores(found, draft)
    return Features(
        coverage=found.coverage.of(around),
        evidence=min(covered / rarest, _MUCH_EVIDENCE) / _MUCH_EVIDENCE,
        score=min(own / rarest, _HIGH_SCORE) / _HIGH_SCORE,
        margin=max((own - other) / own, -1.0) if own else -1.0,
        named=_named(found.asked, draft),
        form=min(fits(understood, _telling(draft)), _GOOD_FORM) / _GOOD_FORM,
    )


def _telling(draft: Draft) -> str:
    """The sentence that answers: of a list the one that announces it."""
    return (draft.key or draft.intro or draft.spans[0]).cut(draft.document.text)


def _around(draft: Draft) -> str:
    """The quote with its headings and the title, folded."""
    text = draft.document.text
    spans = (draft.intro, *draft.spans) if draft.intro else draft.spans
    quote = " ".join(span.cut(text) for span in spans)
    return fold(" ".join((quote, *draft.section.path, draft.document.title)))


def _named(asked: str, draft: Draft) -> float:
    """1 when the question says the draft's own heading, 0 when it does not."""
    heading = fold(bare(draft.section.path[-1])) if draft.section.path else ""
    return float(len(heading) >= _A_NAME and heading in asked)


def _scores(found: Found, draft: Draft) -> tuple[float, float]:
    """The best score of the draft's own passages (else its section's), and of other documents."""
    own = within = 0.0
    other = found.elsewhere
    spans = (draft.intro, *draft.spans) if draft.intro else draft.spans
    for hit in found.hits:
        if hit.passage.document_id != draft.document.id:
            other = max(other, hit.score)
        elif any(hit.passage.span.meets(span) for span in spans):
            own = max(own, hit.score)
        elif draft.section.span.holds(hit.passage.span):
            within = max(within, hit.score)
    return own or within, other

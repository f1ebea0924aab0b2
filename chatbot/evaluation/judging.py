"""Whether an answer to a judged question is right."""

import unicodedata
from pathlib import PurePath

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.evaluation.judged import JudgedQuestion
from index.intake.documents import Document
from index.reading import FORMATS

_LONGEST = 500  # characters quoted, or twice the evidence
_NEAREST = 3  # quotes that a person reads below a refusal
_A_TITLE = 6  # characters; a shorter title proves nothing by standing in a longer name


def is_right(question: JudgedQuestion, answer: Answer) -> bool:
    """The rule by kind: refused, small talk, a fact said, or the evidence quoted."""
    if question.kind == "smalltalk":
        return answer.outcome is not Outcome.ANSWERED and bool(answer.text)
    if not question.answerable:
        return answer.outcome in {Outcome.NOT_FOUND, Outcome.UNCLEAR} and not answer.citations
    if answer.outcome is not Outcome.ANSWERED or not _says_all(question, answer):
        return False
    return not question.evidence or any(
        _quotes_all(evidence, question.document, answer) for evidence in question.alternatives
    )


def is_near(question: JudgedQuestion, answer: Answer) -> bool:
    """Whether what stands below a refusal holds the evidence, and little else."""
    near = fold("".join(citation.quote for citation in answer.related[:_NEAREST]))
    return any(
        bool(pieces) and all(piece in near for piece in pieces) and len(near) <= _longest(pieces)
        for pieces in (list(map(fold, evidence)) for evidence in question.alternatives)
    )


def first_citation_is_right(question: JudgedQuestion, answer: Answer) -> bool:
    """Whether the first quote holds a piece of evidence, or is a part of one."""
    if not answer.citations:
        return False
    pieces = (fold(piece) for evidence in question.alternatives for piece in evidence)
    return any(_overlap(piece, answer.citations[0]) for piece in pieces)


def fold(text: str) -> str:
    """For comparison only: half width, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _says_all(question: JudgedQuestion, answer: Answer) -> bool:
    said = fold(answer.text) + _quoted(answer)
    return all(fold(piece) in said for piece in question.says)


def _quotes_all(evidence: tuple[str, ...], document: str, answer: Answer) -> bool:
    pieces = [fold(piece) for piece in evidence]
    quoted = _quoted(answer)
    if not all(piece in quoted for piece in pieces) or len(quoted) > _longest(pieces):
        return False
    return any(
        is_document(document, citation.document)
        and any(_overlap(piece, citation) for piece in pieces)
        for citation in answer.citations
    )


def _longest(pieces: list[str]) -> int:
    """How many characters may be quoted: quoting everything wins nothing."""
    return max(_LONGEST, 2 * sum(map(len, pieces)))


def _quoted(answer: Answer) -> str:
    return fold("".join(citation.quote for citation in answer.citations))


def _overlap(piece: str, citation: Citation) -> bool:
    quote = fold(citation.quote)
    return piece in quote or quote in piece


def is_document(wanted: str, document: Document) -> bool:
    """Whether a question file means this document: by id, title or file name, format aside."""
    wanted = _stem(wanted.rsplit("/", 1)[-1])
    names = [_stem(name) for name in (document.id, document.title, document.file)]
    return any(
        name == wanted or (len(name) > _A_TITLE and name in wanted) for name in names if name
    )


def _stem(name: str) -> str:
    path = PurePath(fold(name))
    return path.stem if path.suffix in FORMATS else str(path)

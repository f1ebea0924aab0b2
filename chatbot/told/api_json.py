"""Our values -> the JSON of the public API."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from flask import url_for

from chatbot.answering.answer import Answer
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Guidance, Shown, cited_by, shown
from chatbot.answering.replies import shortened
from chatbot.desk.wording.finding import Finding, Match
from chatbot.desk.wording.weight import is_form_only
from chatbot.told.phones import numbers_to_call, phones
from index.intake.documents import Document
from index.outlining.outline import Section
from index.spans import Span

Json = dict[str, Any]
# Told as `citations`, or of the whole answer.
_HASH = 16  # characters of a hash in an address: enough to name one text of a document
_ELSEWHERE = frozenset({"citations", "citation", "row", "header", "may_be_left"})


def answer_json(answer: Answer, contact: str) -> Json:
    """`contact` is the telephone of the installation, so that it is found in the replies."""
    parts = shown(answer.parts, answer.citations)
    return {
        "id": answer.id,
        "outcome": answer.outcome.value,
        "text": answer.text,
        "parts": [part_json(part, contact) for part in parts],
        "citations": [citation_json(citation) for citation in answer.citations],
        "missing": list(answer.missing),
        "related": [citation_json(citation) for citation in answer.related],
        "suggestions": list(answer.suggestions),
        "context": answer.context,
        "may_be_left": answer.may_be_left,
        "generation": answer.generation,
    }


def part_json(one: Shown, contact: str) -> Json:
    """A part by its kind; every number is that of a citation, or of what is related."""
    told = {name: value for name, value in asdict(one.part).items() if name not in _ELSEWHERE}
    if one.kind == "row":
        told["cells"] = [{"column": column, "cell": cell} for column, cell in one.cells]
    if isinstance(one.part, Guidance):
        told["lines"] = [{"label": label, "text": line} for label, line in one.part.lines]
        told["phones"] = [_span_json(place) for place in numbers_to_call(one.part.phone)]
    if one.kind == "reply":
        told["phones"] = [_span_json(place) for place in phones(one.said, contact)]
    numbers = list(cited_by(one.part))
    return {"kind": one.kind} | told | {"text": one.said, "citations": numbers}


def citation_json(citation: Citation) -> Json:
    document = citation.document
    names = ("id", "title", "file", "issuer", "status", "published", "official")
    return {
        "number": citation.number,
        "document": {name: getattr(document, name) for name in names}
        | {"short_title": shortened(document.title)},
        "path": list(citation.path),
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "key": _span_json(citation.key),
        "sha256": document.sha256,
        "url": quote_url(citation),
    }


def _span_json(span: Span | None) -> Json | None:
    return {"start": span.start, "end": span.end} if span else None


def quote_url(citation: Citation) -> str:
    """The reader page, open at the quote."""
    return place_url(citation.document, citation.span)


def place_url(document: Document, span: Span) -> str:
    """The reader page, open at a place."""
    return url_for(
        "plans.read",
        document_id=document.id,
        start=span.start,
        end=span.end,
        sha256=document.sha256[:_HASH],
        _anchor="mark",
    )


def document_json(document: Document) -> Json:
    """What is known about a document, without its text."""
    names = (
        *("id", "title", "issuer", "region", "period", "status"),
        *("published", "source_url", "official", "file", "sha256"),
    )
    return {name: getattr(document, name) for name in names}


def outline_json(sections: Iterable[Section], text: str) -> list[Json]:
    """The headed sections in reading order; the whole plan, level 0, is left out."""
    return [_section_json(section, text) for section in sections if section.level]


def _section_json(section: Section, text: str) -> Json:
    return {
        "level": section.level,
        "heading": section.heading.cut(text) if section.heading else "",
        "path": list(section.path),
        "start": section.span.start,
        "end": section.span.end,
    }


def wording_json(findings: Iterable[Finding]) -> Json:
    """The findings of a draft; all places in it are counted in code points."""
    return {"findings": [_finding_json(finding) for finding in findings]}


def _finding_json(finding: Finding) -> Json:
    claim = finding.checked
    return {
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "verdict": finding.verdict.value,
        "unit": finding.unit.value,
        "punctuation_only": is_form_only(finding),
        "label": finding.is_label,
        "slip": finding.slip.value if finding.slip else None,
        "claim": {"text": claim.claim.text, "verdict": claim.held.value} if claim else None,
        "matches": [_match_json(match) for match in finding.matches],
    }


def _match_json(match: Match) -> Json:
    return citation_json(match.citation) | {
        "part": {"start": match.part.start, "end": match.part.end},
        "partial": match.partial,
        "similarity": match.similarity,
        "differences": [
            {
                "op": piece.op.value,
                "text": piece.text,
                "kind": piece.kind.value if piece.kind else None,
            }
            for piece in match.differences
        ],
    }

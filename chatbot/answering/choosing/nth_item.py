"""第n条 of the list that an earlier question was answered with -> what answers for that item."""

import re
from dataclasses import replace

from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.outlines import children
from chatbot.answering.candidates.sections import whole_section
from chatbot.answering.choosing.attempting import attempt, best_attempt
from chatbot.answering.choosing.choose import choose
from chatbot.answering.understanding.question import Question, Understood, understand
from chatbot.answering.weights import limit, weight
from index.generation import Generation
from index.intake.documents import Document
from index.language.sentences import sentences
from index.language.tokens import fold
from index.outlining.outline import Section
from index.spans import Span

_SURE = weight("grades", "sure")
_LONGEST = limit("item")
_PARTS = re.compile(r"(?:包括|包含|分为|分成|分别是|分别为|[：:])([^。；;：:]+)")
_FEWEST_PARTS = limit("fewest_items")
_BETWEEN = re.compile(r"、|，?(?:以及|和|及|或者|或)")


def nth_item(
    question: Question, understood: Understood, generation: Generation
) -> Candidate | None:
    """The candidate for the item meant, in the list or the sentence that an answer before quoted.

    None when the question names no item, or nothing before listed so many.
    """
    listed = _listed(question, understood, generation)
    if listed is None:
        return None
    return _listed_item(listed, understood, generation) or _named_part(
        listed, understood, generation
    )


def _listed(question: Question, understood: Understood, generation: Generation) -> Candidate | None:
    """What the nearest question before that asked for no item was answered with."""
    if not understood.ordinal:
        return None
    for steps, before in enumerate(understood.follows, 1):
        asked = Question(before, question.history[:-steps], question.documents)
        if not understand(asked, generation.tokenizer).ordinal:
            return best_attempt(asked, generation).candidate
    return None


def _listed_item(
    listed: Candidate, understood: Understood, generation: Generation
) -> Candidate | None:
    """The whole text of the item, or its sentence on what else is asked of it."""
    sections = generation.sections(listed.document.id)
    items = children(listed.section, sections)
    chosen = next((item for item in items if item.number == understood.ordinal), None)
    if chosen is None and understood.ordinal <= len(items):
        chosen = items[understood.ordinal - 1]
    if chosen is None:
        return None
    return _asked_within(chosen, listed.document, understood, generation) or _whole(
        listed.document, chosen, sections
    )


def _named_part(
    listed: Candidate, understood: Understood, generation: Generation
) -> Candidate | None:
    """The candidate for 第二种, when a sentence listed what is meant: 包括甲和乙.

    The question is put again with 乙 in it, to the same document and not to that sentence; None
    when no sentence listed so many, or what is found does not answer.
    """
    if not understood.words:
        return None
    quote = " ".join(span.cut(listed.document.text) for span in listed.spans)
    parts = max((_BETWEEN.split(part) for part in _PARTS.findall(fold(quote))), key=len, default=[])
    if len(parts) < max(_FEWEST_PARTS, understood.ordinal):
        return None
    named = Question(parts[understood.ordinal - 1] + understood.text)
    meant = replace(understand(named, generation.tokenizer), follows=())
    found = attempt(meant, frozenset({listed.document.id}), generation).found
    others = tuple(
        hit for hit in found.hits if not any(hit.passage.span.meets(span) for span in listed.spans)
    )
    found = replace(found, hits=others)
    best = choose(meant, found, generation)
    return best.candidate if best and best.likely >= _SURE else None


def _asked_within(
    section: Section, document: Document, understood: Understood, generation: Generation
) -> Candidate | None:
    """The candidate from inside a section, if the question says more than which item it means."""
    if not understood.words:
        return None
    found = attempt(understood, frozenset({document.id}), generation).found
    within = tuple(hit for hit in found.hits if section.span.holds(hit.passage.span))
    best = choose(understood, replace(found, hits=within), generation)
    return best.candidate if best else None


def _whole(document: Document, section: Section, sections: tuple[Section, ...]) -> Candidate | None:
    candidate = whole_section(document, section, sections, None)
    if candidate or section.body is None:
        return candidate
    opening = list(sentences(document.text, section.body))
    end = max(
        (one.end for one in opening if one.end - section.body.start <= _LONGEST),
        default=opening[0].end,
    )
    span = Span(section.body.start, end)
    return Candidate(document, section, (span,), Shape.SECTION)

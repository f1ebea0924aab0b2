"""Passages found -> the draft that answers: a sentence, a section, or a complete list."""

from chatbot.answering.best_section import best_section
from chatbot.answering.best_sentence import best_sentence
from chatbot.answering.draft import Draft
from chatbot.answering.lists import complete
from chatbot.answering.question import Kind, Understood
from chatbot.answering.retrieving import Found
from index.build import Generation

_ASKS_FOR_A_PART = frozenset({Kind.LIST, Kind.HOW, Kind.WHAT, Kind.DEFINITION})
_PREFER_SECTION = 0.05  # a heading that covers almost as much as a sentence names the subject


def compose(
    understood: Understood, found: Found, documents: frozenset[str], generation: Generation
) -> Draft | None:
    """The draft that covers the question best; None when nothing found is of the asked type."""
    sentence = best_sentence(understood, found, generation)
    section = None
    if understood.kind in _ASKS_FOR_A_PART:
        section = best_section(found, documents, generation)
    if section and (sentence is None or section.coverage >= sentence.coverage - _PREFER_SECTION):
        return section
    return complete(understood, sentence, generation) if sentence else None

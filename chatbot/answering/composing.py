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
_PREFER_LIST = 0.3


def compose(
    understood: Understood, found: Found, documents: frozenset[str], generation: Generation
) -> Draft | None:
    """The draft that covers the question best; None when nothing found is of the asked type."""
    sentence = best_sentence(understood, found, generation)
    section = None
    if understood.kind in _ASKS_FOR_A_PART:
        section = best_section(found, documents, generation)
    chosen = sentence
    if section and (sentence is None or _names_more(understood, section, sentence)):
        chosen = section
    return complete(understood, chosen, generation) if chosen else None


def _names_more(understood: Understood, section: Draft, sentence: Draft) -> bool:
    """Whether the heading tells the subject as well as the sentence; a list may tell it less."""
    wants_list = section.is_list and understood.kind is Kind.LIST
    margin = _PREFER_LIST if wants_list else _PREFER_SECTION
    return section.coverage >= sentence.coverage - margin

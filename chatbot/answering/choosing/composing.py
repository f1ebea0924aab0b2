"""Passages found -> the draft that answers: a sentence, a section, or a complete list."""

from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.alike import most_specific
from chatbot.answering.candidates.lists import announced, complete
from chatbot.answering.candidates.sections import best_section
from chatbot.answering.candidates.sentences import best_sentence
from chatbot.answering.candidates.tables import best_table_list
from chatbot.answering.candidates.widening import widen
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.question import Kind, Understood
from index.generation import Generation

_ASKS_FOR_A_PART = frozenset({Kind.LIST, Kind.HOW, Kind.WHAT, Kind.DEFINITION})
_PREFER_SECTION = 0.05  # a heading that covers almost as much as a sentence names the subject
_PREFER_LIST = 0.2  # a list may be told less plainly by its heading


def compose(understood: Understood, found: Found, generation: Generation) -> Draft | None:
    """The draft that covers the question best; None when nothing found is of the asked type."""
    sentence = best_sentence(understood, found, generation)
    section = _section(understood, found, generation, sentence)
    chosen = section or sentence
    if chosen is None:
        return None
    chosen = most_specific(chosen, found, generation)
    return announced(widen(understood, complete(understood, chosen, generation)), generation)


def _section(
    understood: Understood,
    found: Found,
    generation: Generation,
    sentence: Draft | None,
) -> Draft | None:
    """The section to answer with: its heading tells the subject about as well as the sentence.

    A list question takes a list though its heading tells the subject less.
    """
    enough = sentence.coverage if sentence else 0.0
    if understood.wants_several:
        lists = (
            best_section(found, generation, lists_only=True),
            best_table_list(found, generation),
        )
        listed = max(filter(None, lists), key=lambda draft: draft.coverage, default=None)
        if listed and listed.coverage >= enough - _PREFER_LIST:
            return listed
    if understood.kind not in _ASKS_FOR_A_PART:
        return None
    section = best_section(found, generation)
    return section if section and section.coverage >= enough - _PREFER_SECTION else None

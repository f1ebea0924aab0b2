"""A question that only names a matter -> the sections on it, or that what is nearest may do."""

from chatbot.answering.candidates.on_topic import Card, card
from chatbot.answering.choosing.attempting import Attempt
from chatbot.answering.looking.retrieving import missing_words
from chatbot.answering.looking.routing import scope_of
from chatbot.answering.understanding.topics import Topic, named_only, topic_of
from index.generation import Generation


def topic_card(attempt: Attempt, generation: Generation) -> Card | None:
    """The sections on a bare topic; None when another thing is asked or the plans say surely what.

    A single section needs no card when the answer is sure.
    """
    topic = topic_of(attempt.understood, generation)
    if topic is None or not topic.is_bare or attempt.found.regions or _is_answered(attempt):
        return None
    found = card_of(topic, attempt, generation)
    return None if found and found.sections == 1 and attempt.is_sure else found


def matter_named(attempt: Attempt, generation: Generation) -> Topic | None:
    """What a question without an answer names in more words, or asks of in general (有什么打算).

    None when it asks something, or has a word that no plan writes.
    """
    named = topic_of(attempt.understood, generation) or named_only(attempt.understood, generation)
    if attempt.found.regions or missing_words(attempt.found, generation):
        return None
    return named


def card_of(topic: Topic, attempt: Attempt, generation: Generation) -> Card | None:
    """What is on a topic, in the documents of the place it is asked of if they have it."""
    chosen = attempt.documents
    preferred = scope_of(attempt.understood, chosen, generation).preferred
    return (preferred and card(topic, preferred, generation)) or card(topic, chosen, generation)


def _is_answered(attempt: Attempt) -> bool:
    """Whether a bare word has a sure answer.

    It asks of another thing what was asked before (a sum, a time), or what was found defines the
    term or lists what it comprises.
    """
    understood, best = attempt.understood, attempt.best
    goes_on = bool(understood.follows) and understood.asks_for_value
    return attempt.is_sure and (goes_on or (best is not None and best.evidence["form"] > 0))

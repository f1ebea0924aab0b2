"""What was chosen -> the answer that quotes it, every word cut afresh and cited."""

from collections.abc import Sequence
from dataclasses import replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Candidate, Shape
from chatbot.answering.candidates.enumerated import enumerated
from chatbot.answering.candidates.facts import FactMissing, FoundFact, WhichDocument
from chatbot.answering.candidates.on_topic import Card
from chatbot.answering.candidates.outlines import chapters, children, siblings
from chatbot.answering.candidates.places import Standing
from chatbot.answering.choosing.value_mark import marked
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Fact, List, Part, Places, Quote, Reply, Row, numbers
from chatbot.answering.turn import Turn, questions_on
from chatbot.answering.understanding.about_documents import without_pointing
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit, weight
from index.spans import Span

_MOST_OF_A_QUOTE = weight("words", "emphasis")
_PLACES, _ASKED_OF = limit("places"), limit("topic_sections")


def quote(turn: Turn, understood: Understood, candidates: Sequence[Candidate]) -> Answer:
    """The words of the candidates, one place after another, numbered through."""
    citer = turn.citer()
    parts: list[Part] = []
    citations: list[Citation] = []
    for candidate in candidates:
        spans, first = _in_order(candidate), len(citations) + 1
        cited = list(citer.cite(candidate.document, candidate.path, spans, first))
        answers = spans.index(candidate.spans[0])
        key = _emphasised(marked(understood, candidate), spans[answers])
        cited[answers] = replace(cited[answers], key=key)
        citations += cited
        named = enumerated(understood, candidate)  # 哪五个: the five first, their sentence below
        if named:
            place = candidate.document, candidate.path
            items = citer.cite(*place, named, len(citations) + 1)
            citations += items
            parts.append(List(numbers(items)))
        parts.append(_part(candidate, tuple(cited)))
    answer = turn.say(Outcome.ANSWERED, *parts, citations=tuple(citations))
    return replace(
        answer,
        suggestions=_neighbours(turn, candidates[0]),
        context=understood.newest_followed,
    )


def _emphasised(key: Span | None, quoted: Span) -> Span | None:
    """What stands out in a quote: what is most of it stands out from nothing."""
    return key if key and len(key) < _MOST_OF_A_QUOTE * len(quoted) else None


def _in_order(candidate: Candidate) -> tuple[Span, ...]:
    """What is cited, as it is numbered: the items of a list come before what announces them."""
    if candidate.is_list and candidate.intro:
        return (*candidate.spans, candidate.intro)
    return candidate.quoted


def _part(candidate: Candidate, cited: tuple[Citation, ...]) -> Part:
    """How a candidate is shown: as a list, as a row below its header, or as it stands."""
    if candidate.is_list:
        items = numbers(cited[: len(candidate.spans)])
        return List(items, cited[-1].number if candidate.intro else 0)
    return Row(*numbers(cited)) if candidate.shape is Shape.ROW else Quote(numbers(cited))


def _neighbours(turn: Turn, candidate: Candidate) -> tuple[str, ...]:
    """Questions on the headings beside and below the one that answered."""
    sections = turn.generation.sections(candidate.document.id)
    beside = children(candidate.section, sections) or siblings(candidate.section, sections)
    place = beside.index(candidate.section) if candidate.section in beside else -1
    nearest = beside[place + 1 :] + beside[: max(place, 0)]
    return questions_on(section.path[-1] for section in nearest)


def tell_fact(turn: Turn, fact: FoundFact | FactMissing | WhichDocument) -> Answer:
    """A fact on a document and the line that proves it; that none says it; or which there are."""
    if isinstance(fact, FactMissing):
        said = replies.fact_missing(fact.document.title, fact.name, turn.contact)
        more = questions_on(chapters(fact.document, turn.generation))
        return replace(turn.say(Outcome.NOT_FOUND, Reply(said)), suggestions=more)
    if isinstance(fact, WhichDocument):
        asked = without_pointing(turn.question.text)
        named = (replies.asked_of(one.title, asked) for one in fact.documents[:_ASKED_OF])
        which = Reply(replies.which_document(len(fact.documents)))
        return replace(turn.say(Outcome.UNCLEAR, which), suggestions=tuple(named))
    citations = turn.citer().cite(fact.document, (), (fact.proof,))
    return turn.say(Outcome.ANSWERED, Fact(fact.name, fact.value, 1), citations=citations)


def tell_topic(turn: Turn, card: Card) -> Answer:
    """The sections on a topic, each with its first sentence: who only names it chooses himself."""
    citer = turn.citer()
    related = tuple(
        citation
        for number, one in enumerate(card.shown, 1)
        for citation in citer.cite(one.document, one.section.path, (one.sentence,), number)
    )
    passages = sum(one.passages for one in card.shown)
    told = Places(card.wording, passages, card.sections, (), numbers(related))
    other = (Reply(replies.other_words(card.wording)),) if card.is_other else ()
    return replace(
        turn.say(Outcome.UNCLEAR, *other, told),
        related=related,
        suggestions=questions_on(one.path[-1] for one in related if one.path),
    )


def quote_places(turn: Turn, standing: Standing) -> Answer:
    """How often a wording stands in the plans, and the first sentences that hold it."""
    citer = turn.citer()
    citations = tuple(
        citation
        for number, place in enumerate(standing.places[:_PLACES], 1)
        for citation in citer.cite(place.document, place.section.path, (place.sentence,), number)
    )
    told = Places(standing.wording, standing.count, len(standing.places), numbers(citations))
    return turn.say(Outcome.ANSWERED, told, citations=citations)

"""The story on one page: understand, retrieve, compose, gate, cite."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from chatbot.answering import replies
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.candidate import Draft
from chatbot.answering.candidates.alike import told_once
from chatbot.answering.candidates.facts import find_fact
from chatbot.answering.candidates.outlines import children, siblings
from chatbot.answering.candidates.places import Standing, absent_wording, asks_where, places_of
from chatbot.answering.choosing.attempting import Attempt, attempt, best_attempt
from chatbot.answering.choosing.nth_item import nth_item
from chatbot.answering.choosing.second_place import second_place
from chatbot.answering.choosing.value_mark import marked
from chatbot.answering.citation import Citation
from chatbot.answering.citing import Citer
from chatbot.answering.evidence.values import asks_for_value, value_name
from chatbot.answering.looking.retrieving import missing_words
from chatbot.answering.parts import Fact, List, Part, Places, Quote, Reply, Row
from chatbot.answering.understanding.question import Kind, Question, Understood, understand
from chatbot.answering.understanding.respelling import respelled
from chatbot.answering.understanding.small_talk import reply_to
from index.chunking import Passage
from index.generation import Generation
from index.outlining.markers import bare
from index.served import ServedShelf

_RELATED = 3
_PERHAPS = 0.05  # how likely a draft must answer for what was found to be shown as near
_ABSENT = 0.02  # how likely a draft must not even be for its value to be called missing
_PLACES = 8  # of a wording: more than a person reads; the count tells how many there are
_A_WORD, _A_HEADING = 2, 24  # characters of a heading that makes a question


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from a shelf; the same question to the same generation, the same bytes."""

    shelf: ServedShelf
    contact: str = ""

    def answer(self, question: Question) -> Answer:
        """The answer to a question; raises IndexNotBuilt or GenerationDamaged."""
        generation = self.shelf.current()
        return _Turn(self, generation, question).answer()


@dataclass(slots=True)
class _Turn:
    """One question being answered from one generation; `as_typed` until it is respelled."""

    answerer: Answerer
    generation: Generation
    question: Question
    as_typed: bool = True

    def answer(self) -> Answer:
        understood = understand(self.question, self.generation.tokenizer)
        if understood.kind is Kind.SMALL_TALK:
            reply = reply_to(understood.text, self.answerer.contact)
            return self._say(Outcome.SMALL_TALK, (Reply(reply),))
        if not (understood.words or understood.ordinal or understood.follows):
            return self._say(Outcome.UNCLEAR, (Reply(replies.UNCLEAR),))
        if item := nth_item(self.question, understood, self.generation):
            return self._cite(understood, item)
        best = best_attempt(self.question, self.generation)
        return (
            self._places(best)
            or self._metadata(best)
            or self._quote(best)
            or self._respelled(best)
            or self._refuse(best)
        )

    def _places(self, best: Attempt) -> Answer | None:
        """Every place of a wording, when the question quotes one and asks where it stands."""
        if not asks_where(best.understood):
            return None
        asked = (
            places_of(wording, best.documents, self.generation)
            for wording in best.understood.quoted
        )
        standing = next((one for one in asked if one.count), None)
        return self._cite_places(standing) if standing else None

    def _cite_places(self, standing: Standing) -> Answer:
        citer, shown = self._citer(), standing.places[:_PLACES]
        citations = tuple(
            citation
            for number, place in enumerate(shown, 1)
            for citation in citer.cite(
                place.document, place.section.path, (place.sentence,), number
            )
        )
        told = Places(standing.wording, standing.count, len(standing.places), _numbers(citations))
        return self._say(Outcome.ANSWERED, (told,), citations)

    def _metadata(self, best: Attempt) -> Answer | None:
        """A fact of the catalogue, when the question asks about a document itself."""
        if best.understood.kind is not Kind.METADATA:
            return None
        fact = find_fact(best.understood.text, best.found, best.documents, self.generation)
        if fact is None:
            return None
        citations = self._citer().cite(fact.document, (), (fact.proof,))
        return self._say(Outcome.ANSWERED, (Fact(fact.name, fact.value, 1),), citations)

    def _quote(self, best: Attempt) -> Answer | None:
        """What the plans say, when the gate opens for it."""
        if best.draft is None or not best.opens:
            return None
        if absent_wording(best.understood, best.documents, self.generation):
            return None
        answer = self._cite(best.understood, best.draft)
        if second := second_place(best, self.generation):
            answer = self._also(answer, best.understood, second)
        if not best.found.foreign:
            return answer
        return replace(answer, parts=(Reply(replies.national(best.found.foreign)), *answer.parts))

    def _also(self, answer: Answer, understood: Understood, second: Draft) -> Answer:
        """The answer with what another place of the same document says."""
        number, path = len(answer.citations) + 1, second.path
        cited = self._citer().cite(second.document, path, second.spans, number)
        citations = (
            *answer.citations,
            replace(cited[0], key=marked(understood, second)),
            *cited[1:],
        )
        parts = (*answer.parts, Quote(_numbers(cited)))
        return replace(answer, parts=parts, citations=citations)

    def _respelled(self, best: Attempt) -> Answer | None:
        """The answer to what was meant, when words were typed for others that sound alike."""
        meant = respelled(self.question.text, self.generation)
        if not meant or best.found.regions or not self.as_typed:
            return None
        question = replace(self.question, text=meant)
        answer = replace(self, question=question, as_typed=False).answer()
        if answer.outcome is not Outcome.ANSWERED:
            return None
        return replace(answer, id=self._id(), parts=(Reply(replies.meant(meant)), *answer.parts))

    def _cite(self, understood: Understood, draft: Draft) -> Answer:
        path = draft.path
        opening = (draft.intro,) if draft.intro else ()
        citations = self._citer().cite(draft.document, path, (*draft.spans, *opening))
        if key := marked(understood, draft):
            citations = (replace(citations[0], key=key), *citations[1:])
        return self._say(
            Outcome.ANSWERED,
            (_part(draft, citations),),
            citations,
            suggestions=self._neighbours(draft),
            context=_newest(understood.follows),
        )

    def _refuse(self, best: Attempt) -> Answer:
        """What is missing, and what is perhaps meant, if the plans are on that at all."""
        contact, found = self.answerer.contact, best.found
        missing = missing_words(found, self.generation)
        of_subject = replace(best.understood, kind=Kind.WHAT)  # perhaps only the value is lacking
        subject = attempt(of_subject, best.documents, self.generation)
        text = replies.not_found(missing, contact)
        wording = absent_wording(best.understood, best.documents, self.generation)
        if found.regions:
            text = replies.region_not_found(found.regions, contact)
        elif wording:
            text = replies.wording_not_found(wording, contact)
        elif asks_for_value(best.understood) and best.likely < _ABSENT and subject.opens:
            text = replies.value_not_found(value_name(best.understood), contact)
        is_near = bool(wording) or max(best.likely, subject.likely) >= _PERHAPS
        near = told_once(_nearest(best), self.generation)[:_RELATED] if is_near else []
        related = self._citer().cite_passages(near)
        return self._say(
            Outcome.NOT_FOUND,
            (Reply(text, _numbers(related)),),
            missing=missing,
            related=related,
            suggestions=_suggestions(citation.path[-1] for citation in related if citation.path),
            context=_newest(best.understood.follows),
        )

    def _neighbours(self, draft: Draft) -> tuple[str, ...]:
        """Questions on the headings beside and below the one that answered."""
        sections = self.generation.sections(draft.document.id)
        beside = children(draft.section, sections) or siblings(draft.section, sections)
        place = beside.index(draft.section) if draft.section in beside else -1
        nearest = beside[place + 1 :] + beside[: max(place, 0)]
        return _suggestions(section.path[-1] for section in nearest)

    def _citer(self) -> Citer:
        return Citer(self.generation, self.answerer.shelf.text_now)

    def _say(
        self,
        outcome: Outcome,
        parts: tuple[Part, ...],
        citations: tuple[Citation, ...] = (),
        **rest: object,
    ) -> Answer:
        return Answer(self._id(), outcome, parts, self.generation.id, citations, **rest)  # type: ignore[arg-type]

    def _id(self) -> str:
        asked = [
            self.question.text,
            self.question.history,
            sorted(self.question.documents),
            self.generation.id,
            self.answerer.contact,
        ]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:24]


def _part(draft: Draft, citations: tuple[Citation, ...]) -> Part:
    """How a draft is shown: as a list, as a row below its header, or as it stands."""
    items = _numbers(citations[: len(draft.spans)])
    if draft.is_list:
        return List(items, citations[-1].number if draft.intro else 0)
    if len(items) > 1:
        return Row(*items)
    return Quote(items)


def _numbers(citations: Iterable[Citation]) -> tuple[int, ...]:
    return tuple(citation.number for citation in citations)


def _nearest(best: Attempt) -> list[Passage]:
    """The draft that was not sure enough, then the other passages found, best first."""
    passages = [hit.passage for hit in best.found.hits]
    draft = best.draft
    if draft is None:
        return passages[: 2 * _RELATED]
    said = draft.intro or draft.spans[0]
    of_draft = [
        passage
        for passage in passages
        if passage.document_id == draft.document.id and passage.span.meets(said)
    ]
    others = [passage for passage in passages[: 2 * _RELATED] if passage not in of_draft]
    return [*(replace(passage, span=said) for passage in of_draft[:1]), *others]


def _newest(questions: tuple[str, ...]) -> str:
    return questions[0] if questions else ""


def _suggestions(headings: Iterable[str]) -> tuple[str, ...]:
    """A question on each heading that is short enough to be asked about, at most a few."""
    names = dict.fromkeys(bare(heading) for heading in headings)
    asked = [name for name in names if _A_WORD <= len(name) <= _A_HEADING]
    return tuple(replies.suggestion(name) for name in asked[:_RELATED])

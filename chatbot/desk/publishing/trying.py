"""A document that is not served yet -> answers from it alone, for those who take it in."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from chatbot.answering.answer import Answer
from chatbot.answering.completing import heading_questions
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from index.build import build_generation
from index.errors import GenerationDamaged
from index.generation import Generation
from index.intake.documents import Document
from index.outlining.outline import Section

_TRIED_AT_ONCE = 2  # generations kept in memory
_SUGGESTED = 5
_DEEPEST = 2  # level of the headings


@dataclass(frozen=True, slots=True)
class OnTrial:
    """A generation that lies on no disk, as something to answer from."""

    generation: Generation

    def current(self) -> Generation:
        return self.generation

    def text_now(self, generation: Generation, document_id: str) -> str:
        document = generation.document(document_id)
        if document is None:
            raise GenerationDamaged(f"{document_id}：不在试答的文件里。")
        return document.text


def try_question(document: Document, text: str, contact: str) -> Answer:
    """What this document would answer if there were no other; raises PlanError."""
    return Answerer(OnTrial(_generation(document)), contact).answer(Question(text))


def suggested(document: Document, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Questions on its headings to try it with."""
    return tuple(islice(heading_questions(document, sections, _DEEPEST), _SUGGESTED))


@lru_cache(maxsize=_TRIED_AT_ONCE)
def _generation(document: Document) -> Generation:
    return build_generation((document,))

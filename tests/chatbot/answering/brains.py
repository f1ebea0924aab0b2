"""A brain on plans written for one test: their text in, questions answered."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from chatbot.answering.answer import Answer
from chatbot.answering.candidate import Candidate
from chatbot.answering.choosing.choose import Choice, choose
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.pipeline import Answerer
from chatbot.answering.trace import Trace
from chatbot.answering.understanding.question import Question, Understood, understand
from index.build import build_generation
from index.generation import Generation
from index.intake.shelf import read_shelf
from index.served import ServedShelf
from index.store import Store
from tests.index.stored import put

NOWHERE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Brain:
    """What answers from a few documents, and the steps on the way to an answer."""

    generation: Generation
    answerer: Answerer

    def ask(self, *turns: str) -> Answer:
        return self.answerer.answer(Question(turns[-1], turns[:-1]))

    def understand(self, text: str) -> Understood:
        return understand(Question(text), self.generation.tokenizer)

    def retrieve(self, text: str) -> Found:
        return retrieve(self.understand(text), NOWHERE, self.generation)

    def weigh(self, text: str) -> Choice | None:
        return choose(self.understand(text), self.retrieve(text), self.generation)

    def chosen(self, text: str) -> Candidate | None:
        best = self.weigh(text)
        return best.candidate if best else None

    def trace(self, *turns: str) -> Trace:
        return self.answerer.trace(Question(turns[-1], turns[:-1]))

    def quotes(self, *turns: str) -> list[str]:
        return [citation.quote for citation in self.ask(*turns).citations]


def brain(plans: Path, built: Path, *texts: str) -> Brain:
    """A brain on the plan files of a folder and these texts; `built` lends jieba's dictionary."""
    for number, text in enumerate(texts):
        (plans / f"plan{number}.txt").write_text(text, encoding="utf-8")
    data = plans / "data"
    shutil.copytree(built / "cache", data / "cache")
    generation = build_generation(read_shelf(plans).documents, cache_folder=data / "cache")
    put(Store(data), generation, plans)
    answerer = Answerer(ServedShelf(data), "12345")
    return Brain(answerer.shelf.current(), answerer)

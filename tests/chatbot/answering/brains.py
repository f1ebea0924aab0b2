"""A brain on plans written for one test: their text in, questions answered."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from chatbot.answering.answer import Answer
from chatbot.answering.composing import compose
from chatbot.answering.draft import Draft
from chatbot.answering.pipeline import Answerer
from chatbot.answering.question import Question, Understood, understand
from chatbot.answering.retrieving import Found, retrieve
from index.build import Generation, build_generation
from index.served import ServedShelf
from index.shelf import read_shelf
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

    def draft(self, text: str) -> Draft | None:
        return compose(self.understand(text), self.retrieve(text), self.generation)

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

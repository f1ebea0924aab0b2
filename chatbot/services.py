"""What the pages and commands work with, made once for an application."""

from dataclasses import dataclass

from chatbot.answering.answer import Answer
from chatbot.answering.pipeline import Answerer
from chatbot.answering.question import Question
from chatbot.desk.holding import WordingDesk
from chatbot.records.records import Records
from chatbot.records.staff import Staff
from chatbot.settings import Settings
from index.served import ServedShelf


@dataclass(frozen=True, slots=True)
class Services:
    """The shelf, the brain, the records, the desk and its staff, of one installation."""

    settings: Settings
    shelf: ServedShelf
    answerer: Answerer
    records: Records
    desk: WordingDesk
    staff: Staff

    def answer(
        self, question: str, history: tuple[str, ...] = (), documents: tuple[str, ...] = ()
    ) -> Answer:
        """The answer to a question; raises IndexNotBuilt or GenerationDamaged."""
        return self.answerer.answer(Question(question, history, frozenset(documents)))


def make_services(settings: Settings) -> Services:
    shelf = ServedShelf(settings.data)
    return Services(
        settings,
        shelf,
        Answerer(shelf, settings.contact),
        Records(settings.data / "records.db", keep_days=settings.keep_days),
        WordingDesk(shelf),
        Staff(settings.data / "staff.db"),
    )

"""What the pages and commands work with, made once for an application."""

from dataclasses import dataclass

from chatbot.answering.answer import Answer
from chatbot.answering.guidance.guiding import guided
from chatbot.answering.pins.pinned import PinnedAnswers
from chatbot.answering.pipeline import Answerer
from chatbot.answering.trace import Trace
from chatbot.answering.understanding.question import Question
from chatbot.beijing_time import today_in_china
from chatbot.bureau import Bureau, read_bureau
from chatbot.desk.publishing.publishing import Publisher
from chatbot.desk.publishing.reading_intakes import Intaking
from chatbot.desk.publishing.uploads import Uploads
from chatbot.desk.wording.desk import WordingDesk
from chatbot.records import checks
from chatbot.records.arrivals import Arrivals
from chatbot.records.asked.questions import Records
from chatbot.records.batches import Batches
from chatbot.records.checks import Checks, Keeping
from chatbot.records.guides import Guides
from chatbot.records.pins import Pins
from chatbot.records.publishing.builds import Builds
from chatbot.records.publishing.intakes import Intakes
from chatbot.records.staff import audit
from chatbot.records.staff.staff import Staff
from chatbot.records.words import Words
from chatbot.settings import Settings
from index.intake.folders import PlanFolders
from index.served import ServedShelf
from index.storage.archive import Archive


@dataclass(frozen=True, slots=True)
class Services:
    """The shelf, the brain, the records, the desk and its staff, of one installation."""

    settings: Settings
    bureau: Bureau
    shelf: ServedShelf
    answerer: Answerer
    records: Records
    desk: WordingDesk
    staff: Staff
    pins: Pins
    words: Words
    guides: Guides
    pinned: PinnedAnswers
    arrivals: Arrivals
    archive: Archive
    intakes: Intakes
    builds: Builds
    intaking: Intaking
    checks: Checks
    batches: Batches

    def answer(
        self, question: str, history: tuple[str, ...] = (), documents: tuple[str, ...] = ()
    ) -> Answer:
        """What staff pinned to a question, else what is found; below it what they advise.

        Raises IndexNotBuilt or GenerationDamaged.
        """
        asked = Question(question, history, frozenset(documents))
        answer, guides = self.trace(asked).answer, self.guides.serving()
        if not guides:
            return answer
        tokenizer = self.shelf.current().tokenizer
        return guided(answer, asked, guides, tokenizer, today_in_china())

    def publish(self, number: int) -> None:
        """Carry out the build of this number; how it ended is told in `builds`."""
        settings = self.settings
        publisher = Publisher(
            settings.plans, settings.data, self.intaking, self.intakes, self.builds
        )
        publisher.carry_out(number)

    def trace(self, question: Question) -> Trace:
        """The answer, and how it came about."""
        pinned = self.pinned.answer(question)
        return Trace(pinned) if pinned else self.answerer.trace(question)


def make_services(settings: Settings) -> Services:
    shelf = ServedShelf(settings.data)
    pins = Pins(settings.data / audit.FILE)
    papers, keeping = settings.data / checks.FILE, Keeping(settings.check_days)
    return Services(
        settings,
        read_bureau(settings.bureau, is_wanted=settings.bureau != Settings().bureau),
        shelf,
        Answerer(shelf, settings.contact),
        Records(settings.data / "records.db", keep_days=settings.keep_days),
        WordingDesk(shelf),
        Staff(settings.data / audit.FILE),
        pins,
        Words(settings.data / audit.FILE),
        Guides(settings.data / audit.FILE),
        PinnedAnswers(shelf, pins.serving),
        Arrivals(settings.data / "records.db"),
        Archive(settings.data),
        Intakes(settings.data / audit.FILE),
        Builds(settings.data / audit.FILE),
        Intaking(PlanFolders.of(settings.plans, settings.data), Uploads(settings.data)),
        Checks(papers, keeping),
        Batches(papers, keeping),
    )

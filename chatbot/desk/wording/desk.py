"""The generation in service, kept ready to hold drafts against; made anew when it is swapped."""

import threading

from chatbot.answering.citing import Citer
from chatbot.desk.phrases.near_misses import NearMisses
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.wording.finding import Finding
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.wording import check_wording
from index.generation import Generation
from index.served import ServedShelf


class WordingDesk:
    """Checks drafts against the plans that are served; many threads may ask at once."""

    def __init__(self, shelf: ServedShelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._ready: tuple[str, NearMisses] | None = None

    def check(self, draft: str, documents: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
        """What becomes of each sentence beside these documents, or all if none is named.

        Raises IndexNotBuilt or GenerationDamaged.
        """
        generation = self._shelf.current()
        citer = Citer(generation, self._shelf.text_now)
        matcher = Matcher(generation, self._known_in(generation), citer, documents)
        return check_wording(draft, matcher)

    def phrases(self) -> NearMisses:
        """The set phrases of the plans that are served, and their variants.

        Raises IndexNotBuilt or GenerationDamaged.
        """
        return self._known_in(self._shelf.current())

    @property
    def ready_for(self) -> str:
        """The id of the generation that a check need not wait for; "" at first."""
        ready = self._ready
        return ready[0] if ready else ""

    def warm_up(self) -> None:
        """Make ready what the first check would have to wait for.

        Raises IndexNotBuilt or GenerationDamaged.
        """
        known = self.phrases()
        _ = known.variants, [shelved.clauses for shelved in known.corpus.shelved]

    def _known_in(self, generation: Generation) -> NearMisses:
        with self._lock:
            if self._ready is None or self._ready[0] != generation.id:
                self._ready = generation.id, NearMisses(Corpus(generation))
            return self._ready[1]

"""The generation in service: a swap is noticed at the next question, a damaged one passed over."""

import logging
import threading
from pathlib import Path
from typing import Protocol

from index.errors import GenerationDamaged
from index.generation import Generation
from index.intake.documents import sha256
from index.intake.faults import Fault
from index.language.synonyms import citizens_words_by_sound
from index.store import Store

_log = logging.getLogger(__name__)


class Serving(Protocol):
    """What a question is answered from: a generation, and its texts as they are kept now."""

    def current(self) -> Generation: ...

    def text_now(self, generation: Generation, document_id: str) -> str: ...


class ServedShelf:
    """The generation of one data folder that questions are answered from.

    `degraded` tells that the newest generation is damaged and an older one serves; `faults` are
    what was wrong with files of the folder of plans when it was built.
    """

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)
        self._lock = threading.Lock()
        self._wanted = ""
        self._generation: Generation | None = None
        self.degraded = False
        self.faults: tuple[Fault, ...] = ()

    def current(self) -> Generation:
        """The generation to answer from; raises IndexNotBuilt or GenerationDamaged."""
        if self._generation and self._wanted == self._pointer():
            return self._generation
        with self._lock:
            wanted = self._pointer()
            if self._generation is None or self._wanted != wanted:
                self._generation = self._newest_whole(wanted)
                self._wanted = wanted
            return self._generation

    def warm_up(self) -> None:
        """Load the index and jieba's dictionary now, before the workers part."""
        generation = self.current()
        generation.tokenizer.warm_up()
        generation.bm25.weight("")
        _ = generation.folded, generation.words_by_sound, citizens_words_by_sound()

    def text_now(self, generation: Generation, document_id: str) -> str:
        """A document's text as it lies on disk; raises GenerationDamaged if its hash is another."""
        text = self._store.stored_text(generation.id, document_id)
        document = generation.document(document_id)
        if document is None or sha256(text) != document.sha256:
            raise GenerationDamaged(
                f"{document_id}：磁盘上的文字与建立索引时不同；请运行 flask build-index --force。"
            )
        return text

    def _pointer(self) -> str:
        if self._generation is None:
            return self._store.current_name()
        return self._store.current_name_or(self._wanted)

    def _newest_whole(self, wanted: str) -> Generation:
        for name in [wanted, *(name for name in self._store.names() if name != wanted)]:
            try:
                generation = self._store.load(name)
            except GenerationDamaged as damage:
                _log.error("%s", damage)
                continue
            self.degraded = name != wanted
            self.faults = self._store.faults(name)
            return generation
        raise GenerationDamaged("所有索引都已损坏；请重新运行 flask build-index --force。")

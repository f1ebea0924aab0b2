"""The plans -> their set phrases (提法): terms coined in quotation marks, lists of fixed form."""

from dataclasses import dataclass

from chatbot.desk.phrases.formulas import formulas
from chatbot.desk.phrases.quoted_terms import quoted_terms
from chatbot.desk.text.corpus import Corpus, Place


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed formulation of the plans, folded: 一核四社, 大救助、大养老、大慈善."""

    text: str

    @property
    def items(self) -> tuple[str, ...]:
        """What it lists; itself when it lists nothing."""
        return tuple(self.text.split("、"))


class SetPhrases:
    """The set phrases of a corpus, in the order of their first letters."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        texts = [shelved.folded for shelved in corpus.shelved]
        self.phrases = tuple(
            Phrase(text)
            for text in sorted({*quoted_terms(texts), *formulas(texts, corpus.tokenizer)})
        )

    def places(self, phrase: Phrase, documents: frozenset[str] = frozenset()) -> tuple[Place, ...]:
        """Every place where a phrase stands, in these documents or in all, in order."""
        return tuple(self._corpus.folded_places(phrase.text, documents))

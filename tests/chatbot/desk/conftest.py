"""What the tests of the desk share: the real plans, ready to hold drafts against."""

from collections.abc import Callable

import pytest

from chatbot.answering.citing import Citer
from chatbot.desk.phrases.near_misses import NearMisses
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.wording.finding import Finding
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.wording import check_wording
from index.generation import Generation
from tests.chatbot.desk.shelves import text_of

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def corpus(served: Generation) -> Corpus:
    return Corpus(served)


@pytest.fixture(scope="session")
def check(served: Generation, corpus: Corpus) -> Check:
    """Hold a draft against the real plans, or against some of them."""
    near_misses = NearMisses(corpus)

    def checked(draft: str, *documents: str) -> tuple[Finding, ...]:
        citer = Citer(served, text_of)
        return check_wording(draft, Matcher(served, near_misses, citer, frozenset(documents)))

    return checked

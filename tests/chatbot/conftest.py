"""What the tests of the conversation share: an index of the real plans, and a brain on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.answering.answer import Answer
from chatbot.answering.pipeline import Answerer
from chatbot.answering.understanding.question import Question
from chatbot.app import create_app
from chatbot.settings import Settings
from index.generation import Generation
from index.served import ServedShelf

PLANS = Path(__file__).resolve().parents[2] / "plan_texts"
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def plans() -> Path:
    """The folder of the two real plans; tests read it and never write there."""
    return PLANS


@pytest.fixture(scope="session")
def built(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an index of the real plans; a test that changes it takes a copy."""
    data = tmp_path_factory.mktemp("built")
    runner = create_app(Settings(plans=plans, data=data)).test_cli_runner()
    done = runner.invoke(args=["build-index"])
    assert done.exit_code == 0, done.output
    return data


@pytest.fixture(scope="session")
def answerer(built: Path) -> Answerer:
    return Answerer(ServedShelf(built), "12345")


@pytest.fixture(scope="session")
def served(answerer: Answerer) -> Generation:
    """The generation that `answerer` answers from."""
    return answerer.shelf.current()


@pytest.fixture(scope="session")
def ask(answerer: Answerer) -> Ask:
    """Ask the brain: the question last, the questions before it first."""

    def asked(*turns: str, documents: frozenset[str] = frozenset()) -> Answer:
        return answerer.answer(Question(turns[-1], turns[:-1], documents))

    return asked

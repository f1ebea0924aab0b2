"""What the tests of the index share: the real plans, and a generation built of them once."""

from pathlib import Path

import pytest

from index.build import build_generation
from index.generation import Generation
from index.intake.documents import Document
from index.intake.shelf import read_shelf

PLANS = Path(__file__).resolve().parents[2] / "plan_texts"


@pytest.fixture(scope="session")
def plans() -> Path:
    """The folder of the two real plans; tests read it and never write there."""
    return PLANS


@pytest.fixture(scope="session")
def documents(plans: Path) -> tuple[Document, ...]:
    return read_shelf(plans).documents


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where jieba keeps its dictionary, so that only the first of many loads is slow."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def generation(documents: tuple[Document, ...], cache: Path) -> Generation:
    return build_generation(documents, cache_folder=cache)

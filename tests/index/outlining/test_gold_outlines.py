"""The outlines of the real plans, against outlines drawn by hand."""

from collections import Counter
from pathlib import Path

import pytest

from index.intake.documents import Document
from index.outlining.outline import outline

GOLD = Path(__file__).resolve().parents[2] / "gold" / "outlines"
DRAWN = sorted(GOLD.glob("*.txt"))


def test_every_plan_of_the_project_has_an_outline_drawn_by_hand(plans: Path) -> None:
    assert [file.name for file in DRAWN] == sorted(file.name for file in plans.glob("*.txt"))


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_the_outline_equals_the_one_drawn_by_hand(
    file: Path, documents: tuple[Document, ...]
) -> None:
    (document,) = (document for document in documents if document.file == file.name)
    expected = file.read_text(encoding="utf-8").splitlines()
    sections = [section for section in outline(document)[1:] if section.heading]
    found = [f"{section.level}\t{section.path[-1]}" for section in sections]
    both = sum((Counter(expected) & Counter(found)).values())
    assert 2 * both / (len(expected) + len(found)) == 1.0, set(expected) ^ set(found)
    assert found == expected, "the headings are right, their order is not"

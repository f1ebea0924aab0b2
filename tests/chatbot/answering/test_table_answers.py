"""A question of an indicator is answered with its row, and the row that names the columns."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.answering.answer import Outcome
from tests.chatbot.answering.brains import Brain, brain
from tests.index.indicators import HEADER, ROWS, web_page, word_file

NAMED = "\t".join(HEADER)


@pytest.fixture(scope="module", params=[web_page, word_file], ids=["html", "docx"])
def indicators(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, built: Path
) -> Brain:
    make: Callable[[Path], Path] = request.param
    folder = tmp_path_factory.mktemp("table")
    make(folder)
    return brain(folder, built)


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("护理型床位占比2025年的目标是多少？", 0),
        ("到2025年护理型床位占比要达到多少？", 0),
        ("人均预期寿命2025年是多少岁？", 1),
        ("社区日间照料机构覆盖率2020年是多少？", 2),
        ("养老机构床位数2025年目标多少张？", 3),
    ],
)
def test_the_row_is_cited_with_its_header(indicators: Brain, asked: str, row: int) -> None:
    answer = indicators.ask(asked)
    assert answer.outcome is Outcome.ANSWERED
    assert {citation.quote for citation in answer.citations} == {"\t".join(ROWS[row]), NAMED}
    assert ROWS[row][2] in answer.text


def test_an_indicator_that_the_table_does_not_have_is_refused(indicators: Brain) -> None:
    assert indicators.ask("婴幼儿托位数2025年的目标是多少？").outcome is Outcome.NOT_FOUND

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


PAGE = """<html><body><h1>青河县医院绩效考核办法</h1><p>考核指标如下。</p><table>
<tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>说明</th></tr>
<tr><td rowspan="3">运营效率</td><td rowspan="2">（一）费用控制</td>
<td>1.医疗收入增幅</td><td>定量</td></tr>
<tr><td>2.门诊次均费用增幅</td><td>定量</td></tr>
<tr><td>（二）经济管理</td><td>3.全面预算管理</td><td>定性</td></tr>
</table><p>推广的举措见下表。</p><table>
<tr><th>序号</th><th>改革举措</th><th>范围</th></tr>
<tr><td colspan="3">知识产权保护方面</td></tr>
<tr><td>1</td><td>专利保险机制</td><td>全国</td></tr>
<tr><td>2</td><td>技术调查官制度</td><td>全国</td></tr>
<tr><td colspan="3">科技金融创新方面</td></tr>
<tr><td>3</td><td>贷款风险补偿</td><td>全国</td></tr>
<tr><td>4</td><td>投贷联动</td><td>全国</td></tr>
</table></body></html>"""


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    folder = tmp_path_factory.mktemp("grouped")
    (folder / "plan.html").write_text(PAGE, encoding="utf-8")
    return brain(folder, built)


def test_the_rows_that_share_a_cell_are_a_list(grouped: Brain) -> None:
    quotes = grouped.quotes("费用控制有哪些指标？")
    assert quotes == ["1.医疗收入增幅", "2.门诊次均费用增幅", "（一）费用控制"]


def test_the_rows_below_a_row_that_names_them_are_a_list(grouped: Brain) -> None:
    quotes = grouped.quotes("知识产权保护方面推广哪些举措？")
    assert quotes == ["专利保险机制", "技术调查官制度", "知识产权保护方面"]

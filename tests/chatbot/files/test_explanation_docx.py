"""An explanation on paper: every part of the reply, the quotes above their source."""

import io
from pathlib import Path

import docx
import pytest

from chatbot.answering.parts import shown
from chatbot.files.explanation_docx import explanation_docx
from tests.chatbot.answering.brains import Brain, brain
from tests.chatbot.files.making import MADE
from tests.chatbot.web.shaped_plans import (
    ABOUT_A_ROW,
    ABOUT_MEALS,
    LONG_TITLE,
    write_plans,
)


@pytest.fixture(scope="module")
def shaped(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(write_plans(tmp_path_factory.mktemp("shaped")), built)


def test_two_places_of_a_document_name_it_once_and_in_full(shaped: Brain) -> None:
    assert lines(shaped, ABOUT_MEALS) == [
        "「老年助餐点由街道办事处委托社会组织来办。」",
        f"出处：《{LONG_TITLE}》二、设施运营",
        "「老年助餐点由街道办事处统一建设。」",
        "出处：一、设施建设",
    ]


def test_a_row_is_a_table_below_the_names_of_its_columns(shaped: Brain) -> None:
    row, _ = written(shaped, ABOUT_A_ROW).tables
    assert [[cell.text for cell in line.cells] for line in row.rows] == [
        ["指标", "2020年", "2025年", "属性"],
        ["护理型床位占比", "38%", "58%", "约束性"],
    ]
    assert lines(shaped, ABOUT_A_ROW) == [
        "出处：《云山市养老服务体系建设“十四五”规划》一、发展目标"
    ]


def test_what_the_product_says_itself_stands_above_the_quotes(shaped: Brain) -> None:
    told = lines(shaped, "“老年助餐点”在哪里出现？")
    assert told[0] == "“老年助餐点”在已收录的规划文件里出现2次。"
    assert lines(shaped, "我老公打我")[0].startswith("请先保护好自己")


def test_a_list_is_numbered_below_what_announces_it(tmp_path: Path, built: Path) -> None:
    text = "青河县助餐办法\n一、条件\n开办助餐点应当符合下列条件：\n（一）有场地；\n（二）有资金。"
    listing = brain(tmp_path, built, text)
    assert lines(listing, "开办助餐点应当符合哪些条件？")[:4] == [
        "「开办助餐点应当符合下列条件：」",
        "共2项：",
        "1. 「（一）有场地；」",
        "2. 「（二）有资金。」",
    ]


def lines(brain: Brain, question: str) -> list[str]:
    """The paragraphs of the reply."""
    said = [paragraph.text for paragraph in written(brain, question).paragraphs]
    return said[said.index("一、答复") + 1 : said.index("二、步骤")]


def written(brain: Brain, question: str) -> "docx.document.Document":
    answer = brain.ask(question)
    parts = shown(answer.parts, answer.citations)
    content = explanation_docx(question, parts, [("类型", "照问")], MADE, "制作：甲")
    return docx.Document(io.BytesIO(content))

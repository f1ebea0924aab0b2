"""A sentence is quoted in its paragraph when that can be read at a glance, and stays marked."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

LONG = "各街道应当按照职责分工落实助餐服务的场地、人员、资金和监督检查等各项要求，" * 8
PLAN = f"""助餐服务办法

第一条 老年人凭身份证申请助餐补贴。行动不便的，可以由社区工作人员代为申请。

第二条 助餐点每天供应午餐和晚餐。{LONG}确保食品安全。

第三条 助餐补贴标准为每餐五元。{"补贴资金由区财政承担，" * 12}按月结算。
"""


@pytest.fixture
def meals(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, PLAN)


def test_a_rule_is_quoted_with_what_follows_it_in_its_paragraph(meals: Brain) -> None:
    chosen = meals.chosen("怎么申请助餐补贴？")
    assert chosen is not None
    assert chosen.key is not None
    text = chosen.document.text
    assert chosen.key.cut(text) == "第一条 老年人凭身份证申请助餐补贴。"
    assert chosen.spans[0].cut(text).endswith("可以由社区工作人员代为申请。")


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("助餐点供应什么？", "第二条 助餐点每天供应午餐和晚餐。"),
        ("助餐补贴每餐多少元？", "第三条 助餐补贴标准为每餐五元。"),
        ("“凭身份证申请助餐补贴”这句原文怎么写的？", "第一条 老年人凭身份证申请助餐补贴。"),
    ],
)
def test_a_long_paragraph_and_an_exact_wording_give_the_sentence_alone(
    meals: Brain, asked: str, quote: str
) -> None:
    chosen = meals.chosen(asked)
    assert chosen is not None
    assert [span.cut(chosen.document.text) for span in chosen.spans] == [quote]
    assert chosen.key is None

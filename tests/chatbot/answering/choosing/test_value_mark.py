"""The value that was asked for is marked in the quote, when there is just one it may be."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县物业管理办法
第一条　召开业主大会会议，应当于会议召开15日以前通知全体业主。
第二条　占用消防车通道的，由消防部门责令改正，处五百元以上二千元以下罚款。
第三条　物业维修资金补助由每户380元提高到420元。
第四条　业主委员会应当自收到备案申请之日起三十日内作出答复。
第五条　物业服务由业主大会监督。
第六条　县民政局咨询电话：0753-2180000。"""


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("estates"), built, TEXT)


def key_of(estates: Brain, question: str) -> str:
    citation = estates.ask(question).citations[0]
    return citation.key.cut(citation.document.text) if citation.key else ""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("召开业主大会会议要提前多少天通知全体业主？", "15日以前"),
        ("占用消防车通道罚多少钱？", "五百元以上二千元以下"),
        ("业主委员会收到备案申请多少日内答复？", "三十日内"),
        ("县民政局咨询电话是多少？", "0753-2180000"),
    ],
)
def test_the_whole_value_is_marked(estates: Brain, question: str, value: str) -> None:
    assert key_of(estates, question) == value


def test_of_several_values_none_is_marked(estates: Brain) -> None:
    assert key_of(estates, "物业维修资金补助提高到每户多少元？") not in ("380元", "420元")


def test_who_and_what_are_not_marked(estates: Brain) -> None:
    assert key_of(estates, "物业服务由谁监督？") in ("", "第五条　物业服务由业主大会监督。")

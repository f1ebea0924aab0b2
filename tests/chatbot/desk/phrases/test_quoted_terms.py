"""What stands in quotation marks: terms are kept, labels and plain words are not."""

import pytest

from chatbot.desk.phrases.quoted_terms import quoted_terms


@pytest.mark.parametrize(
    "term", ["两个维护", "三农", "放管服", "无废城市", "互联网+", "以人民为中心", "151", "双创"]
)
def test_a_coined_term_is_a_phrase(term: str) -> None:
    assert list(quoted_terms([f"大力推进“{term}”工作。"])) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "点击“受理申请”，再提交。",
        "在“户籍办理”模块里录入。",
        "加盖“骑缝印鉴”。",
        "以下简称“管理机关”。",
        "本条例中“五日”是指工作日。",
        "制定“十五五”规划。",
        "成立“应急”小分队。",
        "他说“我们都好了”。",
        "“量子反常霍尔效应的实验发现及其应用”获奖。",
        "“当事人对自己提出的主张，有责任提供证据”。",
    ],
)
def test_a_label_a_time_or_a_sentence_is_none(text: str) -> None:
    assert list(quoted_terms([text])) == []


def test_a_word_quoted_once_and_used_plainly_everywhere_is_none() -> None:
    assert list(quoted_terms(["真正的“共同富裕”。", "共同富裕" * 9])) == []
    assert list(quoted_terms(["真正的“一核四社”。", "一核四社" * 9])) == ["一核四社"]

"""A place that a plan only speaks of is not answered for with what the plan says of its own."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

TEXT = """杭州市居民医疗保险办法
第一条　城乡居民医保每人每年缴纳500元。
第二条　与成都、重庆等地建立异地就医结算。
第三条　参保人员在成都就医的，先由个人自付10%。"""


@pytest.fixture(scope="module")
def insured(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("insured"), built, TEXT)


def test_what_holds_here_is_no_answer_for_a_place_that_is_only_named(insured: Brain) -> None:
    assert insured.quotes("城乡居民医保每年交多少钱？")
    assert not insured.quotes("成都城乡居民医保每年交多少钱？")


def test_what_is_said_on_that_place_answers(insured: Brain) -> None:
    assert "在成都就医" in "".join(insured.quotes("在成都就医个人自付多少？"))

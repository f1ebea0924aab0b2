"""The words of a question are cut and written so that the plans' words are found by them."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县互联网上网服务营业场所管理办法
第一条　网吧每日营业时间限于8时至24时。
第二条　接纳未成年人进入网吧的，处一万五千元以下罚款。
第三条　入围企业为2家的，采取议价采购；入围企业只有1家的，采取谈判采购。
第四条　申请人应当自收到通知之日起十日内提交补正材料。"""


@pytest.fixture(scope="module")
def cafes(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("cafes"), built, TEXT)


def words(asked: Brain, question: str) -> list[str]:
    return [weighed.word.text for weighed in asked.retrieve(question).own_coverage.weighed]


def test_a_particle_inside_a_word_is_a_part_of_it(cafes: Brain) -> None:
    assert "网吧" in words(cafes, "网吧营业到几点？")
    assert cafes.quotes("网吧每日营业到几点？") == ["第一条　网吧每日营业时间限于8时至24时。"]


def test_a_particle_at_the_end_still_only_asks(cafes: Brain) -> None:
    assert words(cafes, "要交罚款吧？") == ["罚款"]


def test_what_is_no_word_of_the_plans_or_the_dictionary_is_cut_again(cafes: Brain) -> None:
    assert "罚" in words(cafes, "让未成年人进去会罚多少钱？")
    assert "要罚" not in words(cafes, "让未成年人进去要罚多少钱？")


def test_a_number_is_found_in_figures_too(cafes: Brain) -> None:
    quotes = cafes.quotes("入围企业有两家的怎么采购？")
    assert quotes and "2家的，采取议价采购" in quotes[0]


def test_a_phrase_is_not_cut_out_of_a_number(cafes: Brain) -> None:
    assert "十八了" in words(cafes, "娃十八了能进去吗？")
    assert "十八了" not in words(cafes, "今年六十八了能进去吗？")


def test_how_to_is_not_cut_out_of_how_to_handle(cafes: Brain) -> None:
    assert words(cafes, "补正通知怎么办理？")[-1] == "办理"
    assert words(cafes, "丢了通知怎么办？")[-1] == "通知"


def test_a_parted_verb_is_put_together(cafes: Brain) -> None:
    assert "离婚" in words(cafes, "离了婚还能领补贴吗？")


@pytest.mark.parametrize("word", ["全过程", "无过错", "反过来"])
def test_a_word_that_only_looks_parted_stays_whole(tmp_path: Path, built: Path, word: str) -> None:
    rules = brain(tmp_path, built, f"青河县监督办法\n第一条　{word}接受监督。")
    assert word in words(rules, f"{word}怎么监督？")


@pytest.mark.parametrize("opening", ["那", "那么", "哎，那", "对了，再问个", "顺便问下"])
def test_words_that_only_go_on_are_no_part_of_the_next(cafes: Brain, opening: str) -> None:
    assert words(cafes, f"{opening}未成年人进去要罚多少钱？")[0].startswith("未成年")


def test_a_question_that_begins_like_such_words_keeps_its_own(cafes: Brain) -> None:
    assert "问责" in words(cafes, "问责机制怎么建？")
    assert words(cafes, "个人罚多少？")[0].startswith("个人")

"""What a person says is recognised by what it is like, and not only by words that are listed."""

from importlib.resources import files

import pytest

from chatbot.answering.understanding import sayings
from chatbot.answering.understanding.safety import safe_replies
from chatbot.answering.understanding.scripts import is_foreign
from chatbot.answering.understanding.small_talk import (
    is_rather_said,
    is_small_talk,
    is_unclear,
    kind_of_talk,
    perhaps_said,
    tells_of_danger,
)
from index.language.tokens import fold

NOT_LISTED = {  # no line of the examples, no pattern of the table
    "受骗": "有个自称医保局的，叫我把钱打到一个什么安全的户头去",
    "孩子老人有危险": "隔壁阿婆三天没开过门了，喊也没人答应",
    "紧急情况": "他躺地上一动不动，嘴唇都紫了，我该怎么办",
    "投诉诉苦": "办个证跑了七八趟，窗口的人爱理不理的",
    "问这个程序": "你说的这些话会不会存起来给别人看",
    "闲聊": "给我讲个好笑的故事吧",
}


@pytest.mark.parametrize(("name", "text"), list(NOT_LISTED.items()))
def test_what_stands_in_no_list_is_recognised_by_what_it_is_like(name: str, text: str) -> None:
    reply = perhaps_said(fold(text))
    assert reply is not None
    assert reply.name == name


@pytest.mark.parametrize(
    "question",
    [
        "家暴受害人能申请临时救助吗？",
        "被骗的老人防诈骗宣传有什么措施？",
        "留守儿童被欺负有什么保护措施？",
        "你好，请问大养老体系怎么建？",
        "人工智能怎么发展？",
        "12345热线怎么建设？",
        "应急避难场所建多少个？",
    ],
)
def test_who_asks_of_plans_with_the_same_words_is_searched_for(question: str) -> None:
    assert perhaps_said(fold(question)) is None
    assert not is_small_talk(fold(question))


def test_every_class_of_examples_has_its_reply() -> None:
    for name in sayings.sayings().names:
        if name != sayings.PLANS:
            assert safe_replies().learnt(name).reply("12345")


def test_every_file_of_examples_says_what_it_holds_and_says_nothing_twice() -> None:
    for file in files(sayings).iterdir():
        if file.name.endswith(".txt"):
            first, *lines = file.read_text(encoding="utf-8").splitlines()
            assert first.startswith("# ")
            assert len(set(lines)) == len(lines) > 0
            assert all(line.strip() == line for line in lines)


def test_an_example_that_is_added_is_learnt() -> None:
    learnt = sayings.counted(
        {"chat": ["今天天气怎样", "明天天气如何"], sayings.PLANS: ["气象站建几个", "建几个气象站"]}
    )
    assert learnt.said("后天天气好吗").name == "chat"
    assert learnt.said("后天天气好吗").odds > 0 > learnt.said("气象站要建多少").odds


@pytest.mark.parametrize(
    "text",
    [
        "How do I apply for a residence permit?",
        "Как получить пенсию?",
        "연금은 어떻게 받나요?",
        "ᠬᠡᠦᠬᠡᠳ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ",
        "ياشانغانلارغا قانداق ياردەم",
        "རྒན་འཁོགས་ལ་རོགས་དངུལ",
    ],
)
def test_another_language_is_told_that_chinese_is_understood(text: str) -> None:
    assert is_foreign(fold(text))
    assert kind_of_talk(fold(text)) == "外语"


@pytest.mark.parametrize("text", ["5G建设", "APP怎么下载", "zfgjj", "ok", "nihao a", "12345"])
def test_letters_and_figures_alone_are_no_language(text: str) -> None:
    assert not is_foreign(fold(text))


def test_small_talk_beside_plans_is_unclear_and_danger_is_told_of() -> None:
    assert is_unclear(fold("讲个笑话"))
    assert not is_unclear(fold("谢谢"))
    assert tells_of_danger(fold("我被骗了五万块"))
    assert not tells_of_danger(fold("大养老体系怎么建？"))


def test_the_likelier_the_plans_answer_the_less_it_is_taken_for_talk() -> None:
    text = fold("办个证跑了七八趟，窗口的人爱理不理的")
    assert is_rather_said(text, 0.02)
    assert not is_rather_said(fold("大养老体系怎么建？"), 0.02)

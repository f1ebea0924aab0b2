"""What a question asks for is told by its words of asking, not by what it is about."""

import pytest

from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Question, understand
from index.generation import Generation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("民政局的电话是多少？", Kind.CONTACT),
        ("去哪里查地址", Kind.CONTACT),
        ("殡仪馆接到电话以后多久来？", Kind.WHEN),
        ("几家公司能挂在同一个注册地址下面吗", Kind.YES_NO),
        ("居民身份证上登记些什么？", Kind.LIST),
        ("办理登记要带什么材料？", Kind.LIST),
        ("医院要哪一级批准？", Kind.WHO),
        ("监护不当怎么理解？", Kind.DEFINITION),
        ("突发事件应对法啥时候生效？", Kind.METADATA),
    ],
)
def test_the_kind_of_a_question(text: str, kind: Kind, served: Generation) -> None:
    assert understand(Question(text), served.tokenizer).kind is kind


@pytest.mark.parametrize(
    ("text", "several"),
    [("哪些单位要尽义务？", True), ("有哪些措施？", True), ("由哪个单位负责？", False)],
)
def test_a_list_may_answer_which_ones(text: str, several: bool, served: Generation) -> None:
    assert understand(Question(text), served.tokenizer).wants_several is several

"""Things that exclude one another, in a question and in the one that goes on with it."""

import pytest

from chatbot.answering.understanding.contrasts import pairs, without_others


@pytest.mark.parametrize(
    ("before", "text", "left"),
    [
        ("机构护理职工每天限额多少", "居民呢", "机构护理  每天限额多少"),
        ("困难残疾人生活补贴给多少", "那护理补贴呢", "困难残疾人    给多少"),
        ("城镇职工和居民怎么参保", "居民呢", "城镇职工和居民怎么参保"),
        ("机构护理职工每天限额多少", "要什么材料", "机构护理职工每天限额多少"),
    ],
)
def test_what_is_asked_instead_leaves_the_question_before(
    before: str, text: str, left: str
) -> None:
    assert without_others(before, text) == left
    assert len(left) == len(before)


def test_a_text_that_names_none_of_a_pair_excludes_nothing() -> None:
    assert pairs("有多少钱") == ()

"""Sentences lie in order, share nothing and lose not one character."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import sentences
from index.spans import Span
from tests.index.written import letters

texts = st.text(
    alphabet="养老服务，,、：:。！？!?；;”’」』）)“(\n \u3000a1.", min_size=1, max_size=60
)


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一句。两句！三句？", ["一句。", "两句！", "三句？"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("加强保护（含孤儿。下同）工作。", ["加强保护（含孤儿。下同）工作。"]),
        ("建立台账；形成清单；", ["建立台账；", "形成清单；"]),
        ('目标\n"十四五"时期。', ["目标", '"十四五"时期。']),
        ("标题\n正文。", ["标题", "正文。"]),
        ("真的吗？！是。", ["真的吗？！", "是。"]),
        ("达到95.5%以上。2025年", ["达到95.5%以上。", "2025年"]),
        ("没有标点", ["没有标点"]),
    ],
)
def test_a_sentence_ends_with_its_mark_and_what_closes_it(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(texts)
def test_sentences_cover_every_character_that_is_not_white_space(text: str) -> None:
    assert letters("".join(cut(text))) == letters(text)


@given(texts, st.data())
def test_sentences_stay_inside_their_span_in_order_and_apart(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    within = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = list(sentences(text, within))
    assert all(within.holds(span) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert letters("".join(span.cut(text) for span in found)) == letters(within.cut(text))


@given(texts)
def test_no_sentence_runs_across_a_line_end_or_begins_with_white_space(text: str) -> None:
    for sentence in cut(text):
        assert sentence == sentence.strip()
        assert "\n" not in sentence


@pytest.mark.parametrize("sign", ["（", "(", "（一", "）", "“", "。", "；\n"])
def test_a_hundred_thousand_signs_are_cut_at_once(sign: str) -> None:
    begun = time.perf_counter()
    assert letters("".join(cut(sign * 50_000))) == letters(sign * 50_000)
    assert time.perf_counter() - begun < 3


def test_a_blank_stretch_holds_no_sentence() -> None:
    assert cut(" \n\u3000\n") == []

"""Chinese numerals up to 9,999, full width digits and circled ones are read as people read them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.language.numerals import whole_number

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """A number up to 9,999 as it is written out: 1024 -> 一千零二十四."""
    written, skipped = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if skipped and written else "") + DIGITS[digit] + name
            skipped = False
        else:
            skipped = True
    return written.removeprefix("一") if 10 <= number < 20 else written


@given(st.integers(1, 9999))
@example(10)
@example(110)
@example(1001)
def test_a_written_out_number_is_read_back(number: int) -> None:
    assert whole_number(in_chinese(number)) == number


@given(st.integers(0, 10**6))
def test_figures_are_read_in_half_and_full_width(number: int) -> None:
    wide = "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))
    assert whole_number(str(number)) == whole_number(wide) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十二", 12),
        ("二〇二五", 2025),
        ("二O三五", 2035),
        ("③", 3),
        ("⑳", 20),
        ("两", 2),
        ("二十", 20),
    ],
)
def test_the_ways_plans_write_numbers_are_known(numeral: str, number: int) -> None:
    assert whole_number(numeral) == number


@pytest.mark.parametrize("words", ["", "养老", "第一", "1.5", "-1", "一二x", " "])
def test_what_is_no_whole_number_gives_none(words: str) -> None:
    assert whole_number(words) is None


@given(st.text(max_size=12))
def test_no_text_makes_it_fail(text: str) -> None:
    number = whole_number(text)
    assert number is None or number >= 0

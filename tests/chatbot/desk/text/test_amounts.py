"""Amounts have one value in every notation, and a word like 一般 is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.text.amounts import amounts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5%", "5%"),
        ("５％", "5%"),
        ("百分之五", "5%"),
        ("百分之三点五", "3.5%"),
        ("1,200元", "1200"),
        ("3万张", "30000"),
        ("三万张", "30000"),
        ("1.5亿元", "150000000"),
        ("三分之二", "2/3"),
        ("百分之十", "10%"),
        ("十二项", "12"),
        ("第三条", "3"),
        ("两次", "2"),
        ("二〇二五年", "2025"),
        ("2021年9月18日", "2021-09-18"),
        ("2021-09-18", "2021-09-18"),
        ("2021年9月", "2021-09"),
    ],
)
def test_an_amount_has_a_value(text: str, value: str) -> None:
    (amount,) = amounts(text)
    assert amount.value == value


def test_a_comma_after_a_number_is_no_part_of_it() -> None:
    assert [one.value for one in amounts("总量×100，收入×100，2019，2020，1,200,000元")] == [
        *("100", "100", "2019", "2020", "1200000"),
    ]


@pytest.mark.parametrize("text", ["进一步", "一般", "统一", "千方百计地", "万众一心", "一体化"])
def test_a_numeral_inside_a_word_is_no_amount(text: str) -> None:
    found = [amount for amount in amounts(text) if len(amount.span) < 2]
    assert found == []


@given(st.text("零〇○一二三十百千万亿两点0123456789.,%％百分之年月日第个", max_size=30) | st.text())
def test_amounts_of_any_text_lie_in_it_in_order(text: str) -> None:
    done = 0
    for amount in amounts(text):
        assert done <= amount.span.start < amount.span.end <= len(text)
        done = amount.span.end

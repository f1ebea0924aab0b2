"""Personal numbers are masked sign by sign; the figures that plans are made of survive."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.records.masking import mask

PERSONAL = [
    "441402199001011234",
    "44140219900101123X",
    "44140219900101123x",
    "441402 19900101 1234",
    "441402900101123",
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "8613812345678",
    "+86 138 1234 5678",
    "１３８１２３４５６７８",
    "6222021234567890123",
    "6222 0212 3456 7890 123",
    "6222021234567890",
    "0753-2222222",
    "07532222222",
    "（0753）2222222",
    "someone.else+1@mail.example.cn",
]
HARMLESS = [
    "2021-2025",
    "2019—2035",
    "国发〔2019〕4号",
    "12000元",
    "12345",
    "2021-09-18 10:53:03",
    "投入1234567890元",
    "第10000号",
    "95.5%",
    "100000000万元",
    "@所有人",
    "",
]


@pytest.mark.parametrize("number", PERSONAL)
@pytest.mark.parametrize("around", ["{}", "我的号码是{}，请回复", "号码{}号码"])
def test_a_personal_number_is_masked_wherever_it_stands(number: str, around: str) -> None:
    asked = around.format(number)
    masked = mask(asked)
    assert len(masked) == len(asked)
    before, _, after = around.partition("{}")
    assert masked.startswith(before)
    assert masked.endswith(after)
    assert not re.search(r"[0-9０-９]{4}|@", masked)


@pytest.mark.parametrize("words", HARMLESS)
def test_years_document_numbers_and_sums_survive(words: str) -> None:
    assert mask(words) == words
    assert mask(f"规划{words}，怎么办") == f"规划{words}，怎么办"


def test_no_word_of_the_real_plans_is_masked(plans: Path) -> None:
    for plan in plans.glob("*.txt"):
        text = plan.read_text(encoding="utf-8")
        assert mask(text) == text


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(PERSONAL + HARMLESS))).map("".join))
def test_masking_keeps_the_length_and_changes_nothing_a_second_time(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert mask(masked) == masked
    assert all(new in {old, "＊"} for old, new in zip(text, masked, strict=True))


@given(st.integers(0, 10**9 - 1), st.integers(3, 9))
def test_every_mobile_number_is_masked(rest: int, second: int) -> None:
    number = f"1{second}{rest:09}"
    assert number not in mask(f"我的手机{number}打不通")

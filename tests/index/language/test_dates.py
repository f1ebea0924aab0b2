"""A date comes back in ISO form however a plan writes it; what is no day is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import find_dates

DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")
ZEROS = "〇○零OoＯ0◯"


def found(text: str) -> list[str]:
    return [one.iso for one in find_dates(text)]


def han_year(year: int, zero: str = "〇") -> str:
    return "".join(DIGITS[int(digit)] for digit in str(year)).replace("〇", zero)


def han_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + "十" * bool(tens) + (DIGITS[ones] if ones else "")


def test_a_date_spaced_to_fill_its_line_is_read() -> None:
    assert found("二 ○一 二 年 七 月 五 日") == ["2012-07-05"]


def written(day: date) -> list[str]:
    """The forms in which plans write a day."""
    figured = f"{day.year}年{day.month}月{day.day}日"
    han = f"年{han_number(day.month)}月{han_number(day.day)}日"
    return [
        day.isoformat(),
        figured,
        figured.replace("日", "号"),
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day:%Y年%m月%d日}",
        figured.translate(FULL_WIDTH),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}-{day.month}-{day.day}",
        day.isoformat().translate(FULL_WIDTH),
        *(han_year(day.year, zero) + han for zero in ZEROS),
    ]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-09-18", "2021-09-18"),
        ("2021年9月18日", "2021-09-18"),
        ("二〇二一年九月十八日", "2021-09-18"),
        ("二O二一年九月十八日", "2021-09-18"),
        ("二Ｏ二一年九月十八日", "2021-09-18"),
        ("二○二一年九月", "2021-09"),
        ("二零二一年十二月三十一日", "2021-12-31"),
        ("２０２１年９月", "2021-09"),
        ("2021/9/18", "2021-09-18"),
        ("2021.9.18", "2021-09-18"),
        ("2021年9月18号", "2021-09-18"),
        ("一九九九年十月一日", "1999-10-01"),
        ("2020年2月29日", "2020-02-29"),
    ],
)
def test_each_way_of_writing_a_date_gives_its_iso_form(text: str, iso: str) -> None:
    assert found(text) == [iso]
    assert found(f"（{text}）印发，有效期五年。") == [iso]


@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_a_day_written_in_any_form_comes_back(day: date) -> None:
    for text in written(day):
        assert found(f"自{text}起施行") == [day.isoformat()], text


@given(
    st.dates(date(1949, 10, 1), date(2099, 12, 31)), st.sampled_from(["起施行", "）", "之前", "、"])
)
def test_a_span_cuts_exactly_the_words_of_the_date(day: date, after: str) -> None:
    for text in written(day):
        line = f"经研究，{text}{after}"
        assert [one.span.cut(line) for one in find_dates(line)][:1] == [text]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2021年13月5日",
            "2021年2月30日",
            "2021-02-29",
            "2021-13-01",
            "2021/0/5",
            "二〇二一年十三月",
        ),
        *("2021年0月", "二〇二一年四月三十一日", "0000年1月1日"),
    ],
)
def test_what_is_no_day_of_the_calendar_is_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("", "2021年", "二O二一", "9月18日", "2021-2025年", "“十四五”时期", "电话：0753-2021918"),
        *("第2021号", "12021-09-18", "2021-09-185", "2021.9/18", "1.2.3"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_the_dates_of_a_line_come_in_the_order_of_the_line() -> None:
    line = "2018-12-30通过，二〇一九年一月八日公布，自2019年3月1日起施行，2024年6月修订"
    assert found(line) == ["2018-12-30", "2019-01-08", "2019-03-01", "2024-06"]


@given(st.text(alphabet="二〇O0０１2９年月日号-/.十 ", max_size=24))
def test_any_text_gives_spans_in_order_that_hold_a_date(text: str) -> None:
    end = 0
    for one in find_dates(text):
        assert end <= one.span.start < one.span.end <= len(text)
        day = one.iso if len(one.iso) == 10 else f"{one.iso}-01"
        assert date.fromisoformat(day).isoformat() == day
        end = one.span.end

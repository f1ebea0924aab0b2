"""When a document comes into force and ends is read from its own words, or computed from them."""

import pytest

from index.intake.facts.dating import dated_at_end, effective_date, last_day

PRINTED = "昆明市人民政府办公室　2024年7月29日印发"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["第二十三条 本办法自2019年2月1日起实施，有效期5年。"], "2019-02-01"),
        (["本方案自2016年1月1日起试行。"], "2016-01-01"),
        (["本规定从2013年10月1日起实施。《旧规定》自2001年5月1日起施行。"], "2013-10-01"),
        (["第五十四条 本办法自印发之日起施行。", PRINTED], "2024-07-29"),
        (["本意见自发布之日起施行。"], "2024-07-26"),
        (["坚持以人民为中心。"], ""),
    ],
)
def test_the_day_of_coming_into_force_is_the_documents_own(lines: list[str], day: str) -> None:
    assert effective_date(lines, issued="2024-07-26") == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("本办法自2019年2月1日起实施，有效期5年。", "2024-01-31"),
        ("本办法自2019年2月1日起实施，有效期至2023年12月31日。", "2023-12-31"),
        ("本办法有效期为三年。", "2022-01-31"),
        ("本办法试行18个月。", "2020-07-31"),
        ("《广东省居住证》有效期内不再发放。", ""),
        ("本办法自2019年2月1日起实施。", ""),
    ],
)
def test_the_last_day_is_named_or_counted_from_the_first(line: str, day: str) -> None:
    assert last_day([line], effective="2019-02-01") == day


def test_without_a_first_day_nothing_is_counted() -> None:
    assert last_day(["本办法有效期5年。"], effective="") == ""
    assert last_day(["本办法有效期5年。"], effective="2019-02") == ""


def test_the_end_of_a_word_is_no_word_for_the_document() -> None:
    lines = [
        "第九条 本细则自2010年1月1日起实施。基本医疗保险登记缴费工作自2009年9月1日起实施。",
    ]
    assert effective_date(lines, "") == "2010-01-01"


def test_a_document_ends_on_the_day_before_it_is_repealed_by_itself() -> None:
    lines = ["第九条 本细则自2010年1月1日起实施，2015年1月1日废止。"]
    assert last_day(lines, "2010-01-01") == "2014-12-31"


def test_how_long_a_contract_holds_is_not_how_long_the_document_does() -> None:
    assert last_day(["服务协议自双方盖章之日起生效，服务协议有效期为1年。"], "2010-01-01") == ""
    assert last_day(["本办法有效期五年。"], "2010-01-01") == "2014-12-31"


def test_a_date_alone_at_the_end_is_when_it_was_signed() -> None:
    text = ["一、总则。", "各地要认真落实。", "2016年5月19日", "（此件公开发布）"]
    assert dated_at_end(text) == "2016-05-19"
    assert dated_at_end([*text, "第二条 另有规定的除外。"]) == ""


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("“近5年”是从2010年6月1日统计至2015年5月31日。", ""),
        ("本办法自2010年1月1日起施行，至2015年12月31日止。", "2015-12-31"),
        ("有效期至2020年6月30日。", "2020-06-30"),
    ],
)
def test_a_period_that_something_is_counted_in_ends_no_document(line: str, last: str) -> None:
    assert last_day([line], "") == last

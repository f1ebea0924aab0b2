"""Cleaning removes whole lines and layout white space only, and reports what it removed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.intake.cleaning import CleanText, clean, information_end
from index.intake.documents import Document
from index.reading import read_paragraphs
from index.reading.paragraphs import Paragraph, Role

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
WORKPLAN = "civil-affairs-14fyp-drafting-workplan"
INFORMATION = {
    MEIZHOU: (6, "时间:2021-09-18 10:53:03"),  # of 来源:本网 时间:… 浏览:-
    WORKPLAN: (7, "2020-10-27 10:10:22"),
}
CHROME = {
    MEIZHOU: {
        1: "页面:",
        2: "字体:",
        3: "对比度:",
        4: "梅州市人民政府门户网站 梅州市民政局 通知公告"
        " 梅州市民政事业发展“十四五”规划(征求意见稿)摘要",
        7: "字号:",
    },
    WORKPLAN: {
        1: "职场文秘网",
        3: "首页 > 领导讲话 > 安全讲话 / 正文",
        83: "Tags: 事业发展 民政 工作方案",
        85: "搜索",
        86: "网站分类",
        87: "标签列表",
    },
}
PAGE = (
    "首页 > 政务公开 > 规划",
    "字号：大 中 小",
    "来源：本网 时间：2021-09-18",
    "打印",
    "— 3 —",
    "搜索",
)
WORDS = ("一、总体要求", "实施积极应对人口老龄化国家战略。", "--坚持底线思维", "来源", "大", "1.")
lines = st.lists(
    st.one_of(
        st.sampled_from(PAGE),
        st.sampled_from(WORDS),
        st.text(max_size=12).map(lambda text: "".join(text.splitlines())),
        st.tuples(
            st.sampled_from(["", " ", "\u3000\u3000", "\ufeff", "\u00a0\t"]), st.sampled_from(WORDS)
        ).map("".join),
    ),
    max_size=14,
).map(tuple)


def cleaned(given_lines: tuple[str, ...]) -> CleanText:
    return clean(tuple(map(Paragraph, given_lines)))


def assert_only_whole_lines_and_edges_are_gone(
    given_lines: tuple[str, ...], done: CleanText
) -> None:
    """Each line is removed, kept, or tells of the plan; the latter stand first, and may be cut."""
    removed = {line.number: line.text for line in done.removed}
    start = information_end(done.styles)
    told = done.text[: max(start - 1, 0)].split("\n") if start else []
    kept = done.text[start:].split("\n") if done.text[start:] else []
    for number, line in enumerate(given_lines, 1):
        if not line.strip().strip(INVISIBLE).strip():
            continue
        # Inside the plan even a line of information stays.
        stays = bool(kept) and kept[0] == line.strip().strip(INVISIBLE).strip()
        if number not in removed and told and told[0] in line and not stays:
            told.pop(0)
            continue
        left = removed.pop(number) if number in removed else kept.pop(0)
        before, found, after = line.partition(left)
        assert left and found == left
        assert not (before + after).translate(dict.fromkeys(map(ord, INVISIBLE))).strip()
        assert left == left.strip()
    assert (removed, told, kept) == ({}, [], []), "a line was removed or kept that is not there"


@given(lines)
def test_kept_and_removed_lines_are_all_lines_in_their_order(given_lines: tuple[str, ...]) -> None:
    assert_only_whole_lines_and_edges_are_gone(given_lines, cleaned(given_lines))


@pytest.mark.parametrize("name", CHROME)
def test_a_real_plan_loses_only_whole_lines_and_edges(plans: Path, name: str) -> None:
    given_lines = tuple(p.text for p in read_paragraphs(plans / f"{name}.txt"))
    assert_only_whole_lines_and_edges_are_gone(given_lines, cleaned(given_lines))


@pytest.mark.parametrize("name", CHROME)
def test_the_page_around_a_real_plan_is_removed_and_listed(
    documents: tuple[Document, ...], name: str
) -> None:
    (document,) = (document for document in documents if document.id == name)
    assert {line.number: " ".join(line.text.split()) for line in document.removed} == CHROME[name]
    assert all(line.reason for line in document.removed)


@pytest.mark.parametrize("name", CHROME)
def test_every_word_of_a_real_plan_stays(
    plans: Path, documents: tuple[Document, ...], name: str
) -> None:
    (document,) = (document for document in documents if document.id == name)
    words = [
        line.strip()
        for number, line in enumerate([p.text for p in read_paragraphs(plans / f"{name}.txt")], 1)
        if line.strip() and number not in {*CHROME[name], INFORMATION[name][0]}
    ]
    assert document.text.split("\n") == [INFORMATION[name][1], *words]


@pytest.mark.parametrize(
    "line",
    [
        "技术支持单位由市民政局另行确定。",
        "承办单位要按季度报送进展情况。",
        "主办单位:市民政局牵头,各县(市、区)配合落实。",
        "相关链接工作由各科室负责。",
        "标签:化管理全面推行。",
        "时间:2021年至2025年,分三个阶段推进。",
        "首页 > 网上办事 > 养老服务栏目要保持更新。",
    ],
)
def test_a_sentence_is_never_taken_for_the_page(line: str) -> None:
    body = ("一、总体要求", "坚持以人民为中心。")
    assert cleaned((*body, line)).text.split("\n")[-1] == line
    assert cleaned((line, *body)).text.split("\n")[0] == line


@pytest.mark.parametrize(
    "line", ["搜索", "来源：本网", "打印", "大", "标签：养老", "2021-09-18 10:53:03"]
)
def test_words_of_the_page_stay_when_they_stand_inside_the_plan(line: str) -> None:
    inside = ("一、总体要求", line, "坚持以人民为中心。")
    assert cleaned(inside).text == "\n".join(inside)


@pytest.mark.parametrize("line", ["— 3 —", "- 12 -", "第3页", "第 3 页 共 20 页", "3页/共20页"])
def test_a_page_number_is_removed_wherever_it_stands(line: str) -> None:
    done = cleaned(("一、总体要求", "坚持以人民为中心。", line, "二、主要任务", "加强领导。"))
    assert [(removed.number, removed.text) for removed in done.removed] == [(3, line)]


@given(st.lists(st.sampled_from(PAGE), max_size=6).map(tuple))
def test_a_file_that_is_all_page_leaves_no_text(page: tuple[str, ...]) -> None:
    assert cleaned(page).text == ""


def test_white_space_inside_a_line_and_odd_signs_are_never_changed() -> None:
    line = "（一）  总体\u00a0要求　ＡＢＣ①㈠ 二O三五\u200b年。"
    assert cleaned((f"\u3000 {line}\t",)).text == line


@pytest.mark.parametrize("number", [("— 3 —",), ("—", "3", "—"), ("-", "3", "-")])
def test_a_sentence_that_a_page_number_cut_is_whole_again(number: tuple[str, ...]) -> None:
    first, second = "各县（市、区）要把养老服务设施纳入国土空间规划，", "与住宅同步建设。"
    assert cleaned((first, *number, second)).text == first + second


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("各县（市、区）要把养老服务设施纳入国土空间规划。", "与住宅同步建设。"),
        ("各县（市、区）要把养老服务设施纳入国土空间规划", "二、主要任务"),
        ("养老服务设施", "与住宅同步建设。"),
    ],
)
def test_lines_that_a_page_number_parts_without_cutting_stay_two(before: str, after: str) -> None:
    assert cleaned((before, "— 3 —", after)).text == f"{before}\n{after}"


def test_lines_that_the_format_calls_information_stand_first_whatever_they_say() -> None:
    said = [Paragraph(line, Role.INFORMATION) for line in ("作者：佚名", "文号：云府〔2022〕15号")]
    done = clean((Paragraph("一、总体要求"), *said, Paragraph("坚持需求导向。")))
    assert done.text[: information_end(done.styles)] == "作者：佚名\n文号：云府〔2022〕15号\n"
    assert done.text[information_end(done.styles) :] == "一、总体要求\n坚持需求导向。"
    assert done.removed == ()


def test_a_label_above_its_value_tells_of_the_document_with_it() -> None:
    done = cleaned(("发文机关：", "云山市人民政府", "一、总体要求", "坚持需求导向。"))
    assert done.text[: information_end(done.styles)] == "发文机关：\n云山市人民政府\n"


def test_what_is_told_twice_is_kept_once() -> None:
    told = "文号：云府〔2022〕15号"
    done = cleaned((told, told, "一、总体要求", "坚持需求导向。"))
    assert done.text.split("\n") == [told, "一、总体要求", "坚持需求导向。"]
    assert [line.text for line in done.removed] == [told]

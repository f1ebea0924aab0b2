"""The table of a comparison shows both texts, word for word."""

from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.versions.comparison_lines import (
    Line,
    brief_place,
    lines,
    overview,
    place,
    segments,
)
from index.spans import Span
from tests.chatbot.desk.two_versions import LAW, edited, versions

TEXTS = st.lists(
    st.sampled_from(
        ["第一条 ", "第二条 ", "（一）", "甲乙丙丁。", "应当备案，", "可以备案。", "\n", "5%"]
    ),
    min_size=1,
    max_size=20,
).map("".join)
WITH_WORDS = TEXTS.filter(str.strip)


def shown(line: Line) -> tuple[str, str, str]:
    old, new = ("".join(segment.text for segment in side) for side in (line.old, line.new))
    return old, new, line.kind


def test_a_number_stands_on_the_line_of_its_sentence() -> None:
    found = [shown(line) for line in lines(edited(("五百元", "五千元"))) if line.topics]
    before = "第五条 违反本条例第四条规定的，处五百元以下的罚款。"
    assert found == [(before, before.replace("五百", "五千"), "数字")]


def test_an_added_article_has_an_empty_old_side() -> None:
    found = edited(("和奖章。", "和奖章。\n第七条 本条例自公布之日起施行。"))
    (line,) = (line for line in lines(found) if line.topics)
    assert shown(line) == ("", "第七条 本条例自公布之日起施行。", "新增")
    assert line.place == "第七条"


def test_a_sentence_that_became_an_article_is_not_called_new() -> None:
    first, second = (
        "志愿者应当接受必要的培训，服从志愿服务组织的安排。",
        "每年三月五日为志愿服务日。",
    )
    found = versions(f"条例\n第一条 {first}{second}", f"条例\n第一条 {first}\n第二条 {second}")
    (line,) = (line for line in lines(found) if line.topics)
    assert shown(line) == (second, f"第二条 {second}", "移位、编号")


def test_the_sum_counts_substantive_changes_apart() -> None:
    found = edited(("五百元", "五千元"), ("，发给", "、发给"))
    assert overview(found) == "共 2 处改动，其中实质改动 1 处：数字 1，标点和写法 1。"
    assert overview(versions(LAW, LAW)) == "两个版本内容相同（空白不计）。"


def test_a_place_that_changed_names_both() -> None:
    moved = "志愿者应当接受必要的培训，服从志愿服务组织的安排。"
    found = edited((f"第二条 {moved}\n", ""), ("和奖章。", f"和奖章。\n第七条 {moved}"))
    assert {place(change) for change in found.changes} == {"第二条 → 第七条"}


def test_a_place_deep_in_a_plan_can_be_told_briefly() -> None:
    plan = "规划\n一、任务\n（一）养老\n1.服务\n建成五个饭堂。\n2.设施\n建成两个食堂。"
    found = versions(plan, plan.replace("五个", "六个"))
    (change,) = found.changes
    assert place(change).endswith(brief_place(change))
    assert brief_place(change).count(" > ") == 1
    article = edited(("五百元", "五千元")).changes[0]
    assert brief_place(article) == place(article) == "第五条"


@given(WITH_WORDS, WITH_WORDS)
def test_the_lines_hold_every_word_of_both_versions(old: str, new: str) -> None:
    found = [shown(line) for line in lines(versions(old, new))]
    assert sorted(squeeze("".join(line[0] for line in found)).text) == sorted(squeeze(old).text)
    assert squeeze("".join(line[1] for line in found)).text == squeeze(new).text


@given(WITH_WORDS, WITH_WORDS)
def test_words_not_marked_stand_in_both_versions(old: str, new: str) -> None:
    for line in lines(versions(old, new)):
        kept = [
            squeeze("".join(segment.text for segment in side if not segment.changed)).text
            for side in (line.old, line.new)
        ]
        assert kept[0] == kept[1]


@given(WITH_WORDS, WITH_WORDS)
def test_each_side_of_a_line_is_cut_from_its_version(old: str, new: str) -> None:
    for line in lines(versions(old, new)):
        for side, span, text in ((line.old, line.old_span, old), (line.new, line.new_span, new)):
            assert "".join(one.text for one in side) == (span.cut(text) if span else "")


@given(WITH_WORDS, WITH_WORDS)
def test_the_lines_that_weigh_are_as_many_as_the_sum_says(old: str, new: str) -> None:
    found = versions(old, new)
    weighty = [line for line in lines(found) if line.is_weighty]
    assert len(weighty) == sum(change.is_substantive for change in found.changes)


def test_a_side_that_is_not_there_has_no_segments() -> None:
    assert list(segments(LAW, None, ())) == []


def test_what_did_not_change_stands_before_between_and_behind_what_did() -> None:
    found = segments("甲乙丙丁戊", Span(0, 5), [(Span(1, 2), True), (Span(3, 4), True)])
    assert [(one.text, one.changed) for one in found] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
        ("丁", True),
        ("戊", False),
    ]

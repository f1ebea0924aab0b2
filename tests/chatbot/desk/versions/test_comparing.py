"""Comparing two versions tells what was added, removed, changed, moved and renumbered."""

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.versions.changes import Change, Comparison, Fate, Piece, Topic
from chatbot.desk.versions.comparing import LONGEST_SENTENCE, MOST_SENTENCES, VersionTooLong
from index.spans import Span
from tests.chatbot.desk.two_versions import LAW, edited, edits, only, versions, words

LINES = st.sampled_from(LAW.splitlines())
PIECES = st.sampled_from(
    "第一条 |第二条 |第三条 |（一）|（二）|1.|一、|二、|应当|可以|不得|5%|2025年|市民政局|，|。|；"
    "|\n|志愿者|培训|罚款|\u200b| |“|”|第一章 总则\n|附件1\n|目录\n|- ".split("|")
)
TEXTS = (
    st.lists(LINES, min_size=1, max_size=8).map("\n".join)
    | st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(str.strip)
    | st.text(min_size=1, max_size=60).filter(str.strip)
)


def fates(comparison: Comparison) -> Counter[Fate]:
    return Counter(change.fate for change in comparison.changes)


def test_a_version_compared_with_itself_shows_nothing() -> None:
    found = versions(LAW, LAW)
    assert found.changes == ()
    assert found.summary() == ()


def test_white_space_is_no_change() -> None:
    assert edited(("总则", "总　则"), ("\n第二章", "\n\n第二章")).changes == ()


def test_an_added_article_is_one_addition_and_the_rest_is_renumbered() -> None:
    found = edited(
        ("第五条 ", "第五条 志愿者享有知情权和拒绝权。\n第六条 "),
        ("第六条 市", "第七条 市"),
    )
    added = only(found, Fate.ADDED)
    assert words(found, added) == ("", "志愿者享有知情权和拒绝权。")
    assert added.new_place == ("第五条",)
    assert fates(found) == {Fate.ADDED: 1, Fate.RENUMBERED: 2}
    assert [topic for topic, _ in found.summary()] == [Topic.ADDED, Topic.RENUMBERED]


def test_a_removed_item_is_one_removal_with_its_place() -> None:
    found = edited(("（一）年龄不满14周岁的；\n（二）正在", "（一）正在"))
    removed = only(found, Fate.REMOVED)
    assert words(found, removed) == ("年龄不满14周岁的；", "")
    assert removed.old_place == ("第四条", "（一）")
    assert edits(found)[-1] == ("（二）", "（一）", (Topic.RENUMBERED,))


def test_a_moved_article_is_moved_and_not_removed_and_added() -> None:
    moved = "志愿者应当接受必要的培训，服从志愿服务组织的安排。"
    found = edited((f"第二条 {moved}\n", ""), ("和奖章。", f"和奖章。\n第七条 {moved}"))
    change = only(found, Fate.MOVED)
    assert words(found, change) == (moved, moved)
    assert (change.old_place, change.new_place) == (("第二条",), ("第七条",))
    assert Fate.ADDED not in fates(found)
    assert Fate.REMOVED not in fates(found)
    assert not change.is_substantive


def test_a_sentence_that_moves_and_changes_tells_both() -> None:
    found = edited(
        ("第二条 志愿者应当接受必要的培训，服从志愿服务组织的安排。\n", ""),
        ("和奖章。", "和奖章。\n第七条 志愿者可以接受必要的培训，服从志愿服务组织的安排。"),
    )
    change = only(found, Fate.CHANGED)
    assert change.moved
    assert change.topics == (Topic.OBLIGATION, Topic.MOVED)


@pytest.mark.parametrize(
    ("before", "after", "topic"),
    [
        ("五百元", "五千元", Topic.NUMBER),
        ("14周岁", "16周岁", Topic.NUMBER),
        ("每年评选", "经三分之二以上同意后评选", Topic.NUMBER),
        ("3月31日", "4月30日", Topic.DATE),
        ("应当接受", "可以接受", Topic.OBLIGATION),
        ("应当接受", "宜接受", Topic.OBLIGATION),
        ("应当接受", "不得接受", Topic.OBLIGATION),
        ("不得报名", "可以报名", Topic.OBLIGATION),
        ("市民政局", "市教育局", Topic.NAME),
        ("证书和奖章", "荣誉证书", Topic.WORDING),
        ("五百元", "500元", Topic.PUNCTUATION),
        ("（一）", "(一)", Topic.PUNCTUATION),
        ("，发给", "、发给", Topic.PUNCTUATION),
        ("合法权益", "合法、权益", Topic.WORDING),
    ],
)
def test_a_change_is_told_by_what_it_touches(before: str, after: str, topic: Topic) -> None:
    ((found, changes),) = edited((before, after)).summary()
    assert found is topic
    assert len(changes) == 1


def test_the_changed_words_are_shown_and_nothing_around_them() -> None:
    found = edited(("五百元以下", "一千元以下"), ("应当接受", "可以接受"))
    assert edits(found) == [
        ("应当", "可以", (Topic.OBLIGATION,)),
        ("五百", "一千", (Topic.NUMBER,)),
    ]


def test_a_reference_that_follows_its_article_is_only_renumbered() -> None:
    found = edited(
        ("第二条 ", "第二条 本条例适用于本市。\n第三条 "),
        ("第四条 有", "第五条 有"),
        ("第三条 志愿服务组织", "第四条 志愿服务组织"),
        ("第五条 违反本条例第四条", "第六条 违反本条例第五条"),
        ("第六条 市", "第七条 市"),
    )
    assert [topic for topic, _ in found.summary()] == [Topic.ADDED, Topic.RENUMBERED]
    assert ("四", "五", (Topic.RENUMBERED,)) in edits(found)


def test_a_reference_to_another_article_is_a_change_of_number() -> None:
    found = edited(("条例第四条", "条例第二条"))
    assert edits(found) == [("四", "二", (Topic.NUMBER,))]


def test_a_split_article_gives_no_false_additions() -> None:
    found = edited(
        ("培训，服从", "培训。\n第三条 服从"),
        ("第三条 志愿服务组织", "第四条 志愿服务组织"),
    )
    assert not fates(found)[Fate.REMOVED]


def test_a_sentence_cut_in_two_is_only_punctuation() -> None:
    found = edited(("培训，服从", "培训。服从"))
    assert [topic for topic, _ in found.summary()] == [Topic.PUNCTUATION]
    found = edited(
        ("的罚款。", "的罚款；情节严重的，责令停止活动。"), ("下的罚款；情", "下的罚款，情")
    )
    assert [topic for topic, _ in found.summary()] == [Topic.WORDING]


def test_a_rule_that_goes_into_another_sentence_is_no_new_rule() -> None:
    joined = "年度管理费用不得超过总支出的百分之十，特殊情况下难以符合前述规定的，应当报告。"
    split = joined.replace("十，", "十；")
    found = versions(f"条例\n第一条 {joined}", f"条例\n第一条 {split}")
    assert edits(found) == [("，", "；", (Topic.PUNCTUATION,))]


def test_sections_of_a_plan_are_aligned_by_their_headings() -> None:
    old = "规划\n一、总体要求\n坚持以人民为中心。\n二、主要任务\n构建大养老体系。\n"
    old += "三、保障措施\n加强领导。"
    new = "规划\n一、总体要求\n坚持以人民为中心。\n二、发展环境\n机遇与挑战并存。\n三、主要任务\n"
    new += "到2025年全面建成现代民政服务网络。\n四、保障措施\n加强领导。"
    found = versions(old, new)
    renumbered = [words(found, one) for one in found.changes if one.fate is Fate.RENUMBERED]
    assert renumbered == [("二、", "三、"), ("三、", "四、")]
    places = {one.new_place for one in found.changes if one.fate is Fate.ADDED}
    assert places == {("二、发展环境",), ("三、主要任务",)}


def test_a_paragraph_after_a_list_is_the_articles_own() -> None:
    found = edited(("服刑的。\n", "服刑的。\n前款规定自公布之日起施行。\n"))
    assert only(found, Fate.ADDED).new_place == ("第四条",)


@pytest.mark.parametrize("long", ["甲。" * (MOST_SENTENCES + 1), "甲" * (LONGEST_SENTENCE + 1)])
def test_what_would_take_all_memory_is_refused_in_words(long: str) -> None:
    for old, new in ((long, LAW), (LAW, long)):
        with pytest.raises(VersionTooLong, match=r"太长：一次最多比较 4000 句.*请按章拆开"):
            versions(old, new)


@given(TEXTS)
def test_any_text_compared_with_itself_shows_nothing(text: str) -> None:
    assert versions(text, text).changes == ()


@given(TEXTS, TEXTS)
@example("第一条 \n第二条 甲。", "第一条 甲。")
@example("0", "\n附件\n目录")
def test_every_character_of_both_versions_is_accounted_for_once(old: str, new: str) -> None:
    found = versions(old, new)
    for text, spans in (
        (old, [row.old for row in found.rows]),
        (new, [row.new for row in found.rows]),
        (old, [piece.old for row in found.rows for piece in row.pieces]),
        (new, [piece.new for row in found.rows for piece in row.pieces]),
    ):
        told = Counter(place for span in spans if span for place in range(span.start, span.end))
        assert set(told.values()) <= {1}
        left = "".join(sign for place, sign in enumerate(text) if place not in told)
        assert squeeze(left).text == ""


@given(TEXTS, TEXTS)
def test_equal_pieces_read_the_same_in_both_versions(old: str, new: str) -> None:
    found = versions(old, new)
    for piece in (piece for row in found.rows for piece in row.pieces if not piece.topics):
        assert piece.old
        assert piece.new
        assert squeeze(piece.old.cut(old)).text == squeeze(piece.new.cut(new)).text


@given(TEXTS, TEXTS)
def test_swapping_the_versions_mirrors_every_change(old: str, new: str) -> None:
    there, back = versions(old, new), versions(new, old)
    assert Counter(one.mirrored() for one in there.rows) == Counter(back.rows)


@given(TEXTS, TEXTS)
def test_each_change_stands_once_in_the_summary(old: str, new: str) -> None:
    found = versions(old, new)
    summed = [one for _, changes in found.summary() for one in changes]
    assert Counter(summed) == Counter(found.changes)


def test_changes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="a piece stands somewhere"):
        Piece(None, None)
    with pytest.raises(ValueError, match="kept stands in both"):
        Change(Fate.KEPT, Span(0, 1), None, (), (), ())


def test_rows_stand_in_reading_order() -> None:
    found = edited(("（一）年龄不满14周岁的；\n（二）正在", "（一）正在"), ("五百元", "五千元"))
    starts = [row.new.start for row in found.rows if row.new]
    assert starts == sorted(starts)
    gone = next(place for place, row in enumerate(found.rows) if row.fate is Fate.REMOVED)
    assert re.search("不得报名", words(found, found.rows[gone - 1])[1])

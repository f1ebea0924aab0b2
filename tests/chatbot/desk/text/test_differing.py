"""Differences lead from the plan's words to the draft's, each with its kind."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chatbot.desk.text.differing import Difference, Kind, Op, differences
from chatbot.desk.text.squeezed import squeeze

texts = st.text('老养救助、，。（5％%一二三百分之年月日2019万市局 \n“”"', max_size=40)


@given(texts | st.text(max_size=60))
def test_equal_texts_have_no_differences(text: str) -> None:
    assert differences(text, text) == ()
    assert differences(" ".join(text), text) == ()


@given(texts, texts)
def test_the_pieces_make_up_both_texts(plan: str, draft: str) -> None:
    assume(squeeze(draft).text)
    pieces = differences(plan, draft)
    if squeeze(plan).text == squeeze(draft).text:
        assert pieces == ()
        return
    assert "".join(one.text for one in pieces if one.op is not Op.DELETE) == draft
    old = "".join(one.text for one in pieces if one.op is not Op.INSERT)
    assert squeeze(old).text == squeeze(plan).text


@pytest.mark.parametrize(
    ("plan", "draft", "kinds"),
    [
        ("增长5%。", "增长百分之五。", {Kind.NOTATION}),
        ("增长5%。", "增长5％。", {Kind.PUNCTUATION}),
        ("增长5%。", "增长百分之六。", {Kind.NUMBER}),
        ("到2025年。", "到二〇二五年。", {Kind.NOTATION}),
        ("到2025年。", "到2026年。", {Kind.DATE}),
        ("2021年9月18日发布", "二〇二一年九月十八日发布", {Kind.NOTATION}),
        ("2021年9月18日发布", "2021年9月19日发布", {Kind.DATE}),
        ("“十四五”时期", "“十三五”时期", {Kind.DATE}),
        ("投入3万元", "投入30000元", {Kind.NOTATION}),
        ("投入3万元", "投入3亿元", {Kind.NUMBER}),
        ("养老服务(居家)", "养老服务（居家）", {Kind.PUNCTUATION}),
        ("“兜底”保障", '"兜底"保障', {Kind.PUNCTUATION}),
        ("养老服务", "養老服務", {Kind.NOTATION}),
        ("由省民政厅批准", "由市民政局批准", {Kind.NAME}),
        ("应当备案", "可以备案", {Kind.WORDING}),
        ("进一步加强", "加强", {Kind.WORDING}),
    ],
)
def test_every_difference_has_its_kind(plan: str, draft: str, kinds: set[Kind]) -> None:
    assert {one.kind for one in differences(plan, draft) if one.kind} == kinds


@pytest.mark.parametrize(
    ("plan", "draft", "gone", "come"),
    [
        ("坚持扶优、扶大、扶强", "坚持扶大、扶优、扶强", "扶优、扶大", "扶大、扶优"),
        ("可以提交甲证、乙证办理", "可以提交乙证、甲证办理", "甲证、乙证", "乙证、甲证"),
        ("完全能够做到", "完全不能做到", "能够", "不能"),
        ("应当加强维护", "不应当加强维护", "应当", "不应当"),
        ("县级以上政府", "县级以下政府", "以上", "以下"),
    ],
)
def test_a_change_is_shown_as_a_person_would_read_it(
    plan: str, draft: str, gone: str, come: str
) -> None:
    changed = [one for one in differences(plan, draft) if one.op is not Op.EQUAL]
    assert [(one.op, one.text) for one in changed] == [(Op.DELETE, gone), (Op.INSERT, come)]


@pytest.mark.parametrize("item", ["自我服务", "供电", "不协调", "困难帮扶"])
def test_the_first_item_left_out_is_shown_whole(item: str) -> None:
    (gone,) = [one for one in differences(f"{item}、{item[:-1]}人", f"{item[:-1]}人") if one.kind]
    assert (gone.op, gone.text) == (Op.DELETE, f"{item}、")


@pytest.mark.parametrize("item", ["自我服务", "供电", "不协调", "困难帮扶"])
def test_an_item_left_out_is_shown_with_its_sign(item: str) -> None:
    whole = f"自我教育、供水、不平衡、{item}、自我提高、供气、不可持续"
    (gone,) = [one for one in differences(whole, whole.replace(f"、{item}", "")) if one.kind]
    assert (gone.op, gone.text) == (Op.DELETE, f"{item}、")


def test_a_difference_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="has words"):
        Difference(Op.INSERT, "", Kind.WORDING)
    with pytest.raises(ValueError, match="a kind unless"):
        Difference(Op.EQUAL, "养老", Kind.WORDING)

"""A draft laid out is the draft: nothing lost, nothing twice, each finding with its tag."""

from hypothesis import given
from hypothesis import strategies as st

from chatbot.told.draft_shown import lay_out_draft
from chatbot.told.findings_told import slip_words
from tests.chatbot.desk.shelves import LAW, PLAN, findings

PIECES = st.sampled_from(
    [
        *"，。；\n “”《》一二5％",
        "坚持以人民为中心，到2025年养老床位达到3万张。",
        "坚持以人民为中心，到2026年养老床位达到3万张。",
        "财政补助比例为５％",
        "志愿者应当接受必要的培训，服从志愿服务组织的安排。",
        "志愿者可以接受必要的培训",
        "《云山市志愿服务条例》第二条规定",
        "没有这样的话",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_stretches_joined_are_the_draft(draft: str) -> None:
    found = findings(draft, PLAN, LAW)
    stretches = lay_out_draft(draft, found)
    assert "".join(stretch.text for stretch in stretches) == draft
    numbers = [tag.number for stretch in stretches for tag in stretch.tags]
    assert numbers == list(range(1, len(found) + 1))


def test_a_change_stands_in_its_place_with_its_kind() -> None:
    draft = "坚持以人民为中心，到2026年养老床位达到3万张。"
    (stretch,) = lay_out_draft(draft, findings(draft, PLAN))
    (changed,) = [bit for bit in stretch.bits if bit.kind]
    assert (changed.gone, changed.text, changed.kind) == ("2025", "2026", "日期")
    assert [tag.word for tag in stretch.tags] == ["有出入"]


def test_what_is_put_together_or_nowhere_is_shown_as_it_was_written() -> None:
    for draft, word in (
        ("引导更多的慈善资源进入我县，志愿者应当接受必要的培训，财政补助比例为6%。", "有出入"),
        ("志愿者可以参加一次培训，不服从任何组织的安排。", "未见"),
    ):
        (found,) = findings(draft, PLAN, LAW)
        (stretch,) = lay_out_draft(draft, (found,))
        assert found.matches
        assert [(bit.text, bit.kind) for bit in stretch.bits] == [(draft, "")]
        assert [tag.word for tag in stretch.tags] == [word]


def test_a_phrase_missed_inside_a_sentence_is_told_with_the_sentence_once() -> None:
    plan = "办法\n坚决做到“两个维护”。各级各部门要认真学习领会精神。"
    draft = "坚决做到“两个拥护”。"
    found = findings(draft, plan)
    (stretch,) = lay_out_draft(draft, found)
    assert [tag.number for tag in stretch.tags] == [1]
    assert slip_words(found[0]).endswith("：两个维护")
    assert stretch.text == draft

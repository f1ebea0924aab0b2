"""A draft is held against the plans: word for word, with what differs, or nowhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.text.differing import Kind, Op
from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.wording.draft import letters
from chatbot.desk.wording.finding import Finding, Unit, Verdict
from index.generation import Generation
from index.language.sentences import sentences
from index.spans import Span
from tests.chatbot.desk.conftest import Check
from tests.chatbot.desk.shelves import PLAN, findings, only


def all_sentences(generation: Generation) -> list[str]:
    return [
        span.cut(document.text)
        for document in generation.documents
        for span in sentences(document.text, Span(0, len(document.text)))
        if letters(span.cut(document.text)) > 1
    ]


def changed(finding: Finding) -> list[tuple[str, str, Kind | None]]:
    return [
        (piece.op.value, piece.text, piece.kind)
        for piece in finding.matches[0].differences
        if piece.op is not Op.EQUAL
    ]


def test_every_sentence_of_the_plans_is_verbatim(check: Check, served: Generation) -> None:
    for sentence in all_sentences(served):
        verdicts = {finding.verdict for finding in check(sentence)}
        assert verdicts == {Verdict.VERBATIM}, sentence


def test_a_whole_plan_is_verbatim_from_its_first_word_to_its_last(
    check: Check, served: Generation
) -> None:
    for document in served.documents:
        found = check(document.text)
        assert {finding.verdict for finding in found} == {Verdict.VERBATIM}
        assert sum(letters(finding.text) for finding in found) > 0.99 * letters(document.text)


@given(data=st.data())
def test_white_space_does_not_count(check: Check, served: Generation, data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(all_sentences(served)))
    place = data.draw(st.integers(1, len(sentence) - 1))
    white = data.draw(st.sampled_from([" ", "\u3000", "\n", "\u200b", "\r\n", "\t"]))
    found = check(sentence[:place] + white + sentence[place:])
    assert {finding.verdict for finding in found} == {Verdict.VERBATIM}


@given(data=st.data())
def test_one_altered_character_is_never_verbatim_and_is_shown(
    check: Check, served: Generation, data: st.DataObject
) -> None:
    long = [one for one in all_sentences(served) if letters(one) > 12]
    sentence = data.draw(st.sampled_from(long))
    place = data.draw(st.integers(0, len(sentence) - 1))
    sign = data.draw(st.sampled_from("某9Q；"))
    mutated = sentence[:place] + sign + sentence[place + 1 :]
    if sign == sentence[place] or any(
        squeeze(mutated).text in squeeze(document.text).text for document in served.documents
    ):
        return
    found = check(mutated)
    assert any(place in altered(finding) for finding in found), found
    assert any(finding.verdict is not Verdict.VERBATIM for finding in found)


def altered(finding: Finding) -> set[int]:
    """The places of the draft that lie inside a difference of the best match, or are nowhere."""
    if finding.verdict is Verdict.ABSENT:
        return set(range(finding.span.start, finding.span.end))
    places, place = set[int](), finding.span.start
    for piece in finding.matches[0].differences:
        if piece.op is Op.INSERT:
            places.update(range(place, place + len(piece.text)))
        place += 0 if piece.op is Op.DELETE else len(piece.text)
    return places


@given(st.text(max_size=300) | st.text('《》“”"第一条章、，。：（1）\n老养', max_size=120))
def test_any_text_can_be_checked(check: Check, draft: str) -> None:
    for finding in check(draft):
        assert finding.span.cut(draft) == finding.text
        for match in finding.matches:
            assert match.citation.span.cut(match.citation.document.text) == match.citation.quote
            pieces = [one.text for one in match.differences if one.op is not Op.DELETE]
            assert not pieces or "".join(pieces) == match.part.cut(draft)


def test_a_verbatim_sentence_is_found_at_every_place() -> None:
    finding = only("坚持以人民为中心。", "甲\n坚持以人民为中心。", "乙\n坚持以人民为中心。")
    assert [match.citation.document.id for match in finding.matches] == ["p0", "p1"]


def test_only_the_documents_chosen_are_searched(check: Check) -> None:
    (there,) = check("坚持开放共享合作。", "meizhou-civil-affairs-14fyp-draft-summary")
    (elsewhere,) = check("坚持开放共享合作。", "civil-affairs-14fyp-drafting-workplan")
    assert (there.verdict, elsewhere.verdict) == (Verdict.VERBATIM, Verdict.ABSENT)


def test_part_of_a_sentence_is_verbatim_between_clauses_and_said_to_be_a_part() -> None:
    finding = only("到2025年养老床位达到3万张。")
    assert finding.verdict is Verdict.VERBATIM
    assert finding.matches[0].partial
    assert not only("坚持以人民为中心，到2025年养老床位达到3万张。").matches[0].partial


@pytest.mark.parametrize(
    ("draft", "law"),
    [
        ("得侵占学校的房屋和设施设备。", "某法\n任何人不得侵占学校的房屋和设施设备。"),
        ("慈善信托、志愿服务，引导更多的慈善资源进入我市。", PLAN),
        ("做强慈善组织", PLAN),
    ],
)
def test_a_part_cut_off_inside_a_clause_is_not_verbatim(draft: str, law: str) -> None:
    assert only(draft, law).verdict is not Verdict.VERBATIM


@pytest.mark.parametrize(
    ("draft", "pieces"),
    [
        (
            "由市民政局牵头，每年举办两次培训，财政补助比例为5%。",
            [("delete", "一", Kind.NUMBER), ("insert", "两", Kind.NUMBER)],
        ),
        (
            "坚持以人民为中心，到2035年养老床位达到3万张。",
            [("delete", "2025", Kind.DATE), ("insert", "2035", Kind.DATE)],
        ),
        (
            "由市民政厅牵头，每年举办一次培训，财政补助比例为5%。",
            [("delete", "局", Kind.NAME), ("insert", "厅", Kind.NAME)],
        ),
        (
            "由市民政局牵头,每年举办一次培训，财政补助比例为5%。",
            [("delete", "，", Kind.PUNCTUATION), ("insert", ",", Kind.PUNCTUATION)],
        ),
        (
            "由市民政局牵头，每年举办一次培训，财政补助比例为百分之五。",
            [("delete", "5%", Kind.NOTATION), ("insert", "百分之五", Kind.NOTATION)],
        ),
        (
            "志愿者可以接受必要的培训，服从志愿服务组织的安排。",
            [("delete", "应当", Kind.WORDING), ("insert", "可以", Kind.WORDING)],
        ),
    ],
)
def test_what_differs_is_shown_with_its_kind(
    draft: str, pieces: list[tuple[str, str, Kind]]
) -> None:
    finding = only(draft)
    assert finding.verdict is Verdict.DIFFERS
    assert changed(finding) == pieces


def test_what_the_plans_do_not_say_is_absent() -> None:
    finding = only("明天上午九点在一楼大厅召开招聘会。")
    assert (finding.verdict, finding.checked) == (Verdict.ABSENT, None)


def test_a_sentence_made_of_two_of_the_plans_names_both() -> None:
    finding = only("引导更多的慈善资源进入我市，服从志愿服务组织的安排。")
    assert finding.verdict is Verdict.DIFFERS
    assert {match.citation.document.id for match in finding.matches} == {"p0", "p1"}


def test_a_sentence_put_together_from_several_is_compared_clause_by_clause() -> None:
    finding = only("引导更多的慈善资源进入我县，志愿者应当接受必要的培训，财政补助比例为6%。")
    assert finding.verdict is Verdict.DIFFERS
    assert [match.part_of(finding) for match in finding.matches] == [
        "引导更多的慈善资源进入我县",
        "志愿者应当接受必要的培训",
        "财政补助比例为6%",
    ]
    assert changed(finding)[0][:2] == ("delete", "市")


def test_a_list_number_of_the_drafts_own_is_no_difference() -> None:
    finding = only("四、由市民政局牵头，每年举办两次培训，财政补助比例为5%。")
    assert changed(finding) == [("delete", "一", Kind.NUMBER), ("insert", "两", Kind.NUMBER)]


def test_a_sentence_broken_over_lines_is_read_as_one() -> None:
    finding = only("由市民政局牵头，每年举\n办一次培训，财政补助\n比例为5%。")
    assert finding.verdict is Verdict.VERBATIM


def test_headings_on_lines_of_their_own_stay_apart_from_the_text_below() -> None:
    found = findings("总体安排如下\n坚持以人民为中心，到2025年养老床位达到3万张。", PLAN)
    assert [one.verdict for one in found] == [Verdict.ABSENT, Verdict.VERBATIM]


def test_a_quotation_inside_a_sentence_of_ones_own_is_found_by_itself() -> None:
    draft = "我们都记得“由市民政局牵头，每年举办一次培训”这句话。"
    (finding,) = findings(draft, PLAN)
    assert (finding.unit, finding.verdict) == (Unit.QUOTE, Verdict.VERBATIM)
    assert finding.text == "由市民政局牵头，每年举办一次培训"


def test_the_number_of_a_list_item_counts_where_the_plan_has_one_like_it() -> None:
    item = "某办法\n（一）有固定的活动场所；\n（二）有必要的运营资金；"
    assert only("（三）有必要的运营资金；", item).verdict is Verdict.DIFFERS
    assert only("2.有必要的运营资金；", item).verdict is Verdict.VERBATIM


def test_an_empty_shelf_holds_nothing() -> None:
    assert [one.verdict for one in findings("坚持以人民为中心。")] == [Verdict.ABSENT]


def test_words_that_are_found_have_their_place_and_verbatim_ones_no_differences() -> None:
    verbatim = only("坚持以人民为中心，到2025年养老床位达到3万张。")
    differing = only("坚持以人民为中心，到2026年养老床位达到3万张。")
    with pytest.raises(ValueError, match="no differences"):
        replace(verbatim, matches=differing.matches)
    with pytest.raises(ValueError, match="stand somewhere"):
        replace(verbatim, matches=())


@pytest.mark.parametrize(
    "draft", ["“  ”", "他说：“\u3000\u3000”，，  ，再见。", f"甲，{'　' * 700}，乙丙。"]
)
def test_white_space_between_signs_is_no_words(draft: str) -> None:
    assert all(finding.text.strip() for finding in findings(draft, PLAN))

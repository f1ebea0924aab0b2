"""What a finding weighs: a speech as people write them, and punctuation that does not count."""

import pytest

from chatbot.desk.text.differing import Kind
from chatbot.desk.wording.finding import Finding, Verdict
from chatbot.desk.wording.weight import Weight, is_form_only, weighed, weight
from tests.chatbot.desk.conftest import Check
from tests.chatbot.desk.shelves import findings, only
from tests.chatbot.desk.wording.speech import (
    ALTERED,
    INVENTED,
    LABELS,
    SPEECH,
    TRUE,
    TYPED_OTHERWISE,
)

LOUD = {Weight.SUBSTANCE, Weight.ABSENT}


def about(sentence: str, found: tuple[Finding, ...]) -> list[Finding]:
    """The findings that are about words of a sentence of the speech."""
    start = SPEECH.index(sentence)
    return [f for f in found if f.span.start < start + len(sentence) and start < f.span.end]


def test_every_alteration_of_a_speech_is_of_substance_with_the_words_altered(check: Check) -> None:
    found = check(SPEECH)
    for words, sentence in ALTERED.items():
        (finding,) = about(sentence, found)
        assert weight(finding) is Weight.SUBSTANCE, sentence
        told = {
            piece
            for match in finding.matches
            for (gone, come, _), _ in weighed(match)
            for piece in (gone.strip("、"), come.strip("、"))
        }
        claimed = finding.checked.claim.text if finding.checked else ""
        assert words in told or finding.text == words or words in claimed, sentence


def test_every_invention_of_a_speech_is_absent(check: Check) -> None:
    found = check(SPEECH)
    for sentence in INVENTED:
        assert [weight(one) for one in about(sentence, found)] == [Weight.ABSENT]


def test_no_true_sentence_is_loud_and_no_punctuation_is(check: Check) -> None:
    found = check(SPEECH)
    for sentence in TRUE:
        assert [weight(one) for one in about(sentence, found)] == [Weight.SAME]
    for sentence in TYPED_OTHERWISE:
        (finding,) = about(sentence, found)
        assert weight(finding) in {Weight.FORM, Weight.SAME}, sentence
    loud = [one for one in found if weight(one) in LOUD]
    assert len(loud) == len(ALTERED) + len(INVENTED)
    for finding in loud:
        changes = [one for match in finding.matches[:1] for one in weighed(match)]
        small = not finding.checked and changes
        assert not small or any(kind is not Kind.PUNCTUATION for (_, _, kind), _ in changes)


def test_headings_and_addresses_of_a_speech_are_labels(check: Check) -> None:
    labels = [one.text for one in check(SPEECH) if weight(one) is Weight.LABEL]
    assert labels == list(LABELS)


@pytest.mark.parametrize(
    "draft",
    [
        "由市民政局牵头,每年举办一次培训,财政补助比例为5%。",
        "由市民政局牵头，每年举办一次培训，财政补助比例为５％。",
        "由市民政局牵头，每年举办一次培训，财政补助比例为5%.",
        "由市民政局牵头 , 每年举办一次培训 , 财政补助比例为5% .",
        "由市民政局牵头，每年举办一次培训，财政补助比例为5%；",
        "坚持以人民为中心,到2025年养老床位达到3万张．",
    ],
)
def test_width_and_another_full_stop_are_a_matter_of_form(draft: str) -> None:
    finding = only(draft)
    assert finding.verdict is Verdict.DIFFERS
    assert is_form_only(finding)
    assert weight(finding) is Weight.FORM


FORMS = (
    "某市规划\n依照《某省条例》，落实“兜底线”要求，补助3.5万元、面积1200平方米，范围为2021—2025年。"
)
WHOLE = FORMS.partition("\n")[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“兜底线”", '"兜底线"'),
        ("“兜底线”", "「兜底线」"),
        ("“兜底线”", "‘兜底线’"),
        ("—", "-"),
        ("—", "－"),
        ("，", ", "),
        ("。", "."),
        ("1200", "１２００"),
        ("3.5", "３．５"),
    ],
)
def test_forms_of_signs_are_quiet(old: str, new: str) -> None:
    assert weight(only(WHOLE.replace(old, new), FORMS)) is Weight.FORM


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3.5", "35"),
        ("3.5", "3。5"),
        ("3.5", "3，5"),
        ("《某省条例》", "某省条例"),
        ("《某省条例》", "“某省条例”"),
        ("万元、面积", "万元面积"),
        ("，补助", "。补助"),
        ("，落实", "落实"),
        ("“兜底线”", "兜底线"),
        ("2021—2025", "2021、2025"),
        ("。", "？"),
    ],
)
def test_signs_that_say_something_are_not_quiet(old: str, new: str) -> None:
    assert weight(findings(WHOLE.replace(old, new), FORMS)[0]) in LOUD


def test_an_item_left_out_of_a_list_is_of_substance() -> None:
    finding = only("做强慈善组织、志愿服务，引导更多的慈善资源进入我市。")
    assert weight(finding) is Weight.SUBSTANCE


def test_a_sentence_cut_by_a_full_stop_is_of_substance() -> None:
    law = "某办法\n第一条 养老机构应当每月公布收费标准，经批准延期的除外。"
    finding = only("养老机构应当每月公布收费标准。", law)
    assert finding.matches[0].goes_on
    assert weight(finding) is Weight.SUBSTANCE
    assert only("养老机构应当每月公布收费标准，经批准延期的除外.", law).verdict is Verdict.DIFFERS


def test_another_notation_of_a_value_is_a_small_matter_and_no_matter_of_form() -> None:
    finding = only("由市民政局牵头，每年举办一次培训，财政补助比例为百分之五。")
    assert weight(finding) is Weight.FORM
    assert not is_form_only(finding)

"""The search speaks for what it found first, and for what holds the words of the question."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.candidate import Candidate
from chatbot.answering.candidates.sentences import sentences_found
from chatbot.answering.choosing.choose import candidates
from chatbot.answering.evidence import ranking
from chatbot.answering.evidence.rules import Measure
from chatbot.answering.looking.retrieving import Found, retrieve
from chatbot.answering.understanding.question import Question, Understood, understand
from tests.chatbot.answering.brains import NOWHERE, Brain, brain

BURIAL = """云山市公墓管理办法
第一章 收费
第一条 公益性公墓每格收费不超过三千元。
第二条 骨灰存放每年收费一百元。
第二章 监督
第三条 市民政局每年检查两次。"""
HOMES = """青河县养老机构管理办法
第一条 养老机构每月收费不超过两千元。
第二条 养老机构每年检查四次。"""
ASKED = "公益性公墓每格收费多少钱？"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("ranking"), built, BURIAL, HOMES)


Read = Callable[[Measure, str], float]


def found_for(two: Brain, asked: str, *before: str) -> tuple[Understood, Found, list[Candidate]]:
    understood = understand(Question(asked, before), two.generation.tokenizer)
    found = retrieve(understood, NOWHERE, two.generation)
    return understood, found, list(sentences_found(understood, found, two.generation))


@pytest.fixture
def read(two: Brain) -> Read:
    """A measure of the sentence that holds these words, for ASKED."""
    understood, found, among = found_for(two, ASKED)

    def measured(measure: Measure, words: str) -> float:
        return measure(understood, found, next(one for one in among if words in one.words))

    return measured


def test_the_first_passage_is_not_late_and_the_others_are(read: Read) -> None:
    assert read(ranking.later, "三千元") == 0
    assert 0 < read(ranking.later, "两千元") < 1


def test_what_no_passage_led_to_ranks_last(two: Brain) -> None:
    understood, found, among = found_for(two, ASKED)
    outlined = replace(among[0], hit=None)
    assert ranking.later(understood, found, outlined) == 1
    assert ranking.margin(understood, found, outlined) == 0


def test_the_margin_is_to_the_best_passage_of_another_document(two: Brain, read: Read) -> None:
    _, found, _ = found_for(two, ASKED)
    scores: dict[str, float] = {}
    for hit in found.hits:
        scores.setdefault(hit.passage.document_id, hit.score)
    best, other = scores.values()
    assert read(ranking.margin, "三千元") == pytest.approx(((best - other) / best + 1) / 2)
    assert read(ranking.margin, "三千元") > 0.5 > read(ranking.margin, "两千元")


def test_without_another_document_the_margin_is_whole(two: Brain) -> None:
    understood, found, among = found_for(two, ASKED)
    own = tuple(hit for hit in found.hits if hit.passage.document_id == among[0].document.id)
    assert ranking.margin(understood, replace(found, hits=own), among[0]) == 1


def test_words_found_are_counted_without_those_of_the_title(read: Read) -> None:
    assert read(ranking.several, "三千元") > read(ranking.several, "一百元")
    assert read(ranking.with_before, "一百元") > 0, "公墓 is in the title"


def test_what_the_title_says_already_is_left_out_of_what_lies_beyond_it(read: Read) -> None:
    known = read(ranking.with_before, "一百元")  # 公墓 is in the title
    assert read(ranking.beyond_title, "一百元") < known
    assert read(ranking.beyond_title, "一百元") < read(ranking.beyond_title, "三千元")


def test_a_title_that_holds_words_of_the_question_is_in_its_favour(read: Read) -> None:
    assert read(ranking.in_title, "三千元") == read(ranking.in_title, "一百元") > 0
    assert read(ranking.in_title, "两千元") < read(ranking.in_title, "三千元")


def test_more_and_rarer_words_weigh_more(two: Brain, read: Read) -> None:
    assert read(ranking.covered, "三千元") > read(ranking.covered, "一百元") > 0
    understood, found, among = found_for(two, "收费多少钱？")
    plain = next(one for one in among if "三千元" in one.words)
    assert ranking.with_before(understood, found, plain) == pytest.approx(1, abs=0.05)
    assert ranking.covered(understood, found, plain) < read(ranking.covered, "三千元")


def test_the_question_before_counts_only_where_it_is_carried_over(two: Brain) -> None:
    understood, found, among = found_for(two, "那检查几次？", "养老机构怎么收费？")
    assert understood.follows
    homes = next(one for one in among if "检查四次" in one.words)
    burial = next(one for one in among if "检查两次" in one.words)
    assert ranking.several(understood, found, homes) == ranking.several(understood, found, burial)
    before_homes = ranking.with_before(understood, found, homes)
    assert before_homes > ranking.with_before(understood, found, burial)


def test_a_section_is_known_by_its_name_and_what_stands_in_it(two: Brain) -> None:
    understood = two.understand("公墓的收费有哪些规定？")
    found = two.retrieve("公墓的收费有哪些规定？")
    among = candidates(understood, found, two.generation)
    section = next(one for one in among if one.named and "收费" in one.named[0][0])
    assert ranking.several(understood, found, section) > 0
    bare = replace(section, named=(), spans=section.spans[:1], words="无")
    assert ranking.several(understood, found, bare) < ranking.several(understood, found, section)


def test_a_question_that_means_no_document_prefers_none(read: Read) -> None:
    assert read(ranking.preferred, "三千元") == read(ranking.not_preferred, "三千元") == 0


def test_a_document_that_a_question_means_is_told_from_the_others(two: Brain) -> None:
    understood, found, among = found_for(two, "按青河县养老机构管理办法，每年检查几次？")
    preferred = {one.document.title: ranking.preferred(understood, found, one) for one in among}
    others = {one.document.title: ranking.not_preferred(understood, found, one) for one in among}
    assert preferred == {"青河县养老机构管理办法": 1, "云山市公墓管理办法": 0}
    assert others == {"青河县养老机构管理办法": 0, "云山市公墓管理办法": 1}

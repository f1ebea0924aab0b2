"""A question prefers the documents it names or of its place, and is put to all the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.looking.retrieving import retrieve
from chatbot.answering.looking.routing import (
    ALL,
    Ids,
    Scope,
    is_about,
    places_not_covered,
    scope_of,
)
from chatbot.answering.understanding.question import Question, understand
from index.generation import Generation
from tests.chatbot.answering.brains import Brain, brain

MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
WORKPLAN = "civil-affairs-14fyp-drafting-workplan"
NATION = "志愿服务条例\n（2017年8月22日国务院令第685号公布）\n第一条 志愿者可以自行注册。"
GUANGDONG = "广东省志愿服务条例\n第一条 本省志愿者由团组织登记。"
GUANGZHOU = "广州市慈善促进条例\n第一条 本市鼓励慈善信托。"


def meant(asked: str, generation: Generation, *history: str) -> Scope:
    understood = understand(Question(asked, history), generation.tokenizer)
    return scope_of(understood, ALL, generation)


def found_in(asked: str, generation: Generation, chosen: Ids = ALL) -> set[str]:
    """The documents of what is found for a question."""
    understood = understand(Question(asked), generation.tokenizer)
    hits = retrieve(understood, chosen, generation).hits
    return {hit.passage.document_id for hit in hits}


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ("梅州怎样应对人口老龄化？", {MEIZHOU}),
        ("梅州市的基本原则有哪些？", {MEIZHOU}),
        ("《规划编制工作方案》分哪几个阶段？", {WORKPLAN}),
        ("基本原则有哪些？", set()),
        ("深圳的养老规划目标是什么？", set()),
        ("“一核四社”是什么意思？", set()),
    ],
)
def test_a_title_or_a_region_names_its_documents(
    served: Generation, asked: str, documents: set[str]
) -> None:
    assert meant(asked, served) == Scope(ALL, frozenset(documents))


def test_what_the_person_chose_is_all_that_is_looked_in(served: Generation) -> None:
    chosen = frozenset({WORKPLAN})
    for text in ("梅州怎样应对人口老龄化？", "深圳的养老规划目标是什么？", "基本原则有哪些？"):
        asked = understand(Question(text), served.tokenizer)
        assert scope_of(asked, chosen, served) == Scope(chosen, ALL)
        assert found_in(text, served, chosen) <= chosen
    assert found_in("基本原则有哪些？", served, chosen) == chosen
    assert found_in("基本原则有哪些？", served) > chosen


@pytest.fixture
def levels(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, NATION, GUANGDONG, GUANGZHOU)


def of(levels: Brain, *titles: str) -> Ids:
    return frozenset(one.id for one in levels.generation.documents if one.title in titles)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("《志愿服务条例》怎么说注册？", "志愿服务条例"),
        ("国家的志愿服务条例怎么说注册？", "志愿服务条例"),
        ("广东省志愿服务条例怎么说登记？", "广东省志愿服务条例"),
        ("广州的慈善信托有什么规定？", "广州市慈善促进条例"),
        ("广州的志愿者去哪里登记？", "广州市慈善促进条例"),
    ],
)
def test_a_title_or_a_place_prefers_its_documents_and_excludes_no_other(
    levels: Brain, asked: str, title: str
) -> None:
    assert meant(asked, levels.generation) == Scope(ALL, of(levels, title))


def test_what_another_document_says_is_found_though_a_place_is_named(levels: Brain) -> None:
    found = found_in("广州的志愿者去哪里登记？", levels.generation)
    assert found >= of(levels, "广东省志愿服务条例", "志愿服务条例")


def test_of_the_documents_meant_as_many_passages_are_found_as_of_all(
    tmp_path: Path, built: Path
) -> None:
    """Those of the place come far down in the search of all, and are weighed nevertheless."""
    many = "".join(f"\n第{n}条 广州志愿者登记、广州志愿者登记{n}次。" for n in range(1, 150))
    shelf = brain(
        tmp_path, built, "志愿服务登记规程" + many, GUANGZHOU + "登记另行规定。"
    ).generation
    own = {one.id for one in shelf.documents if one.title == "广州市慈善促进条例"}
    asked = understand(Question("广州志愿者怎么登记？"), shelf.tokenizer)
    assert scope_of(asked, ALL, shelf).preferred == own
    hits = retrieve(asked, ALL, shelf).hits
    ids = [hit.passage.document_id for hit in hits]
    assert own & {*ids[-3:]}, "below all others"
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("杭州的志愿者怎么注册？", ("志愿服务条例",)),
        # a city of Guangdong, none of its own
        ("在东莞当志愿者去哪里登记？", ("志愿服务条例", "广东省志愿服务条例")),
    ],
)
def test_a_place_that_no_document_speaks_of_keeps_to_what_holds_there(
    levels: Brain, asked: str, titles: tuple[str, ...]
) -> None:
    assert meant(asked, levels.generation) == Scope(of(levels, *titles))
    assert found_in(asked, levels.generation) == of(levels, *titles)


def test_where_nothing_holds_all_documents_are_looked_in(tmp_path: Path, built: Path) -> None:
    shelf = brain(tmp_path, built, GUANGDONG, GUANGZHOU).generation
    assert meant("杭州的志愿者怎么注册？", shelf) == Scope()


def test_a_title_tells_the_place_of_a_document_whose_region_was_misread(levels: Brain) -> None:
    (document,) = (one for one in levels.generation.documents if one.region == "广州市")
    assert is_about(replace(document, region="天河区"), "广州")
    assert not is_about(replace(document, region="天河区"), "东莞")


def test_a_follow_up_prefers_the_document_of_the_question_before(levels: Brain) -> None:
    after = meant("那信托呢？", levels.generation, "广州的慈善有什么规定？")
    assert after == Scope(ALL, of(levels, "广州市慈善促进条例"))
    assert meant("那信托呢？", levels.generation, "慈善有什么规定？") == Scope()


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("杭州的志愿者怎么登记", ("杭州",)),
        ("广州的志愿者怎么登记", ()),
        ("东西安全放好", ()),  # 西安 lies across two words
    ],
)
def test_a_place_that_no_document_speaks_of_is_noticed(
    levels: Brain, asked: str, places: tuple[str, ...]
) -> None:
    assert places_not_covered(asked, levels.generation) == places


def test_the_short_title_that_staff_gave_a_document_names_it(tmp_path: Path, built: Path) -> None:
    made = brain(tmp_path, built, NATION, GUANGZHOU).generation
    called = replace(made.documents[1], short_title="慈善新规")
    named = replace(made, documents=(made.documents[0], called))
    assert meant("慈善新规鼓励什么？", named).preferred == {called.id}
    assert meant("慈善新规鼓励什么？", made).preferred == ALL

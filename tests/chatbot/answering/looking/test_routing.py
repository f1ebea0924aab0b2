"""A question is put to the documents it names or that hold in its place, else to all."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatbot.answering.looking.routing import is_about, places_not_covered, routes
from chatbot.answering.understanding.question import Question, understand
from index.generation import Generation
from tests.chatbot.answering.brains import Brain, brain

MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
WORKPLAN = "civil-affairs-14fyp-drafting-workplan"
NATION = "志愿服务条例\n（2017年8月22日国务院令第685号公布）\n第一条 志愿者可以自行注册。"
GUANGDONG = "广东省志愿服务条例\n第一条 本省志愿者由团组织登记。"
GUANGZHOU = "广州市慈善促进条例\n第一条 本市鼓励慈善信托。"


def meant(asked: str, generation: Generation, *history: str) -> list[set[str]]:
    understood = understand(Question(asked, history), generation.tokenizer)
    return [set(route) for route in routes(understood, frozenset(), generation)]


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
    assert meant(asked, served)[0] == documents


def test_what_the_person_chose_goes_before_what_the_question_names(served: Generation) -> None:
    asked = understand(Question("梅州怎样应对人口老龄化？"), served.tokenizer)
    assert routes(asked, frozenset({WORKPLAN}), served) == (frozenset({WORKPLAN}),)


@pytest.fixture
def levels(tmp_path: Path, built: Path) -> Brain:
    return brain(tmp_path, built, NATION, GUANGDONG, GUANGZHOU)


def of(levels: Brain, *titles: str) -> set[str]:
    return {one.id for one in levels.generation.documents if one.title in titles}


@pytest.mark.parametrize(
    ("asked", "routes_by_title"),
    [
        ("《志愿服务条例》怎么说注册？", [("志愿服务条例",)]),
        ("国家的志愿服务条例怎么说注册？", [("志愿服务条例",)]),
        ("广东省志愿服务条例怎么说登记？", [("广东省志愿服务条例",)]),
        (
            "在东莞当志愿者去哪里登记？",  # a city of Guangdong, none of its own
            [("志愿服务条例", "广东省志愿服务条例")],
        ),
        (
            "广州的慈善信托有什么规定？",
            [
                ("广州市慈善促进条例",),
                ("志愿服务条例", "广东省志愿服务条例", "广州市慈善促进条例"),
            ],
        ),
    ],
)
def test_a_place_is_asked_of_its_own_documents_then_of_those_that_hold_there(
    levels: Brain, asked: str, routes_by_title: list[tuple[str, ...]]
) -> None:
    preferred = meant(asked, levels.generation)[: len(routes_by_title)]
    assert preferred == [of(levels, *titles) for titles in routes_by_title]


@pytest.mark.parametrize(
    "asked", ["广州的慈善信托有什么规定？", "《志愿服务条例》怎么说注册？", "志愿者怎么注册？"]
)
def test_all_documents_come_last_since_a_place_only_prefers(levels: Brain, asked: str) -> None:
    assert meant(asked, levels.generation)[-1] == set()


def test_a_place_that_no_document_speaks_of_is_asked_of_national_documents_only(
    levels: Brain,
) -> None:
    assert meant("杭州的志愿者怎么注册？", levels.generation)[-1] == of(levels, "志愿服务条例")


def test_a_title_tells_the_place_of_a_document_whose_region_was_misread(levels: Brain) -> None:
    (document,) = (one for one in levels.generation.documents if one.region == "广州市")
    assert is_about(replace(document, region="天河区"), "广州")
    assert not is_about(replace(document, region="天河区"), "东莞")


def test_a_follow_up_stays_with_the_document_of_the_question_before(levels: Brain) -> None:
    assert meant("那信托呢？", levels.generation, "广州的慈善有什么规定？")[0] == of(
        levels, "广州市慈善促进条例"
    )


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

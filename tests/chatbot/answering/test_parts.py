"""A reply is rendered from its parts: each quote before its source, a document named once."""

from dataclasses import replace

import pytest

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Fact, List, Part, Places, Quote, Reply, Row, rendered, shown
from chatbot.answering.replies import shortened
from index.spans import Span
from tests.index.written import plan

TEXT = "一、任务\n建设养老服务体系。\n完善机制。"
PLAN = plan(TEXT, "甲市规划", "a")
SOURCE = "——《甲市规划》“一、任务”"


def cited(*places: tuple[int, int], path: tuple[str, ...] = ("一、任务",)) -> tuple[Citation, ...]:
    return tuple(
        Citation(number, PLAN, path, Span(*place), TEXT[slice(*place)])
        for number, place in enumerate(places, 1)
    )


def test_a_quote_comes_before_its_source() -> None:
    assert (
        rendered((Quote((1,)),), cited((5, 14)))
        == "「建设养老服务体系。」[1]\n——《甲市规划》“一、任务”"
    )


def test_a_document_is_named_once() -> None:
    parts = (Quote((1,)), Quote((2,)))
    text = rendered(parts, cited((5, 14), (15, 20)))
    assert text.count("《甲市规划》") == 1
    assert text.endswith("「完善机制。」[2]\n——“一、任务”")


def test_a_list_is_told_with_its_opening_and_its_count() -> None:
    text = rendered((List((1, 2), intro=3),), cited((5, 14), (15, 20), (0, 4)))
    assert text.splitlines() == [
        "「一、任务」[3]",
        "共2项：",
        "1. 「建设养老服务体系。」[1]",
        "2. 「完善机制。」[2]",
        SOURCE,
    ]


@pytest.mark.parametrize(
    ("part", "places", "text"),
    [
        (
            Row(1, 2),
            ((5, 14), (0, 4)),
            f"「建设养老服务体系。」[1]\n「一、任务」[2]\n{SOURCE}",
        ),
        (
            Fact("文号", "甲〔2021〕3号", 1),
            ((0, 4),),
            f"文号：甲〔2021〕3号。\n「一、任务」[1]\n{SOURCE}",
        ),
        (Reply("没有找到。"), (), "没有找到。"),
        (
            Places("机制", 2, 2, (1,)),
            ((15, 20),),
            f"“机制”在已收录的规划文件里出现2次，这里列出前1处。\n「完善机制。」[1]\n{SOURCE}",
        ),
    ],
)
def test_each_part_tells_itself(part: Part, places: tuple[tuple[int, int], ...], text: str) -> None:
    assert rendered((part,), cited(*places)) == text


def test_a_second_place_does_not_name_its_document_again_whatever_part_it_is_in() -> None:
    there = cited((5, 14), (15, 20), (0, 4))
    elsewhere = replace(there[2], path=("二、措施",))
    parts = (Fact("文号", "甲〔2021〕3号", 1), Reply("又："), Places("机制", 2, 2, (2, 3)))
    quoted = [one for part in shown(parts, (*there[:2], elsewhere)) for one in part.quoted]
    assert [one.is_new for one in quoted] == [True, False, False]
    assert [one.path for one in quoted] == [("一、任务",), ("一、任务",), ("二、措施",)]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("甲县\t120", (("地区", "甲县"), ("床位", "120"))),
        ("甲县\t\t120", ()),
        ("甲县", ()),
    ],
)
def test_a_row_is_told_by_its_columns_where_its_cells_fit(
    row: str, cells: tuple[tuple[str, str], ...]
) -> None:
    table = plan(f"{row}\n地区\t床位", "甲市规划", "a")
    lines = (Span(0, len(row)), Span(len(row) + 1, len(table.text)))
    citations = tuple(
        Citation(number, table, (), line, line.cut(table.text))
        for number, line in enumerate(lines, 1)
    )
    (one,) = shown((Row(1, 2),), citations)
    assert one.cells == cells


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("甲市养老规划", "甲市养老规划"),
        (
            "甲市人民政府办公厅关于印发《甲市养老服务管理办法》的通知（甲府办规〔2021〕3号）",
            "甲市养老服务管理办法",
        ),
        (
            "甲市人民政府办公厅等部门关于印发甲市居家社区养老服务管理办法的通知",
            "甲市居家社区养老服务管理办法",
        ),
        ("甲市" + "很长的" * 12 + "规划", ("甲市" + "很长的" * 12)[:30] + "…"),
    ],
)
def test_a_long_title_is_shown_by_the_name_of_what_it_carries(title: str, name: str) -> None:
    assert shortened(title) == name


def test_what_is_cited_is_shown_and_what_is_shown_is_cited() -> None:
    with pytest.raises(ValueError, match="shown"):
        Answer("a", Outcome.ANSWERED, (Reply("如下。"),), "g", cited((5, 14)))


def test_an_answer_is_cited_and_only_an_answer_is() -> None:
    with pytest.raises(ValueError, match="an answer is cited"):
        Answer("a", Outcome.ANSWERED, (Reply("如下。"),), "g")
    with pytest.raises(ValueError, match="only an answer is cited"):
        Answer("a", Outcome.NOT_FOUND, (Quote((1,)),), "g", cited((5, 14)))


def test_a_citation_is_the_words_at_its_span_and_holds_what_answers() -> None:
    with pytest.raises(ValueError, match="exactly the words"):
        Citation(1, PLAN, (), Span(5, 14), "建设养老服务体系！")
    with pytest.raises(ValueError, match="stands in the quote"):
        Citation(1, PLAN, (), Span(5, 14), TEXT[5:14], key=Span(12, 16))

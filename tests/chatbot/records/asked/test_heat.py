"""The outline of each plan tells how often it was quoted from, in five steps and in numbers."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chatbot.records.asked.heat import HeatMap, heat_maps
from chatbot.records.asked.reviewing import Under
from index.outlining.outline import outline
from tests.index.stored import tiny
from tests.index.written import plan

TEXT = "一、任务\n(一)养老\n1.机构\n建设。\n2.社区\n建设。\n(二)儿童\n保障。\n二、保障\n加强领导。"
ELDERS, HOMES = ("一、任务", "(一)养老"), ("一、任务", "(一)养老", "1.机构")


def heat_map(cited: Mapping[Under, int]) -> HeatMap:
    document = plan(TEXT)
    generation = replace(tiny("g"), documents=(document,), outlines=(outline(document),))
    (found,) = heat_maps(generation, cited)
    return found


def test_what_is_quoted_from_below_a_heading_counts_for_it() -> None:
    found = heat_map({Under("plan", HOMES): 6, Under("plan", ELDERS): 4, Under("plan", ()): 1})
    assert found.times == 11
    assert [(row.level, row.heading, row.times) for row in found.rows] == [
        (1, "一、任务", 10),
        (2, "(一)养老", 10),
        (2, "(二)儿童", 0),
        (1, "二、保障", 0),
    ]


@pytest.mark.parametrize(("times", "step"), [(0, 0), (1, 1), (20, 1), (21, 2), (81, 5), (100, 5)])
def test_a_step_is_a_fifth_of_the_most_rounded_up(times: int, step: int) -> None:
    cited = {Under("plan", ("二、保障",)): 100, Under("plan", ELDERS): times}
    rows = {row.heading: row.step for row in heat_map(cited).rows}
    assert (rows["(一)养老"], rows["二、保障"]) == (step, 5)


def test_what_is_quoted_from_no_plan_served_warms_nothing() -> None:
    found = heat_map({Under("gone", ELDERS): 3, Under("plan", ("九、没有",)): 2})
    assert {row.step for row in found.rows} == {0}
    assert found.times == 2


def test_what_lies_below_a_heading_never_quoted_from_is_not_shown() -> None:
    rows = heat_map({Under("plan", ("二、保障",)): 2}).rows
    assert [row.heading for row in rows] == ["一、任务", "二、保障"]

"""A table of contents ends where its first entry comes again, or where text begins."""

import pytest

from index.outlining.contents import contents_span

BODY = "第一章 现状\n近年来，养老服务加快发展。\n第二章 任务\n建设机构。"


@pytest.mark.parametrize("heading", ["目录", "目 录", "目　　录", "目次"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("第一章 现状", "第二章 任务"),
        ("第一章 现状……………1", "第二章 任务……………12"),
        ("第一章 现状 ........ 3", "第二章 任务 ........ 5"),
        ("第一章　现状\t1", "第二章　任务\t9"),
        ("第一章 现状 - 1 -", "第二章 任务 - 14 -"),
    ],
)
def test_the_contents_end_before_the_first_entry_comes_again(
    heading: str, one: str, two: str
) -> None:
    text = f"云山市养老规划\n{heading}\n{one}\n{two}\n{BODY}"
    span = contents_span(text)
    assert span is not None
    assert span.cut(text).rstrip("\n") == f"{heading}\n{one}\n{two}"


def test_the_contents_end_before_the_first_sentence() -> None:
    text = "目录\n现状\n任务\n为了加快养老服务发展，制定本规划。\n一、要求"
    span = contents_span(text)
    assert span is not None
    assert span.cut(text).rstrip("\n") == "目录\n现状\n任务"


def test_a_plan_without_the_line_has_no_contents() -> None:
    assert contents_span(BODY) is None
    assert contents_span("公布权责目录\n" + BODY) is None
    assert contents_span("") is None


@pytest.mark.parametrize("text", ["目录", "目录\n", "目录\n第一章 现状", "规划\n目 录\n一、任务\n"])
def test_contents_at_the_very_end_stay_within_the_text(text: str) -> None:
    span = contents_span(text)
    assert span is not None
    assert span.end <= len(text)


def test_contents_without_that_line_are_known_by_their_pages() -> None:
    signs = enumerate("一二三四五", 3)
    entries = "\n".join(f"（{sign}）任务{sign}  - {page} -" for page, sign in signs)
    text = f"云山市养老规划\n{entries}\n（一）任务一\n建设机构。"
    span = contents_span(text)
    assert span is not None
    assert span.cut(text) == entries


@pytest.mark.parametrize(
    "lines",
    [
        ["（一）任务 - 3 -", "（二）队伍 - 4 -", "建设机构。"],  # too few to be contents
        ["增长 - 9 -", "下降 - 3 -", "持平 - 8 -", "其他 - 2 -", "合计 - 1 -"],  # not going up
        [f"{year}年，全市有养老机构{year - 2000}家。" for year in range(2015, 2025)],
    ],
)
def test_lines_that_end_with_figures_are_not_contents(lines: list[str]) -> None:
    assert contents_span("\n".join(lines)) is None


def test_figures_far_below_the_contents_belong_to_another_list() -> None:
    entries = "\n".join(f"（{sign}）任务 - {page} -" for page, sign in enumerate("一二三四五", 3))
    text = f"{entries}\n" + "建设养老机构。\n" * 20 + "（六）附表 - 90 -"
    span = contents_span(text)
    assert span is not None
    assert span.cut(text) == entries

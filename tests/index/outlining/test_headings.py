"""A heading ends before its text, on its own line or run into it; a title is found as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.outlining.headings import heading_end, title_span
from index.outlining.markers import Kind, find_markers


def heading(text: str) -> str:
    """The heading that the first marker of a text opens."""
    first, *rest = find_markers(text)
    limit = next((marker.start for marker in rest if marker.kind is first.kind), len(text))
    return text[first.start : heading_end(text, first, limit)].rstrip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、总体要求\n坚持需求导向。", "一、总体要求"),
        ("（二）主要目标\n", "（二）主要目标"),
        ("（一）健全救助制度。推进分层分类救助，完善低保制度。", "（一）健全救助制度。"),
        ("1.优化布局。按照服务半径设置养老站点。2.提升质量。", "1.优化布局。"),
        ("第三章 养老机构\n第九条 机构应当备案。", "第三章 养老机构"),
        ("第九条 机构应当依法备案。", "第九条"),
        ("一、元旦：1月1日放假，共1天。", "一、元旦："),
        ("（三）儿童保障　完善孤儿养育标准，开展关爱服务，健全工作机制。", "（三）儿童保障"),
        ("附件1\n任务分工表", "附件1\n任务分工表"),
        ("附件1\n一、任务分工", "附件1"),
        ("专栏2 养老服务工程\n新建机构五所。", "专栏2 养老服务工程"),
        ("二、加快发展银发经济，培育新业态", "二、加快发展银发经济，培育新业态"),
        ("一是补齐短板。在山区增设站点。", "一是补齐短板。"),
        ("——坚持共享。让成果惠及全体老年人。", "——坚持共享。"),
    ],
)
def test_a_heading_ends_where_its_text_begins(text: str, expected: str) -> None:
    assert heading(text) == expected


def test_a_sentence_behind_a_sign_names_it_unless_it_is_very_long() -> None:
    sentence = "各县（市、区）要把养老服务设施纳入国土空间规划，" * 8 + "统筹推进。"
    assert heading("（一）" + sentence) == f"（一）{sentence}"
    assert heading("（一）" + "，".join([sentence[:-1], sentence])) == "（一）"


def test_a_heading_never_runs_over_the_next_one() -> None:
    text = "一、现状 二、任务"
    first, *_ = find_markers(text)
    assert heading_end(text, first, text.index("二")) == text.index("二")


@given(
    st.lists(
        st.sampled_from(["一、", "（一）", "第九条 ", "养老", "。", "：", "\n", " "]), max_size=12
    )
)
def test_a_heading_lies_between_its_sign_and_the_end_of_its_line(pieces: list[str]) -> None:
    text = "一、" + "".join(pieces)
    for marker in find_markers(text):
        end = heading_end(text, marker, len(text))
        line_end = text.find("\n", marker.end)
        assert marker.end <= end <= (line_end if line_end >= 0 else len(text))
        assert marker.kind is not Kind.ARTICLE or end == marker.end


@pytest.mark.parametrize(
    "top",
    [
        "云山市养老服务规划",
        "云山市\n养老服务规划",
        "# 云山市养老服务规划",
        "云 山 市 养 老 服 务 规 划",
        "云山市养老服务规划\n云山市养老服务规划",
    ],
)
def test_a_title_is_found_as_the_text_shows_it(top: str) -> None:
    text = f"{top}\n一、任务"
    span = title_span(text, "云山市养老服务规划")
    assert span is not None
    assert span.cut(text).strip() == top


def test_a_title_that_the_text_does_not_open_with_has_no_place() -> None:
    assert title_span("关于养老服务\n云山市养老服务规划", "云山市养老服务规划") is None
    assert title_span("云山市养老", "云山市养老服务规划") is None
    assert title_span("云山市养老服务规划", "") is None

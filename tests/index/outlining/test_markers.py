"""A marker is a sign of numbering that stands where a heading may begin."""

import pytest

from index.outlining.markers import Kind, bare, find_markers


def test_markers_know_their_kind_and_number() -> None:
    text = "第十二章 总则\n一、要求\n（三）原则\n4.目标\n③指标"
    found = [(marker.kind, marker.number) for marker in find_markers(text)]
    assert found == [
        (Kind.CHAPTER, 12),
        (Kind.HAN, 1),
        (Kind.HAN_IN_BRACKETS, 3),
        (Kind.ARABIC, 4),
        (Kind.CIRCLED, 3),
    ]


@pytest.mark.parametrize(
    "text",
    ["到2025年达到95.5%", "第一产业", "三大攻坚战", "共建共治共享", "一、二、三产业", "1.5万元"],
)
def test_a_figure_in_passing_is_no_marker(text: str) -> None:
    assert find_markers(f"推进{text}的工作") == []


def test_a_sign_in_the_middle_of_a_line_needs_an_end_before_it() -> None:
    assert [marker.number for marker in find_markers("1.经济下行。2.人口老龄化。")] == [1, 2]
    assert [marker.number for marker in find_markers("1.经济下行2.人口老龄化")] == [1]


def test_a_label_counts_when_it_comes_again() -> None:
    once = "1.摸底\n责任科室:养老科。"
    assert Kind.LABEL not in {marker.kind for marker in find_markers(once)}
    assert Kind.LABEL in {
        marker.kind for marker in find_markers(f"{once}\n2.汇总\n责任科室:财务科。")
    }


def test_numbers_with_points_count_by_their_last() -> None:
    found = find_markers("1.出生登记\n1.1 国内出生\n1.1.1随父落户\n1.1.2 随母落户\n1.2 国外出生")
    assert [(marker.kind, marker.number) for marker in found] == [
        (Kind.ARABIC, 1),
        (Kind.DECIMAL, 1),
        (Kind.DECIMAL_DEEPER, 1),
        (Kind.DECIMAL_DEEPER, 2),
        (Kind.DECIMAL, 2),
    ]


@pytest.mark.parametrize("line", ["1.5万元的补助。", "2.3 亿元。", "3.1%的增速", "2.5个", "1.2"])
def test_a_figure_that_opens_a_line_is_no_marker(line: str) -> None:
    assert find_markers(line) == []


@pytest.mark.parametrize("line", ["第〇章 总则", "0. 前言", "（0）前言"])
def test_a_number_that_no_list_begins_with_is_no_marker(line: str) -> None:
    assert find_markers(line) == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("(二)构建大养老体系", "构建大养老体系"),
        ("第三章　养老机构：", "养老机构"),
        ("专栏2 养老服务工程", "养老服务工程"),
        ("（一）", ""),
        ("养老机构", "养老机构"),
    ],
)
def test_a_heading_is_known_without_its_sign(heading: str, words: str) -> None:
    assert bare(heading) == words

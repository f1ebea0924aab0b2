"""Paragraphs that each open with a catchword sentence are a list without numbers."""

import pytest

from index.outlining.leads import lead_markers

LEADS = (
    "政府主导，社会参与。强化政府保基本的责任，引导社会力量兴办养老机构。",
    "需求导向，精准服务。以老年人需要为中心，完善供给。",
    "城乡统筹，均衡发展。公共资源向农村倾斜，缩小差距。",
)


def found(text: str) -> list[tuple[str, int]]:
    return [(words, number) for _, _, words, number in lead_markers(text, 0, len(text))]


def test_three_paragraphs_that_open_with_a_catchword_are_a_numbered_list() -> None:
    assert found("\n".join(LEADS)) == [
        ("政府主导，社会参与", 1),
        ("需求导向，精准服务", 2),
        ("城乡统筹，均衡发展", 3),
    ]


def test_a_lead_stands_where_its_catchword_stands() -> None:
    text = "　　" + "\n\n　　".join(LEADS)
    for start, end, words, _ in lead_markers(text, 0, len(text)):
        assert text[start:end] == words + "。"


@pytest.mark.parametrize(
    "lines",
    [
        LEADS[:2],
        (*LEADS, "以上原则，要贯穿养老服务发展的全过程"),
        (*LEADS[:2], "到2025年，全市养老床位达到五千张，其中护理型床位占比不低于六成；"),
        ("加强领导。", "加大投入。", "严格督查。"),
        ("“老有所养”。要让老年人安享晚年，共享发展。",) * 3,
        (),
    ],
)
def test_a_paragraph_that_opens_otherwise_makes_it_no_list(lines: tuple[str, ...]) -> None:
    assert found("\n".join(lines)) == []


def test_only_the_part_asked_for_is_looked_at() -> None:
    before, text = "本市坚持以下原则", "\n".join(LEADS)
    whole = f"{before}\n{text}"
    assert list(lead_markers(whole, 0, len(whole))) == []
    assert len(list(lead_markers(whole, len(before) + 1, len(whole)))) == 3

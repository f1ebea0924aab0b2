"""Rituals, addressees and signatures are told from what a plan itself lays down."""

import pytest

from index.spans import Span
from index.tagging import Tag, is_ritual, tag


def tagged(words: str, *path: str, after: str = "") -> Tag:
    text = f"云山市养老规划\n{words}{after}"
    return tag(text, path, Span(8, 8 + len(words)))


@pytest.mark.parametrize(
    "words",
    [
        "各县（市、区）人民政府，市政府各部门、各直属机构：",
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
        "本市各有关单位、各民办养老机构:",
        "全市各级民政部门：",
    ],
)
def test_those_a_letter_is_addressed_to_are_addressees(words: str) -> None:
    assert tagged(words, after="\n为加强管理，现通知如下。") is Tag.ADDRESSEES


@pytest.mark.parametrize(
    "words",
    [
        "云山市人民政府办公室\n2022年3月1日",
        "云山市民政局　　二〇二二年三月一日",
        "中共云山市委\n云山市人民政府\n二○二二年三月",
    ],
)
def test_a_body_and_a_date_at_the_end_are_a_signature(words: str) -> None:
    assert tagged(words) is Tag.SIGNATURE
    assert tagged(words, after="\n \n") is Tag.SIGNATURE
    assert tagged(words, after="\n附件1") is Tag.MATTER


@pytest.mark.parametrize(
    "words",
    ["本办法自2022年3月1日起施行。", "完成时限：2022年3月1日，由市民政局负责落实", "云山市民政局"],
)
def test_a_last_line_that_says_something_is_no_signature(words: str) -> None:
    assert tagged(words) is Tag.MATTER


RITUAL = "以党的创新理论为指导，全面贯彻党的大会精神，坚持稳中求进。"


def test_a_ritual_stands_under_a_heading_of_rituals() -> None:
    assert tagged(RITUAL, "一、总体要求", "（一）指导思想") is Tag.RITUAL
    assert tagged(RITUAL, "二、主要任务") is Tag.MATTER
    assert tagged(RITUAL) is Tag.MATTER


@pytest.mark.parametrize(
    "words",
    [
        "以需求为导向，到2025年建成养老机构50家，深入贯彻规划精神。",
        "养老机构应当以老年人安全为指引，每年开展两次演练。",
        "完善居家养老服务。",
        "由市民政局负责，以示范为引领。",
    ],
)
def test_what_lays_something_down_is_no_ritual(words: str) -> None:
    assert not is_ritual(words)
    assert tagged(words, "（一）指导思想") is Tag.MATTER

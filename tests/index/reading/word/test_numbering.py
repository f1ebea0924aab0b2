"""The numbers that Word counts itself stand before their paragraphs, as Word prints them."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from index.reading.word.numbering import written
from tests.index.reading.word.word_files import DECLARED, paragraph, put, saved, texts

Level = tuple[str, str]  # format, text
ARTICLES: tuple[Level, ...] = (("chineseCountingThousand", "第%1条"),)
NESTED: tuple[Level, ...] = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)


def numbered(
    folder: Path,
    levels: tuple[Level, ...],
    *items: tuple[int, str],
    extra: str = "",
    lists: str = '<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>',
) -> Path:
    """A file of paragraphs (level, text) counted in a list of these levels; level -1 is plain."""
    document = docx.Document()
    part = document.part.numbering_part.element
    for one in list(part):
        part.remove(one)
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="90">{inside}</w:abstractNum>'
    for one in parse_xml(f"<w:numbering {DECLARED}>{abstract}{lists}</w:numbering>"):
        part.append(one)
    for level, text in items:
        list_id, depth = (91, level) if level < 10 else (92, level - 10)
        own = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        put(document, paragraph(text, own if level >= 0 else ""))
    return saved(document, folder)


def test_articles_are_counted(tmp_path: Path) -> None:
    file = numbered(tmp_path, ARTICLES, (0, "为了规范。"), (-1, "说明。"), (0, "本办法。"))
    assert texts(file) == ["第一条为了规范。", "说明。", "第二条本办法。"]


def test_a_deeper_level_begins_again_under_a_new_parent(tmp_path: Path) -> None:
    items = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (0, "戊"), (1, "己"), (2, "庚")]
    assert texts(numbered(tmp_path, NESTED, *items)) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "二、戊",
        "（一）己",
        "1.庚",
    ]


def test_a_level_that_never_begins_again_counts_through_the_chapters(tmp_path: Path) -> None:
    law = (("chineseCounting", "第%1章"), ("chineseCounting", "第%2条"))
    items = [(0, "总则"), (1, "甲"), (1, "乙"), (0, "分则"), (1, "丙")]
    file = numbered(tmp_path, law, *items, extra='<w:lvlRestart w:val="0"/>')
    assert texts(file) == ["第一章总则", "第一条甲", "第二条乙", "第二章分则", "第三条丙"]


def test_a_number_may_name_its_parents(tmp_path: Path) -> None:
    levels = (("decimal", "%1"), ("decimal", "%1.%2"))
    items = [(0, "甲"), (1, "乙"), (0, "丙"), (1, "丁")]
    assert texts(numbered(tmp_path, levels, *items)) == ["1甲", "1.1乙", "2丙", "2.1丁"]


def test_bullets_are_dots(tmp_path: Path) -> None:
    assert texts(numbered(tmp_path, (("bullet", "x"),), (0, "甲"), (0, "乙"))) == ["·甲", "·乙"]


def test_an_empty_numbered_paragraph_takes_its_number(tmp_path: Path) -> None:
    file = numbered(tmp_path, ARTICLES, (0, "甲"), (0, ""), (0, "乙"))
    assert texts(file) == ["第一条甲", "第三条乙"]


def test_a_second_list_with_a_start_of_its_own_begins_there(tmp_path: Path) -> None:
    lists = (
        '<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>'
        '<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    items = [(0, "甲"), (0, "乙"), (10, "丙"), (10, "丁")]
    file = numbered(tmp_path, ARTICLES, *items, lists=lists)
    assert texts(file) == ["第一条甲", "第二条乙", "第一条丙", "第二条丁"]


def test_a_second_list_of_the_same_kind_counts_on(tmp_path: Path) -> None:
    lists = "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="90"/></w:num>' for name in (91, 92)
    )
    file = numbered(tmp_path, ARTICLES, (0, "甲"), (10, "乙"), (0, "丙"), lists=lists)
    assert texts(file) == ["第一条甲", "第二条乙", "第三条丙"]


def test_a_list_that_is_not_defined_numbers_nothing(tmp_path: Path) -> None:
    file = numbered(tmp_path, ARTICLES, (10, "甲"), (0, "乙"))
    assert texts(file) == ["甲", "第一条乙"]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (11, "japaneseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (99, "ideographDigital", "九十九"),
        (100, "chineseCountingThousand", "一百"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1260, "chineseCountingThousand", "一千二百六十"),
        (2, "decimalEnclosedCircle", "②"),
        (3, "lowerLetter", "c"),
        (3, "upperLetter", "C"),
        (7, "decimal", "7"),
        (7, "none", ""),
        (7, "unheardOf", "7"),
    ],
)
def test_a_number_is_written_in_words_format(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected

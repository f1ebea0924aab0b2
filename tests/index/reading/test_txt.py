"""Text and Markdown: every encoding an office writes, wrapped lines joined, drawn rows seen."""

import time
from pathlib import Path

import pytest

from index.errors import PlanFileUnreadable
from index.reading.paragraphs import Paragraph, Role
from index.reading.txt import read

SENTENCE = "健全居家社区机构相协调、医养康养相结合的养老服务体系，推动养老事业和养老产业协同发展"


def lines(
    folder: Path, text: str, name: str = "规划.txt", encoding: str = "utf-8"
) -> list[Paragraph]:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return list(read(file))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_every_encoding_of_chinese_offices_is_read(tmp_path: Path, encoding: str) -> None:
    assert lines(tmp_path, "养老\r\n托育", encoding=encoding) == [
        Paragraph("养老"),
        Paragraph("托育"),
    ]


@pytest.mark.parametrize("content", [b"\xff\xff\xff", b"abc\0", b"\xff\xfea", b"\xef\xbb\xbf\xff"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "规划.txt"
    file.write_bytes(content)
    with pytest.raises(PlanFileUnreadable, match=r"规划\.txt"):
        read(file)


@pytest.mark.parametrize(
    ("content", "fault"),
    [("养老" * 2**20 + "。", "文字超过 6 MB"), ("养老\n" * 50_001, "有 50001 行")],
)
def test_a_text_too_long_for_a_plan_is_refused(tmp_path: Path, content: str, fault: str) -> None:
    with pytest.raises(PlanFileUnreadable, match=f"{fault}.*请拆成几份再放入"):
        lines(tmp_path, content)


def test_markdown_headings_have_their_level(tmp_path: Path) -> None:
    assert lines(tmp_path, "# 规划\n正文#不是\n### 目标\n#没有空格", "规划.md") == [
        Paragraph("规划", Role.HEADING, 1),
        Paragraph("正文#不是"),
        Paragraph("目标", Role.HEADING, 3),
        Paragraph("#没有空格"),
    ]


def test_a_comment_of_markdown_is_left_out(tmp_path: Path) -> None:
    assert lines(tmp_path, "甲\n<!-- 说明 -->\n乙", "规划.md") == [Paragraph("甲"), Paragraph("乙")]


def test_front_matter_is_information_and_a_quotation_above_the_text_a_note(tmp_path: Path) -> None:
    front = "---\ntitle: 养老规划\n\ntags:\n  - 养老\n---"
    text = (
        f"{front}\n> 转载自本网\n# **养老**规划\n> 老有所养\n\n|指标|目标|\n|--|--|\n|**床位**|8|"
    )
    assert lines(tmp_path, text, "规划.md") == [
        *(Paragraph(line, Role.INFORMATION) for line in front.split("\n")[1:-1] if line),
        Paragraph("转载自本网", is_outside=True),
        Paragraph("养老规划", Role.HEADING, 1),
        Paragraph("老有所养"),
        Paragraph(""),
        Paragraph("指标\t目标", Role.TABLE_HEADER, table=1),
        Paragraph("床位\t8", Role.TABLE_ROW, table=1),
    ]


@pytest.mark.parametrize("text", ["---\n规划: 养老", "---\n为老年人办实事\n---\n规划: 养老"])
def test_a_rule_above_text_opens_no_front_matter(tmp_path: Path, text: str) -> None:
    found = lines(tmp_path, text, "规划.md")
    assert {line.role for line in found} == {Role.TEXT}
    assert found[-1] == Paragraph("规划: 养老")


def test_a_number_sign_in_plain_text_is_no_heading(tmp_path: Path) -> None:
    assert lines(tmp_path, "# 规划") == [Paragraph("# 规划")]


def test_lines_wrapped_at_a_fixed_width_are_joined(tmp_path: Path) -> None:
    paragraph = "　　" + SENTENCE * 5 + "。"
    wrapped = "\n".join(paragraph[at : at + 30] for at in range(0, len(paragraph), 30))
    found = lines(tmp_path, f"{wrapped}\n\n{wrapped}\n{wrapped}")
    assert [line.text for line in found if line.text] == [paragraph] * 3


def test_latin_words_at_the_break_of_a_wrapped_line_keep_a_space(tmp_path: Path) -> None:
    full = "健全居家社区机构相协调的养老服务体系推动事业和产业协 plan"
    text = "\n".join(["　　" + full[2:], *["text " + full[5:]] * 12])
    found = lines(tmp_path, text)
    assert len(found) == 1
    assert found[0].text.count("plan text") == 12


def test_short_lines_are_left_as_they_are(tmp_path: Path) -> None:
    words = [f"第{number}条 {SENTENCE[: 3 + number]}" for number in range(20)]
    assert [line.text for line in lines(tmp_path, "\n".join(words))] == words


def test_lines_that_end_with_their_sentence_are_not_joined(tmp_path: Path) -> None:
    words = [SENTENCE[:29] + "。"] * 20
    assert [line.text for line in lines(tmp_path, "\n".join(words))] == words


def test_rows_between_bars_are_rows_of_a_table(tmp_path: Path) -> None:
    drawn = "表一\n|指标 |2025年 |\n|床  位|8|\n|  |  |\n正文"
    assert lines(tmp_path, drawn) == [
        Paragraph("表一"),
        Paragraph("指标\t2025年", Role.TABLE_HEADER, table=1),
        Paragraph("床 位\t8", Role.TABLE_ROW, table=1),
        Paragraph("正文"),
    ]


def test_lines_with_gaps_below_one_another_are_rows_of_a_table(tmp_path: Path) -> None:
    drawn = "单位：张\n指标    2020年   2025年\n床位      5        8\n机构      6        9\n正文。"
    assert [line.text for line in lines(tmp_path, drawn)] == [
        "单位：张",
        "指标\t2020年\t2025年",
        "床位\t5\t8",
        "机构\t6\t9",
        "正文。",
    ]


def test_cells_one_a_line_below_a_serial_number_are_rows_of_a_table(tmp_path: Path) -> None:
    stacked = "任务表\n序号\n任务\n单位\n\n1\n助餐\n民政局\n2\n托育\n卫健委\n3\n康复\n残联\n正文。"
    found = lines(tmp_path, stacked)
    assert [line.text for line in found] == [
        "任务表",
        "序号\t任务\t单位",
        "1\t助餐\t民政局",
        "2\t托育\t卫健委",
        "3\t康复\t残联",
        "正文。",
    ]
    assert [line.role for line in found[1:3]] == [Role.TABLE_HEADER, Role.TABLE_ROW]


@pytest.mark.parametrize(
    "words",
    [
        ["床位   5   8", "机构   6   9", "以上按年度统计。   见表   （一）"],
        ["序号", "任务", "单位", "1", "助餐", "民政局", "2", "托育", "卫健委", "正文。"],
    ],
)
def test_what_is_drawn_like_a_table_but_too_short_for_one_stays_lines(
    tmp_path: Path, words: list[str]
) -> None:
    assert lines(tmp_path, "\n".join(words)) == [Paragraph(line) for line in words]


def test_a_drawn_table_may_stand_at_the_very_end(tmp_path: Path) -> None:
    found = lines(tmp_path, "指标   2020年   2025年\n床位   5   8\n机构   6   9")
    assert [line.text for line in found] == ["指标\t2020年\t2025年", "床位\t5\t8", "机构\t6\t9"]


def test_numbered_lines_that_are_no_table_stay_lines(tmp_path: Path) -> None:
    words = ["序号", "1", "甲", "2", "乙的说明", "丙", "3"]
    assert [line.text for line in lines(tmp_path, "\n".join(words))] == words


@pytest.mark.parametrize("sign", ["|", "|a", "a", "<!--", "-->", "# ", " ", "一"])
@pytest.mark.parametrize("name", ["规划.txt", "规划.md"])
def test_a_line_of_half_a_million_signs_is_read_at_once(
    tmp_path: Path, sign: str, name: str
) -> None:
    begun = time.perf_counter()
    lines(tmp_path, "|" + sign * 250_000 + "尾", name)
    lines(tmp_path, sign * 250_000, name)
    assert time.perf_counter() - begun < 3

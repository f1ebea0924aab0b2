"""Comparing two versions at the command line tells what matters first."""

import json
from pathlib import Path

import docx
import pytest

from index.intake.documents import read_document
from tests.chatbot.cli.desk import Desk, assert_refused

OLD = (
    "云山市志愿服务条例\n第一条 志愿者应当接受培训。\n第二条 违反规定的，处五百元以下的罚款。\n"
    "第三条 市民政局每年3月31日前公布名单。\n第四条 本条例自公布之日起施行。"
)
NEW = (
    "云山市志愿服务条例\n第一条 志愿者可以接受培训。\n第二条 本市鼓励企业支持志愿服务活动。\n"
    "第三条 违反规定的，处五千元以下的罚款。\n第四条 市民政局每年3月31日前公布名单。\n"
    "第五条 本条例自公布之日起施行。"
)
PLAN, WORKPLAN = (
    "meizhou-civil-affairs-14fyp-draft-summary",
    "civil-affairs-14fyp-drafting-workplan",
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def compared(desk: Desk, *arguments: str | Path) -> str:
    done = desk.run("compare", *arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_summary_comes_first_and_renumbering_last(desk: Desk, files: tuple[Path, Path]) -> None:
    shown = compared(desk, *files)
    assert shown.splitlines() == [
        "旧：《云山市志愿服务条例》（旧.txt）　新：《云山市志愿服务条例》（新.txt）",
        "共 6 处改动，其中实质改动 3 处：数字 1，义务用词 1，新增 1，编号 3。",
        "",
        "数字（1 处）",
        "  第二条 → 第三条：五百 → 五千",
        "",
        "义务用词（1 处）",
        "  第一条：应当 → 可以",
        "",
        "新增（1 处）",
        "  第二条：本市鼓励企业支持志愿服务活动。",
        "",
        "编号（3 处）",
        "  第二条至第四条 → 第三条至第五条",
        "",
        "逐处对照（编号的变化见上）",
        "1. 第一条｜义务用词：志愿者【应当 → 可以】接受培训。",
        "2. 第二条｜新增：本市鼓励企业支持志愿服务活动。",
        "3. 第二条 → 第三条｜数字：违反规定的，处【五百 → 五千】元以下的罚款。",
    ]


def test_the_summary_of_a_number_leaves_out_what_only_reads_otherwise(
    desk: Desk, files: tuple[Path, Path]
) -> None:
    rule = "违反规定的，处五百元以下的罚款"
    changed = OLD.replace(rule, "违反了规定的，可以处五千元以下罚款")
    files[1].write_text(changed, encoding="utf-8")
    assert "  第二条：增“可以”；五百 → 五千" in compared(desk, *files).splitlines()


def test_a_version_beside_itself_is_the_same(desk: Desk, files: tuple[Path, Path]) -> None:
    assert compared(desk, files[0], files[0]).splitlines()[1] == "两个版本内容相同（空白不计）。"


def test_json_tells_where_every_change_stands(desk: Desk, files: tuple[Path, Path]) -> None:
    told = json.loads(compared(desk, "--json", *files))
    texts = [read_document(file, "x", None).text for file in files]
    assert told["summary"][0] == {"topic": "number", "name": "数字", "count": 1}
    for change in told["changes"]:
        for part in (change, *change["pieces"]):
            for side, text in zip(("old", "new"), texts, strict=True):
                if place := part[side]:
                    assert text[place["start"] : place["end"]] == place["text"]


def test_a_page_and_a_word_file_are_written(
    desk: Desk, files: tuple[Path, Path], tmp_path: Path
) -> None:
    page, word = tmp_path / "对照.html", tmp_path / "对照.docx"
    compared(desk, *files, "--html", page, "--docx", word)
    assert "<del>五百</del>" in page.read_text(encoding="utf-8")
    assert docx.Document(str(word)).tables[0].rows[0].cells[0].text == "旧"


def test_documents_of_the_shelf_are_named_by_their_ids(real_desk: Desk) -> None:
    assert "两个版本内容相同" in compared(real_desk, PLAN, PLAN)
    assert "实质改动" in compared(real_desk, WORKPLAN, PLAN)


def test_a_version_that_is_not_there_is_refused(real_desk: Desk, files: tuple[Path, Path]) -> None:
    assert_refused(real_desk.run("compare", files[0], "没有"), "没有", PLAN)


def test_a_folder_that_is_not_there_is_told(
    desk: Desk, files: tuple[Path, Path], tmp_path: Path
) -> None:
    done = desk.run("compare", *files, "--html", tmp_path / "无" / "对照.html")
    assert_refused(done, "对照.html", "写不进去")

"""Each finding counts once, as what a reader has to do about it; the worst draft stands first."""

from dataclasses import replace
from pathlib import Path

from chatbot.desk.wording.desk import WordingDesk
from chatbot.records.batch import Batch, Noted
from chatbot.records.checks import Counts, SavedCheck
from chatbot.told.saved.check_rows import (
    KINDS,
    SUMMARY,
    counts_of,
    counts_told,
    finding_rows,
    noted,
    summary_rows,
    worst_first,
)
from index.served import ServedShelf

DRAFT = (
    "持续开展民政系统职业道德教育。\n"
    "各级党委、政府每年听取两次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。\n"
    "完善民政领域的社会治理，发挥民政在基层社会治理中的职责作用，创新基层社会治理体制机制，"
    "提升基本社会服务水平。\n今年全市将新建五十个长者饭堂。"
)


def check(name: str, counts: Counts, fault: str = "") -> SavedCheck:
    generation = "" if fault else "g1"
    return SavedCheck(name, name, "王芳", "", "", "", counts, generation, "b", fault)


def test_every_finding_is_of_one_kind_and_told_in_both_words(built: Path) -> None:
    findings = WordingDesk(ServedShelf(built)).check(DRAFT)
    assert counts_of(findings) == Counts(substance=1, absent=1, small=1, verbatim=1)
    rows = noted(findings)
    assert [row.kind for row in rows] == ["verbatim", "substance", "small", "absent"]
    assert (rows[1].words, "听取一次" in rows[1].plan) == (findings[1].text, True)
    assert rows[1].source.startswith("《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第")
    assert counts_told(counts_of(findings)) == "实质出入 1，未见 1，只是标点写法 1，一致 1"


def test_the_worst_comes_first_and_what_was_not_checked_last() -> None:
    good, bad, absent = check("好", Counts()), check("坏", Counts(2)), check("无", Counts(0, 3))
    failed = check("读不了", Counts(), "读不懂")
    assert worst_first([failed, good, absent, bad]) == [bad, absent, good, failed]


def test_the_rows_of_both_sheets_have_a_cell_under_each_head() -> None:
    one = check("甲", Counts(1, 2, 3, 4))
    checks = (one, check("乙", Counts(), "读不懂"), replace(one, id="丙", name="丙", generation=""))
    batch = Batch("b", "三份", "王芳", "", "", "", False, checks)
    assert [row for row in summary_rows(batch) if len(row) != len(SUMMARY)] == []
    assert next(iter(summary_rows(batch))) == ("甲", 1, 2, 3, 4, "")
    assert {row[-1] for row in summary_rows(batch)} == {"", "读不懂", "还没有核对"}
    found = {"甲": (Noted(next(iter(KINDS)), "有出入", "两次", "一次", "《规划》"),)}
    assert list(finding_rows(batch, found)) == [("甲", 1, "有出入", "两次", "一次", "《规划》")]

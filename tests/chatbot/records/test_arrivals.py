"""A plan is told of once when it is first served, and again when its text has changed."""

from dataclasses import replace
from pathlib import Path

from chatbot.records.arrivals import Arrivals
from tests.index.written import plan


def test_each_text_of_a_plan_is_told_of_once(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path / "records.db", lambda: 1_800_000_000)
    first, second = (plan("一、总则。", f"{name}规划", name) for name in ("甲", "乙"))
    arrivals.note((first,))
    arrivals.note((first, second))
    arrivals.note((replace(first, sha256="another"), second))
    told = [(one.title, one.is_change) for one in arrivals.newest(9)]
    assert told == [("甲规划", True), ("乙规划", False), ("甲规划", False)]
    assert len(arrivals.newest(1)) == 1
    assert arrivals.newest(1)[0].at == "2027-01-15T08:00:00+00:00"

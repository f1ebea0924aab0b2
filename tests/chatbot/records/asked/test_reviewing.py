"""What was asked is listed once each, by day, outcome, rating and mark, and in time forgotten."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quote
from chatbot.records.asked.counting import Day
from chatbot.records.asked.questions import Records
from chatbot.records.asked.reviewing import Order, Rating, Under, Wanted
from index.spans import Span
from tests.chatbot.records.writing import refusal
from tests.index.written import plan

CITED = Citation(
    1, plan("构建养老服务体系。", document_id="p"), ("一、任务",), Span(0, 4), "构建养老"
)
EVENING = "2026-01-02T16:30:00+00:00"  # half past midnight on the third, in China


def answer(name: str) -> Answer:
    return Answer(name, Outcome.ANSWERED, (Quote((1,)),), "g", (CITED,), pin=7)


class Asking:
    """Records whose clock stands at the moments given, one a question."""

    def __init__(self, file: Path, keep_days: int = 0) -> None:
        self.now = "2026-01-02T03:04:05+00:00"
        self.records = Records(file, clock=lambda: self.now, keep_days=keep_days)

    def ask(self, question: str, found: Answer, at: str = "") -> None:
        self.now = at or self.now
        self.records.keep_question(question, found)

    def listed(self, **wanted: object) -> list[str]:
        found, total = self.records.asked(Wanted(**wanted), most=50)  # type: ignore[arg-type]
        assert total == len(found)
        return [one.question for one in found]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "records.db"


@pytest.fixture
def asking(file: Path) -> Iterator[Asking]:
    made = Asking(file)
    made.ask("怎么养老？", answer("a1"))
    made.ask("津贴多少？", refusal("n1"), EVENING)
    made.ask("怎么养老？", answer("a1"))
    yield made


def test_a_question_asked_twice_is_listed_once_with_its_count(asking: Asking) -> None:
    (often, once), total = asking.records.asked(Wanted(), most=50)
    assert (total, often.question, often.times, once.times) == (2, "怎么养老？", 2, 1)
    assert (often.outcome, often.under, often.pin) == (
        Outcome.ANSWERED,
        (Under("p", ("一、任务",)),),
        7,
    )
    assert (often.first, often.last) == ("2026-01-02T03:04:05+00:00", EVENING)


def test_each_filter_keeps_what_it_names(asking: Asking) -> None:
    asking.records.keep_feedback("a1", helpful=True)
    asking.records.keep_feedback("a1", helpful=False, comment="看不懂")
    asking.records.handle("津贴多少？", "王芳", "已转民政科")
    assert asking.listed(outcome=Outcome.ANSWERED) == ["怎么养老？"]
    assert asking.listed(outcome=Outcome.NOT_FOUND) == ["津贴多少？"]
    assert asking.listed(rating=Rating.HELPED) == ["怎么养老？"]
    assert asking.listed(rating=Rating.NOT_HELPED) == ["怎么养老？"]
    assert asking.listed(rating=Rating.UNRATED) == ["津贴多少？"]
    assert asking.listed(handled=True) == ["津贴多少？"]
    assert asking.listed(handled=False) == ["怎么养老？"]
    assert asking.listed(words="津贴") == ["津贴多少？"]
    assert asking.listed(words="%") == []
    assert asking.listed(words="_") == []


def test_a_day_begins_at_midnight_in_china(asking: Asking) -> None:
    second, third = date(2026, 1, 2), date(2026, 1, 3)
    assert asking.listed(last=second) == ["怎么养老？"]
    assert asking.listed(first=third) == ["怎么养老？", "津贴多少？"]
    assert asking.records.days(Wanted()) == (Day(second, 1, 1), Day(third, 2, 1))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-04T23:00:00+00:00", date(2026, 3, 5)),  # seven in the morning in China
        ("2026-03-05T15:59:59+00:00", date(2026, 3, 5)),
        ("2026-03-05T16:00:00+00:00", date(2026, 3, 6)),
    ],
)
def test_a_question_counts_for_the_day_that_it_is_in_china(
    asking: Asking, moment: str, day: date
) -> None:
    asking.ask("几点开门？", answer("a2"), moment)
    that_day = Wanted(day, day)
    assert asking.listed(first=day, last=day) == ["几点开门？"]
    assert asking.records.days(that_day) == (Day(day, 1, 1),)
    assert asking.records.cited(that_day) == {Under("p", ("一、任务",)): 1}


def test_pages_follow_one_another_and_each_tells_the_whole_count(asking: Asking) -> None:
    asking.ask("低保怎么办？", refusal("n2"))
    pages = [asking.records.asked(Wanted(order=Order.OFTEN), 1, skip) for skip in range(4)]
    assert [[one.question for one in found] for found, _ in pages] == [
        ["怎么养老？"],
        ["低保怎么办？"],
        ["津贴多少？"],
        [],
    ]
    assert [total for _, total in pages] == [3, 3, 3, 3]


def test_ratings_are_counted_with_their_reasons(asking: Asking) -> None:
    for reason in ("看不懂", "不够完整", "看不懂"):
        asking.records.keep_feedback("a1", helpful=False, comment=reason)
    asking.records.keep_feedback("a1", helpful=True)
    ((found, _), _) = asking.records.asked(Wanted(), most=50)
    assert (found.helped, found.not_helped) == (1, 3)
    assert found.reasons == (("看不懂", 2), ("不够完整", 1))


def test_a_mark_tells_how_often_the_question_came_again_and_can_be_taken_back(
    asking: Asking,
) -> None:
    assert asking.records.handle("津贴多少？", "王芳", "回电13812345678")
    asking.ask("津贴多少？", refusal("n1"))
    ((found, _), _) = asking.records.asked(Wanted(), most=50)
    assert found.handled is not None
    assert (found.handled.by, found.handled.note) == ("王芳", "回电＊＊＊＊＊＊＊＊＊＊＊")
    assert found.since == 1
    assert asking.records.reopen("津贴多少？")
    assert not asking.records.reopen("津贴多少？")
    assert not asking.records.handle("没有人问过", "王芳", "")


def test_a_question_of_two_lines_is_found_again_however_its_lines_end(asking: Asking) -> None:
    for question in ("甲\n乙", "甲\r\n乙"):
        asking.ask(question, refusal("n3"))
    assert asking.records.handle("甲\r\n乙", "王芳", "")
    assert asking.listed(handled=True) == ["甲\n乙"]
    assert asking.records.reopen("甲\r乙")


def test_answers_are_counted_by_the_heading_quoted_from(asking: Asking) -> None:
    assert asking.records.cited(Wanted()) == {Under("p", ("一、任务",)): 2}
    assert asking.records.cited(Wanted(first=date(2026, 1, 4))) == {}


def test_a_file_of_an_older_version_gains_its_columns_and_keeps_its_rows(file: Path) -> None:
    with closing(sqlite3.connect(file)) as old, old:
        old.execute(
            "create table questions (id integer primary key, asked_at text, question text,"
            " answer text, outcome text, missing text, cited text, generation text)"
        )
        old.execute(
            "insert into questions values"
            " (1, '2026-01-01T00:00:00+00:00', '怎么养老？', 'a', 'answered', '[]', '[]', 'g')"
        )
    asking = Asking(file)
    asking.ask("怎么养老？", answer("a1"))
    ((found,), _) = asking.records.asked(Wanted(), most=50)
    assert (found.times, found.pin) == (2, 7)
    assert asking.records.cited(Wanted()) == {Under("p", ("一、任务",)): 1}


def test_what_is_older_than_the_days_set_is_deleted_with_its_ratings_and_marks(file: Path) -> None:
    asking = Asking(file, keep_days=30)
    asking.ask("怎么养老？", answer("a1"))
    asking.records.keep_feedback("a1", helpful=True)
    asking.records.handle("怎么养老？", "王芳", "")
    asking.ask("津贴多少？", refusal("n1"), "2026-02-01T03:04:04+00:00")
    assert len(asking.listed()) == 2
    asking.ask("低保怎么办？", refusal("n2"), "2026-02-01T03:04:06+00:00")
    assert asking.listed() == ["低保怎么办？", "津贴多少？"]
    with closing(sqlite3.connect(file)) as kept:
        assert kept.execute("select count(*) from feedback").fetchone() == (0,)
        assert kept.execute("select count(*) from handled").fetchone() == (0,)

"""What is asked and rated is kept, masked, and lost by no worker."""

import json
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Quote
from chatbot.records.asked.questions import Records
from chatbot.records.errors import AnswerUnknown, RecordsUnavailable
from index.spans import Span
from tests.chatbot.records.writing import refusal
from tests.index.written import plan

ROOT = Path(__file__).resolve().parents[4]
WORKERS, TIMES = 4, 100


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "instance" / "records.db"


@pytest.fixture
def records(file: Path) -> Records:
    return Records(file, clock=lambda: "2026-01-02T03:04:05+00:00")


def kept(file: Path, table: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"select * from {table} order by id")]  # noqa: S608


def test_a_question_is_kept_with_its_answer_and_without_personal_numbers(
    records: Records, file: Path
) -> None:
    document = plan("构建养老服务体系。", document_id="p")
    citation = Citation(1, document, (), Span(0, 4), "构建养老")
    answer = Answer("a1", Outcome.ANSWERED, (Quote((1,)),), "g", (citation,), missing=("津贴",))
    records.keep_question("我是13812345678，怎么养老？", answer)
    (row,) = kept(file, "questions")
    assert row["question"] == "我是＊＊＊＊＊＊＊＊＊＊＊，怎么养老？"
    assert (row["answer"], row["outcome"], row["generation"]) == ("a1", "answered", "g")
    assert row["asked_at"] == "2026-01-02T03:04:05+00:00"
    assert json.loads(str(row["cited"])) == [["p", 0, 4]]
    assert json.loads(str(row["missing"])) == ["津贴"]


def test_a_rating_is_kept_beside_its_answer(records: Records, file: Path) -> None:
    records.keep_question("怎么养老？", refusal("a1"))
    records.keep_feedback("a1", helpful=False, comment="打我电话13812345678")
    records.keep_feedback("a1", helpful=True)
    rows = kept(file, "feedback")
    assert [(row["answer"], row["helpful"]) for row in rows] == [("a1", 0), ("a1", 1)]
    assert rows[0]["comment"] == "打我电话＊＊＊＊＊＊＊＊＊＊＊"


@pytest.mark.parametrize("unknown", ["", "a2", "a1 ", "' or 1=1 --", "\0"])
def test_a_rating_of_an_answer_never_given_is_refused_and_not_kept(
    records: Records, file: Path, unknown: str
) -> None:
    records.keep_question("怎么养老？", refusal("a1"))
    with pytest.raises(AnswerUnknown, match="重新提问"):
        records.keep_feedback(unknown, helpful=True)
    assert kept(file, "feedback") == []
    records.keep_feedback("a1", helpful=True)


def test_what_was_kept_is_still_there_after_a_restart(records: Records, file: Path) -> None:
    records.keep_question("怎么养老？", refusal("a1"))
    Records(file).keep_feedback("a1", helpful=True)
    assert (len(kept(file, "questions")), len(kept(file, "feedback"))) == (1, 1)


def test_a_file_that_cannot_be_written_is_named_with_what_to_check(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database" * 100)
    with pytest.raises(RecordsUnavailable, match="请检查") as failure:
        Records(file).keep_question("怎么养老？", refusal("a1"))
    assert file.name in str(failure.value)


def test_threads_of_one_worker_lose_nothing(records: Records, file: Path) -> None:
    def write(worker: int) -> None:
        for number in range(20):
            records.keep_question("怎么养老？", refusal(f"{worker}-{number}"))

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({row["answer"] for row in kept(file, "questions")}) == 80


def test_many_workers_lose_nothing_and_none_finds_the_file_locked(file: Path) -> None:
    file.parent.mkdir()
    command = [sys.executable, "-m", "tests.chatbot.records.writing", str(file)]
    workers = [
        subprocess.Popen([*command, str(worker), str(TIMES)], cwd=ROOT, stderr=subprocess.PIPE)
        for worker in range(WORKERS)
    ]
    while len(list(file.parent.glob("ready-*"))) < WORKERS:
        assert all(worker.poll() is None for worker in workers)
        time.sleep(0.01)
    (file.parent / "go").touch()
    said = [worker.communicate(timeout=60)[1].decode() for worker in workers]
    assert said == [""] * WORKERS
    assert [worker.returncode for worker in workers] == [0] * WORKERS
    answers = {f"{worker}-{number}" for worker in range(WORKERS) for number in range(TIMES)}
    assert {row["answer"] for row in kept(file, "questions")} == answers
    assert sorted(str(row["answer"]) for row in kept(file, "feedback")) == sorted(answers)


def test_what_tells_of_danger_is_counted_and_its_words_are_not_kept(
    records: Records, file: Path
) -> None:
    records.keep_question("我不想活了，我叫王小明", refusal("a1"))
    (row,) = kept(file, "questions")
    assert "求助" in str(row["question"])
    assert "不想活" not in str(row)

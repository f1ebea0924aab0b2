"""A question file is read line by line, and a faulty line is named."""

import json
from pathlib import Path

import pytest

from chatbot.evaluation.judged import JudgedQuestion, QuestionFileWrong, read_questions

ROW = {"id": "q1", "kind": "fact", "turns": ["目标是什么？"], "answerable": True}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def test_a_line_is_read_with_all_that_it_says(file: Path) -> None:
    row = ROW | {"document": "p", "evidence": ["甲", "乙"], "answer_contains": ["2021"]}
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n\n", encoding="utf-8")
    assert read_questions(file) == (
        JudgedQuestion("q1", "fact", ("目标是什么？",), True, "p", ("甲", "乙"), ("2021",)),
    )


def test_what_a_line_leaves_out_is_empty(file: Path) -> None:
    file.write_text(json.dumps(ROW | {"document": None}), encoding="utf-8")
    assert read_questions(file) == (JudgedQuestion("q1", "fact", ("目标是什么？",), True),)


def test_the_questions_of_the_project_can_be_read() -> None:
    gold = Path(__file__).resolve().parents[2] / "gold" / "questions.jsonl"
    questions = read_questions(gold)
    assert len({question.id for question in questions}) == len(questions) >= 57
    assert all(question.turns and all(question.turns) for question in questions)
    assert all(q.evidence or q.says for q in questions if q.answerable)


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        "7",
        '{"id": "q1"}',
        json.dumps(ROW | {"turns": []}),
        json.dumps(ROW | {"turns": "目标是什么？"}),
        json.dumps(ROW | {"turns": [1]}),
        json.dumps(ROW | {"answerable": "no"}),
        "[" * 20_000,
    ],
    ids="no json,list,number,too little,no turn,one string,no string,no bool,nested".split(","),
)
def test_a_faulty_line_is_named_by_its_number(file: Path, line: str) -> None:
    file.write_text(json.dumps(ROW) + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(QuestionFileWrong, match=r"questions\.jsonl 第 3 行"):
        read_questions(file)


def test_a_file_that_cannot_be_read_is_named(file: Path) -> None:
    with pytest.raises(QuestionFileWrong, match=r"questions\.jsonl"):
        read_questions(file)
    file.write_bytes("问题".encode("gbk"))
    with pytest.raises(QuestionFileWrong, match="UTF-8"):
        read_questions(file)

"""A question file -> judged questions: what a right answer must quote or say."""

import json
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanError


class QuestionFileWrong(PlanError):
    """A line of a question file cannot be read."""


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """One judged question; `turns` are the questions of a conversation, the last one is judged.

    `document` is the id, title or file name of the plan that answers. Every string of `evidence`
    must stand in the quotes, or every one of some list in `also`; every string of `says` in the
    reply or the quotes. `register` is how it is asked: typed, spoken, list, number.
    """

    id: str
    kind: str
    turns: tuple[str, ...]
    answerable: bool
    document: str = ""
    evidence: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()
    register: str = ""

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """Each list of strings that proves an answer, the given evidence first."""
        return (self.evidence, *self.also)

    def __post_init__(self) -> None:
        if not self.turns or not isinstance(self.answerable, bool):
            raise ValueError("turns 或 answerable")


def read_questions(file: Path) -> tuple[JudgedQuestion, ...]:
    """The questions of a file of JSON lines; raises QuestionFileWrong with the line's number."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileWrong(f"{file}：问题文件打不开；请检查路径和编码（UTF-8）。") from error
    return tuple(
        _question(line, f"{file.name} 第 {number} 行")
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def _question(line: str, place: str) -> JudgedQuestion:
    try:
        row = json.loads(line)
        return JudgedQuestion(
            id=row["id"],
            kind=row["kind"],
            turns=_texts(row["turns"]),
            answerable=row["answerable"],
            document=row.get("document") or "",
            evidence=_texts(row.get("evidence") or []),
            says=_texts(row.get("answer_contains") or []),
            also=tuple(_texts(other) for other in row.get("also") or []),
            register=row.get("register") or "",
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise QuestionFileWrong(
            f"{place}：不是一条完整的标注问题（缺 {error}）；请更正后再评测。"
        ) from error


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise TypeError("文字列表")
    return tuple(value)

"""Conversations as people lead them -> how many got at each step what helps, and where one did not.

    python -m benchmarks.journeys

`benchmarks/gold/journeys` tells where they are from and what counts as help. They are put to the
plans that come with the program, beside the guides of the same folder.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.answers import answering
from chatbot.answering.guidance.guide import Guide
from chatbot.answering.guidance.guiding import guided
from chatbot.answering.parts import Guidance
from chatbot.answering.understanding.question import Question
from index.build import build_shelf
from index.intake.shelf import read_shelf

_GOLD = Path(__file__).parent / "gold" / "journeys"
_HISTORY = 5


def main() -> None:
    generation, _ = build_shelf(read_shelf(Path("plan_texts")))
    ask, guides, today = answering(generation), _guides(), date.today()
    helped = said = met = 0
    journeys = _rows("journeys")
    for journey in journeys:
        asked: tuple[str, ...] = ()
        failed = []
        for turn in journey["turns"]:
            question = Question(turn["say"], asked[-_HISTORY:])
            plain = ask((*question.history, question.text))
            answer = guided(plain, question, guides, generation.tokenizer, today)
            text = "\n".join((answer.text, *(one.quote for one in answer.related)))
            if not any(words in text for words in turn["helps"]):
                failed.append(f"  {turn['say']} → {text[:80]!r}")
            asked, said = (*asked, turn["say"]), said + 1
        met += len(journey["turns"]) - len(failed)
        helped += not failed
        if failed:
            sys.stdout.write("\n".join((journey["who"], *failed)) + "\n")
    sys.stdout.write(f"helped throughout {helped} of {len(journeys)}; messages {met} of {said}\n")


def _guides() -> tuple[Guide, ...]:
    today = date.today()
    days = today.isoformat(), (today + timedelta(days=1)).isoformat()
    return tuple(
        Guide(number, tuple(row["topics"]), Guidance(row["topics"][0], *days, **_told(row)))
        for number, row in enumerate(_rows("guides"), 1)
    )


def _told(row: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in row.items() if name != "topics"}


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (_GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()

"""Messages that need a fixed reply, and questions that use the same words -> who got what.

    python -m benchmarks.sayings --part last

`benchmarks/gold/sayings/said.jsonl` holds 300 messages of twelve classes by somebody who saw
neither the replies nor the examples, `policy.jsonl` 150 questions on plans with the same words.
Every other one (`first`) was looked at while building, the others (`last`) were kept for the end.
`blind-*.jsonl` (`blind`) hold 144 and 75 more by another writer, asked once when all was done.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.answers import answering
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.parts import Reply
from chatbot.answering.understanding.safety import safe_replies
from index.build import build_shelf
from index.intake.shelf import read_shelf

_GOLD = Path(__file__).parent / "gold" / "sayings"
_PARTS = {
    "first": ("", slice(0, None, 2)),
    "last": ("", slice(1, None, 2)),
    "blind": ("blind-", slice(None)),
}
_DANGER = frozenset({"danger_self", "medical", "violence", "child_elder", "fraud"})
_TALK = frozenset({Outcome.SMALL_TALK, Outcome.UNCLEAR})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=tuple(_PARTS), default="first")
    parser.add_argument("--plans", type=Path, default=Path("plan_texts"))
    asked = parser.parse_args()
    prefix, part = _PARTS[asked.part]
    ask = answering(build_shelf(read_shelf(asked.plans))[0])
    right = total = danger = in_danger = 0
    for name, rows in groupby(_rows(f"{prefix}said"), key=lambda row: row["class"]):
        messages = [row["text"] for row in rows][part]
        got = sum(_is_met(name, ask((message,))) for message in messages)
        sys.stdout.write(f"{name:14}{got:4} / {len(messages)}\n")
        right, total = right + got, total + len(messages)
        if name in _DANGER:
            danger, in_danger = danger + got, in_danger + len(messages)
    sys.stdout.write(f"{'recall':14}{right / total:.3f}   danger {danger / in_danger:.3f}\n")
    policy = [row["text"] for row in _rows(f"{prefix}policy")][part]
    wrongly = sum(_warns(ask((question,))) for question in policy)
    sys.stdout.write(
        f"{'policy':14}{wrongly} of {len(policy)} questions on plans got such a reply\n"
    )


def _rows(name: str) -> Sequence[dict[str, str]]:
    lines = (_GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _is_met(name: str, answer: Answer) -> bool:
    """Whether the first words are the fixed reply of one in danger, or else no search was shown."""
    if name in _DANGER:
        return _warns(answer)
    return answer.outcome in _TALK and not answer.related and not _warns(answer)


def _warns(answer: Answer) -> bool:
    """Whether it begins with a reply to somebody in danger."""
    first = answer.parts[0]
    said = first.text if isinstance(first, Reply) else ""
    return any(
        one.is_danger and one.reply("").split("\n")[0] in said for one in safe_replies().replies
    )


if __name__ == "__main__":
    main()

"""A worker that keeps questions and ratings as fast as it can, beside others that do the same."""

import sys
import time
from pathlib import Path

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.parts import Reply
from chatbot.records.asked.questions import Records


def refusal(name: str) -> Answer:
    """The answer that a question got, as small as it may be."""
    return Answer(id=name, outcome=Outcome.NOT_FOUND, parts=(Reply("没有找到。"),), generation="g")


def main(file: Path, worker: str, times: int) -> None:
    """Say that we are ready, wait for the sign to start, then write."""
    (file.parent / f"ready-{worker}").touch()
    while not (file.parent / "go").exists():
        time.sleep(0.002)
    records = Records(file)
    for number in range(times):
        records.keep_question("大养老体系怎么建？", refusal(f"{worker}-{number}"))
        records.keep_feedback(f"{worker}-{number}", helpful=bool(number % 2), comment="好")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

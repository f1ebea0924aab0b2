"""Bare topics, and questions on documents themselves -> how many lead to the right place.

    python -m benchmarks.about plans=plan_texts e=benchmarks/gold/plans-e/documents [--show]

`benchmarks/gold/topics` holds 60 topics with the sections that are right to stand first,
`benchmarks/gold/document-facts` 42 questions on documents with what a right reply holds; both by
somebody who saw neither code nor other sets. Only the questions on the shelves named are put.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.answers import Ask, answering
from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Fact
from index.build import build_shelf
from index.intake.shelf import read_shelf

_GOLD = Path(__file__).parent / "gold"
_SPACE = re.compile(r"\s+")
_HEADING = 15  # characters of a heading, or of an item without one, that tell it
Judged = Callable[[dict[str, Any], Answer], str]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shelves", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--set", choices=tuple(_SETS), default="first", help="see the READMEs")
    parser.add_argument("--show", action="store_true", help="list what was not right")
    asked = parser.parse_args(arguments)
    shelves = dict(shelf.split("=", 1) for shelf in asked.shelves)
    ask = {
        name: answering(build_shelf(read_shelf(Path(folder)))[0])
        for name, folder in shelves.items()
    }
    for file, judge in _SETS[asked.set].items():
        for line in report(file, judge, ask, show=asked.show):
            sys.stdout.write(line + "\n")


def report(file: str, judge: Judged, ask: dict[str, Ask], *, show: bool) -> Iterator[str]:
    lines = (_GOLD / file).read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["shelf"] in ask]
    answers = [(row, ask[row["shelf"]]((row["question"],))) for row in rows]
    judged = [(row, answer, judge(row, answer)) for row, answer in answers]
    yield f"{file}: {len(rows)} questions"
    for verdict, count in sorted(Counter(verdict for _, _, verdict in judged).items()):
        yield f"  {verdict:12}{count:4}  {count / len(rows):.3f}"
    for row, answer, verdict in judged if show else ():
        if verdict not in ("right", "honest"):
            yield f"  {verdict}: {row['shelf']} {row['question']} | {answer.text[:150]!r}"
            yield f"      wanted {row.get('sections') or row.get('answer')}"[:300]
            yield f"      first {[(one.path[-1:], one.quote[:30]) for one in answer.related[:3]]}"


def on_topic(row: dict[str, Any], answer: Answer) -> str:
    """Whether the section that stands first is chiefly on the topic; "empty" for a refusal."""
    if answer.outcome in {Outcome.NOT_FOUND, Outcome.SMALL_TALK}:
        return "empty"
    shown = answer.related or answer.citations
    if not shown:
        return "empty"
    return "right" if any(_is_of(shown[0], one) for one in row["sections"]) else "other first"


def on_document(row: dict[str, Any], answer: Answer) -> str:
    """Whether the reply tells the fact, and cites a line of the right document for it."""
    if row.get("none"):
        says_so = "没有写" in answer.text or "没有标明" in answer.text
        return "honest" if says_so or answer.outcome is not Outcome.ANSWERED else "made up"
    if answer.outcome is not Outcome.ANSWERED:
        return "refused"
    told = " ".join(
        f"{part.name}{part.value}" for part in answer.parts if isinstance(part, Fact)
    ) + "".join(one.document.title + one.quote for one in answer.citations)
    is_told = any(_plain(wanted) in _plain(told) for wanted in row["answer"])
    is_proved = any(one.document.file == row["document"] for one in answer.citations)
    return "right" if is_told and is_proved else "wrong"


def _is_of(citation: Citation, section: dict[str, str]) -> bool:
    """Whether a place stands in, or is, the section named."""
    if citation.document.file != section["document"]:
        return False
    wanted = _plain(section["heading"])[:_HEADING]
    told = [_plain(one) for one in (*citation.path, citation.quote)]
    return any(one.startswith(wanted) or wanted.startswith(one[:_HEADING]) for one in told if one)


def _plain(words: str) -> str:
    return _SPACE.sub("", words)


_SETS: dict[str, dict[str, Judged]] = {
    name: {f"topics/{topics}.jsonl": on_topic, f"document-facts/{facts}.jsonl": on_document}
    for name, topics, facts in (
        ("first", "topics", "questions"),
        ("second", "blind", "blind"),
        ("third", "blind-2", "blind-2"),
    )
}

if __name__ == "__main__":
    main()

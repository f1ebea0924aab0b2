"""Citations made before a plan was replaced -> how many still open their very words.

    python -m benchmarks.desk.replaced [FOLDER=QUESTIONS]

Each question is asked, each plan is replaced by a version in which every third sentence is altered
and one line comes first; then every citation is opened as its address says.
"""

import argparse
import html
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from flask import Flask

from chatbot.app import create_app
from chatbot.desk.publishing import building
from chatbot.desk.publishing.staging import Change, in_place, staged
from chatbot.settings import Settings
from index.intake.catalogue import CatalogueRow
from index.intake.documents import Document
from index.intake.folders import PlanFolders
from index.language.sentences import sentences
from index.spans import Span

_EVERY = 3  # sentences: one is altered
_MARKED = re.compile(r"<mark[^>]*>(.*?)</mark>", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pair", nargs="?", default="plan_texts=tests/gold/questions.jsonl")
    folder, _, questions = parser.parse_args(arguments).pair.partition("=")
    with tempfile.TemporaryDirectory() as data:
        told = _told(Path(folder).absolute(), Path(questions), Path(data))
    for words, count in sorted(told.items()):
        sys.stdout.write(f"{words:40}{count:>6}\n")
    return int(any(words.startswith("lost") for words in told))


def _told(plans: Path, questions: Path, data: Path) -> Counter[str]:
    app = create_app(Settings(plans=plans, data=data))
    folders, services = PlanFolders.of(plans, data), app.extensions["planbot"]
    building.build_index(folders, data, lambda items, label: items)
    cited = []
    with app.test_client() as client:
        for line in questions.read_text(encoding="utf-8").splitlines():
            (*_, asked) = json.loads(line)["turns"]
            answer = client.post("/api/answers", json={"question": asked})
            found = answer.get_json()
            cited += [*found["citations"], *found["related"]]
    changes = [_change(document, data) for document in services.shelf.current().documents]
    with staged(data, changes) as own, in_place(plans, data, own) as now:
        building.build_index(now, data, lambda items, label: items)
    return Counter(_opened(app, citation) for citation in cited)


def _change(document: Document, data: Path) -> Change:
    """Its new version: of the same name if that is plain text, else of another."""
    name = str(Path(document.file).with_suffix(".txt"))
    source = data / name
    source.write_text(_altered(document), encoding="utf-8")
    return Change(name, CatalogueRow(name, document.title), source, replaces=document.file)


def _altered(document: Document) -> str:
    """Another version: the same title, a line more, and every third sentence with other words."""
    text, place, pieces = document.text, 0, [document.title, "\n（修订）\n"]
    for number, span in enumerate(sentences(text, Span(0, len(text)))):
        pieces.append(text[place : span.start])
        words = span.cut(text)
        pieces.append(f"经修订，{words}" if number % _EVERY == 0 else words)
        place = span.end
    return "".join(pieces) + text[place:]


def _opened(app: Flask, citation: dict[str, str]) -> str:
    """How a citation opens: whether its words are marked, and what the page says of the version."""
    page = app.test_client().get(citation["url"])
    marked = html.unescape("".join(_MARKED.findall(page.text)))
    is_whole = "".join(marked.split()) == "".join(citation["quote"].split())
    told = re.search('class="alert [^"]*version"', page.text)
    if not is_whole:
        return f"lost ({page.status_code})"
    same = (
        "the new one has the words too"
        if "新版里也有这段话" in page.text
        else "only the old one has"
    )
    return f"opened, said to be old; {same}" if told else "lost: opened, nothing said"


if __name__ == "__main__":
    sys.exit(main())

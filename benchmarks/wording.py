"""Quotations with known edits -> how many the wording check judges right, and how fast it is.

    python -m benchmarks.wording FOLDER [PLANS …] [--laws FILE] [--show]

FOLDER holds *.jsonl files of quotations ({quote, doc, verdict, …}); `doc` is the name of a file
somewhere under PLANS (if none is given: beside FOLDER). Each quotation is checked against its
own document. FILE holds passages of laws ({id, title, text}) for the timing, gzip'ed.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from chatbot.answering.citing import Citer
from chatbot.desk.phrases.near_misses import NearMisses
from chatbot.desk.text.corpus import Corpus
from chatbot.desk.text.differing import HARMLESS, Op
from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.wording.finding import Finding, Unit, Verdict
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.wording import check_wording
from index.generation import Generation
from index.intake.documents import Document, document_ids, read_document, sha256
from index.outlining.outline import outline

_LAWS, _SENTENCES = 100, 20_000
_DRAFT = 3000  # characters
Item = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("plans", type=Path, nargs="*")
    parser.add_argument("--laws", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is judged wrong")
    options = parser.parse_args()
    items = [item for file in sorted(options.folder.glob("*.jsonl")) for item in _items(file)]
    shelf = _shelf(items, options.plans or [options.folder.parent])
    known = NearMisses(Corpus(shelf))
    rows: dict[str, list[bool]] = defaultdict(list)
    for item in items:
        found = _check(item, shelf, known)
        for name, right in _judge(item, found):
            rows[name].append(right)
            if options.show and not right:
                _write(f"{name}: {item['id']} {item['quote']}")
    for name, judged in rows.items():
        _write(f"{name:44} {sum(judged):4} / {len(judged):4}  {sum(judged) / len(judged):.3f}")
    if options.laws:
        _time(options.laws)


def _items(file: Path) -> Iterator[Item]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _shelf(items: list[Item], folders: list[Path]) -> Generation:
    """The documents that the quotations are checked against; only their outlines are needed."""
    wanted = {item["doc"] for item in items}
    files = {
        file.name: file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.name in wanted
    }
    ids = document_ids(files)
    return _generation(read_document(file, ids[name], None) for name, file in files.items())


def _generation(documents: Iterable[Document]) -> Generation:
    found = tuple(documents)
    return Generation("bench", found, tuple(map(outline, found)), (), (), ())


def _matcher(shelf: Generation, known: NearMisses, *documents: str) -> Matcher:
    texts = {document.id: document.text for document in shelf.documents}
    citer = Citer(shelf, lambda _, name: texts[name])
    return Matcher(shelf, known, citer, frozenset(documents))


def _check(item: Item, shelf: Generation, known: NearMisses) -> tuple[Finding, ...]:
    document = next(one for one in shelf.documents if one.file == item["doc"])
    found = check_wording(item["quote"], _matcher(shelf, known, document.id))
    return tuple(finding for finding in found if finding.unit is not Unit.PHRASE)


def _judge(item: Item, found: tuple[Finding, ...]) -> Iterator[tuple[str, bool]]:
    verdicts = {finding.verdict for finding in found}
    verbatim = verdicts == {Verdict.VERBATIM}
    if item["verdict"] == "verbatim":
        yield "verbatim: called verbatim", verbatim
    elif item["verdict"] == "surface":
        if item["edit"] == "space":
            yield "only spaces added: called verbatim", verbatim
        else:
            yield "only width or marks: no other difference", bool(found) and _harmless(found)
    elif item["verdict"] == "absent":
        yield "absent: called absent", verdicts == {Verdict.ABSENT}
    else:
        yield "altered: not called verbatim", bool(found) and not verbatim
        if "pos" in item:
            yield "edit: inside a reported difference", _located(item, found)
        if "nearest" in item:
            yield "amended: matched to the right sentence", _matched(item, found)


def _harmless(found: tuple[Finding, ...]) -> bool:
    kinds = {
        piece.kind
        for finding in found
        for match in finding.matches[:1]
        for piece in match.differences
        if piece.kind
    }
    absent = any(finding.verdict is Verdict.ABSENT for finding in found)
    return kinds <= HARMLESS and bool(kinds) and not absent


def _located(item: Item, found: tuple[Finding, ...]) -> bool:
    """Whether every edited character, or the place where some are gone, is in a difference."""
    start, end = item["pos"], item["pos"] + len(item["changed_part"])
    changed = set[int]()
    for finding in found:
        place = finding.span.start
        for piece in finding.matches[0].differences if finding.matches else ():
            if piece.op is not Op.DELETE:
                if piece.op is Op.INSERT:
                    changed.update(range(place, place + len(piece.text) + 1))
                place += len(piece.text)
            else:
                changed.add(place)
    return set(range(start, max(end, start + 1))) <= changed


def _matched(item: Item, found: tuple[Finding, ...]) -> bool:
    right = squeeze(item["nearest"]).text
    quotes = [squeeze(one.matches[0].citation.quote).text for one in found if one.matches]
    differs = any(finding.verdict is Verdict.DIFFERS for finding in found)
    return differs and any(right in quote or quote in right for quote in quotes)


def _time(file: Path) -> None:
    """A draft from the laws, a character altered now and then, against 20,000 sentences."""
    laws = first_laws(file)
    shelf = _generation(laws)
    begun = time.perf_counter()
    known = NearMisses(Corpus(shelf))
    shelf.tokenizer.warm_up()
    built = time.perf_counter() - begun
    whole = "".join(law.text[400:600] + "。" for law in laws)[:_DRAFT]
    draft = "".join("某" if n % 60 == 0 else sign for n, sign in enumerate(whole))
    begun, cpu = time.perf_counter(), time.process_time()
    found = check_wording(draft, _matcher(shelf, known))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    sentences = len(known.corpus)
    _write(
        f"{len(laws)} laws, {sentences} sentences, indexed in {built:.2f} s; "
        f"{len(draft)} characters, {len(found)} findings in {seconds:.2f} s (CPU {cpu:.2f} s)"
    )


def first_laws(file: Path) -> list[Document]:
    """The first 100 laws of a file, and more until they have enough sentences."""
    taken: list[Document] = []
    sentences = 0
    for law in _laws(file):
        taken.append(law)
        sentences += len(re.findall("[。；]", law.text))
        if len(taken) >= _LAWS and sentences >= _SENTENCES:
            break
    return taken


def _laws(file: Path) -> Iterator[Document]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        for name, passages in groupby(rows, key=lambda row: row["id"].partition("#")[0]):
            texts = list(passages)
            text = "\n".join(row["text"] for row in texts)
            yield Document(name, texts[0]["title"], name, text, sha256(text), "")


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

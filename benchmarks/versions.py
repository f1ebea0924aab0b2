"""Pairs of old and new laws -> what comparing them finds, and whether a hand-read list is in it.

    python -m benchmarks.versions FOLDER [--show]

FOLDER holds pairs.jsonl ({title, old, new} with file names) and the files. gold/versions.json
lists, for a few pairs, every substantive change as read by a person in both texts: words of the
old one, of the new one, or both, and for some the topic. A list whose files are missing is left
out. A listed change is found when one reported substantive change holds its words: marked all
of them where they stand in one version only, and some of them where in both; or when all its old
words are told as gone and all its new ones as come.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.versions.changes import Change, Comparison, Fate, Piece
from chatbot.desk.versions.comparing import Outlined, compare
from chatbot.desk.versions.comparison_lines import NAMES
from index.intake.documents import read_document
from index.outlining.outline import outline

_GOLD = Path(__file__).parent / "gold" / "versions.json"
_SHORTEST = 12  # characters: a shorter sentence may well stand somewhere else, too
Item = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is missed or not listed")
    options = parser.parse_args()
    gold = {item["title"]: item for item in json.loads(_GOLD.read_text(encoding="utf-8"))}
    lines = (options.folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    sums = Counter[str]()
    for pair in map(json.loads, lines):
        files = [options.folder / pair[side] for side in ("old", "new")]
        if all(file.is_file() for file in files):
            sums += _told(pair["title"], files, gold.get(pair["title"]), show=options.show)
    _write("")
    for name, count in sums.items():
        _write(f"{count:6}  {name}")


def _told(title: str, files: list[Path], item: Item | None, *, show: bool) -> Counter[str]:
    """Print what a pair gives, and count it."""
    old, new = map(_read, files)
    begun = time.perf_counter()
    found = compare(old, new)
    seconds = time.perf_counter() - begun
    counts = "，".join(f"{NAMES[topic]} {len(changes)}" for topic, changes in found.summary())
    _write(f"{title}（{len(old[0].text)} / {len(new[0].text)} 字，{seconds:.2f} s）：{counts}")
    stray = [words for words in _gone_or_new(found) if words]
    sums = Counter(
        {
            "pairs": 1,
            "changes": len(found.changes),
            "changes of a document against itself": len(compare(old, old).changes)
            + len(compare(new, new).changes),
            "told as gone or new, yet standing word for word in the other version": len(stray),
        }
    )
    if item:
        sums += _judged(found, item, show=show)
    if show:
        for words in stray:
            _write(f"    stands in the other version: {words}")
    return sums


def _read(file: Path) -> Outlined:
    document = read_document(file, file.stem, None)
    return document, outline(document)


def _gone_or_new(found: Comparison) -> Iterable[str]:
    """Sentences told as removed or added that the other version has, and keeps nowhere else."""
    texts = squeeze(found.old.text).text, squeeze(found.new.text).text
    for change in found.changes:
        old, new = _words(change, found)
        if change.fate is Fate.REMOVED and len(old) >= _SHORTEST:
            yield old if texts[1].count(old) >= texts[0].count(old) else ""
        if change.fate is Fate.ADDED and len(new) >= _SHORTEST:
            yield new if texts[0].count(new) >= texts[1].count(new) else ""


def _judged(found: Comparison, item: Item, *, show: bool) -> Counter[str]:
    reported = [one for one in found.changes if one.is_substantive or one.moved]
    explained: set[int] = set()
    sums = Counter[str]()
    for listed in item["changes"]:
        holders = _holders(reported, found, listed)
        explained.update(holders)
        sums["listed by hand"] += 1
        sums["  of them found"] += bool(holders)
        if topic := listed.get("topic"):
            right = any(topic in {one.value for one in reported[n].topics} for n in holders)
            sums["listed with a topic"] += 1
            sums["  of them with that topic"] += right
        if show and not holders:
            _write(f"    missed: {listed}")
    rest = [
        one
        for n, one in enumerate(reported)
        if n not in explained and not _is_everywhere(one, found, item["everywhere"])
    ]
    sums["substantive changes reported for these pairs"] = len(reported)
    sums["  of them neither listed nor part of what is listed"] = len(rest)
    for one in rest if show else ():
        _write(f"    not listed: {one.fate.value} {' → '.join(_words(one, found))}")
    return sums


def _holders(reported: list[Change], found: Comparison, listed: Item) -> list[int]:
    """The changes that tell a listed one: in one sentence, else as words gone and words come."""
    together = [n for n, one in enumerate(reported) if _holds(one, found, listed)]
    if together or not ("old" in listed and "new" in listed):
        return together
    apart = [
        [n for n, one in enumerate(reported) if _holds(one, found, {side: listed[side]})]
        for side in ("old", "new")
    ]
    return apart[0] + apart[1] if all(apart) else []


def _words(change: Change, found: Comparison) -> tuple[str, str]:
    return (
        squeeze(change.old.cut(found.old.text)).text if change.old else "",
        squeeze(change.new.cut(found.new.text)).text if change.new else "",
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a change, squeezed, and which of its characters are marked as changed."""

    words: str
    marked: tuple[bool, ...]

    def marks(self, fragment: str, *, whole: bool) -> bool:
        start = self.words.find(fragment)
        within = self.marked[start : start + len(fragment)]
        return start >= 0 and (all(within) if whole else any(within))


def _sides(change: Change, found: Comparison) -> tuple[_Side, _Side]:
    sides: list[_Side] = []
    for name, text in (("old", found.old.text), ("new", found.new.text)):
        words, marked = "", list[bool]()
        for piece in change.pieces:
            if span := getattr(piece, name):
                cut = squeeze(span.cut(text)).text
                words += cut
                marked += [bool(piece.topics)] * len(cut)
        sides.append(_Side(words, tuple(marked)))
    return sides[0], sides[1]


def _holds(change: Change, found: Comparison, listed: Item) -> bool:
    old, new = _sides(change, found)
    gone, come = (squeeze(listed.get(side, "")).text for side in ("old", "new"))
    if gone and come:
        both = gone in old.words and come in new.words
        return both and (old.marks(gone, whole=False) or new.marks(come, whole=False))
    return old.marks(gone, whole=True) if gone else new.marks(come, whole=True)


def _is_everywhere(change: Change, found: Comparison, pairs: list[list[str]]) -> bool:
    """Whether all that changed is one word for another that is listed as changed throughout."""
    edits = [
        [
            piece.old.cut(found.old.text) if piece.old else "",
            piece.new.cut(found.new.text) if piece.new else "",
        ]
        for piece in change.pieces
        if piece.topics and any(sign.isalnum() for sign in _piece_words(piece, found))
    ]
    return all(any(one.replace(old, new) == other for old, new in pairs) for one, other in edits)


def _piece_words(piece: Piece, found: Comparison) -> str:
    old = piece.old.cut(found.old.text) if piece.old else ""
    return old + (piece.new.cut(found.new.text) if piece.new else "")


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

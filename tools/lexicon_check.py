"""The table of synonyms -> the pairs that somebody should look at again.

    python -m tools.lexicon_check [--all] [FOLDER …]

Each FOLDER is a shelf of plans: with some given, pairs are listed of which neither word stands in
any of them. A doubtful pair is not a wrong one, so this judges nothing: it exits with 1 only when
the table or a folder cannot be read.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import PlanError
from index.intake.documents import read_document
from index.intake.folders import plan_files
from index.language import lexicon
from index.language.synonyms import pairs
from index.language.tokens import Tokenizer, fold

_SHORTEST = 2  # characters
_MOST = 8  # pairs of a word
_TELLING = 0.25  # of Tokenizer.rarity: jieba counts a plainer word at least once in 4,000
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the table, folded, and the field it stands in."""

    field: str
    asked: str
    written: str
    grade: str


def main(arguments: list[str]) -> int:
    """Print what is doubtful, the first of each reason or all; 1 when something is unreadable."""
    folders = [Path(argument) for argument in arguments if argument != "--all"]
    try:
        table = read_table()
        texts = [text for folder in folders for text in readable_texts(folder)]
    except PlanError as fault:
        _write(str(fault))
        return 1
    most = len(table) if "--all" in arguments else _SHOWN
    for reason, found in doubtful(table, texts, Tokenizer()).items():
        _write(f"{reason}：{len(found)} 对")
        for pair in found[:most]:
            _write(f"  {pair.field}  {pair.asked} → {pair.written}  {pair.grade}")
    _write(f"共 {len(table)} 对，{len(texts)} 份文件。")
    return 0


def read_table() -> list[Pair]:
    """Every pair; raises SynonymsWrong."""
    return [
        Pair(Path(name).stem, fold(asked), fold(written), grade)
        for name in lexicon.names("synonyms")
        for asked, written, grade in pairs(lexicon.lines(name))
    ]


def readable_texts(folder: Path) -> list[str]:
    """The folded texts of a shelf; a file that cannot be read is named and passed over."""
    texts = []
    for file in plan_files(folder):
        try:
            texts.append(fold(read_document(file, file.stem, None).text))
        except PlanError as fault:
            _write(f"跳过 {fault}")
    return texts


def doubtful(table: list[Pair], texts: list[str], tokenizer: Tokenizer) -> dict[str, list[Pair]]:
    """The doubtful pairs by reason, in the order of the table."""
    grades = {(pair.asked, pair.written): pair.grade for pair in table}
    times = Counter(pair.asked for pair in table)
    written = _written(table, texts)
    reasons: dict[str, Callable[[Pair], bool]] = {
        "有一边不到两个字": lambda pair: min(len(pair.asked), len(pair.written)) < _SHORTEST,
        "两边都不在这些文件里": lambda pair: (
            bool(texts) and not {pair.asked, pair.written} & written
        ),
        f"一个说法超过 {_MOST} 对": lambda pair: times[pair.asked] > _MOST,
        "反过来也有，等级不同": lambda pair: (
            grades.get((pair.written, pair.asked), pair.grade) != pair.grade
        ),
        "说法是极常见的词": lambda pair: _is_plain(pair.asked, tokenizer),
    }
    return {
        reason: [pair for pair in table if is_doubtful(pair)]
        for reason, is_doubtful in reasons.items()
    }


def _written(table: Iterable[Pair], texts: list[str]) -> set[str]:
    """The words of the table that stand in one of the texts."""
    words = {word for pair in table for word in (pair.asked, pair.written)}
    return {word for word in words if any(word in text for text in texts)}


def _is_plain(word: str, tokenizer: Tokenizer) -> bool:
    return tokenizer.is_listed(word) and tokenizer.rarity(word) < _TELLING


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

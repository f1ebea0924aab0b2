"""The information lines of a saved page (来源:… 时间:… 索 引 号：…) -> the facts they tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language import lexicon

_MOMENT = re.compile(
    r"(?P<day>\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)"
    r"(?P<hour>\s*\d{1,2}\s*[:时]\s*\d{1,2}(\s*[:分]\s*(\d{1,2}\s*秒?)?)?)?"
)
_OF_A_SITE = re.compile(r"来源|字号|字体|本网|www\.|浏览|点击|阅读|分享|网站")
_FACTS = dict(line.split("\t") for line in lexicon.lines("page_labels.txt"))
_LABEL = re.compile(
    r"(?:^-\s*)?(?P<bracket>[【\[])?(?P<label>"
    + "|".join(r"\s*".join(label) for label in sorted(_FACTS, key=len, reverse=True))
    + r")(?(bracket)[】\]]\s*[:：]?|\s*[:：])",  # 【文号】 needs no colon
    re.IGNORECASE,
)
_SENTENCE_MARK = re.compile(r"[。；！？]")
_VALUE_LENGTH, _VALUE_WORDS = 60, 12  # what follows a label that tells nothing is no longer
_FACT_LENGTH = 100
_MOMENT_LENGTH = 100


@dataclass(frozen=True, slots=True)
class InfoLine:
    """A line of labels and values: its place, the places after it that hold a value, its facts."""

    place: int
    values_below: tuple[int, ...]
    facts: tuple[tuple[str, str], ...]


def info_lines(lines: Sequence[str]) -> list[InfoLine]:
    """The lines that hold nothing but labels with values; a bare label takes the next line."""
    found: list[InfoLine] = []
    place = 0
    while place < len(lines):
        line = _info_line(lines, place)
        if line:
            found.append(line)
            place += len(line.values_below)
        place += 1
    return found


def moment(line: str) -> str:
    """The moment that a line of a site tells: 政府网 2013年01月21日 14时02分 来源：…; else ""."""
    found = _MOMENT.search(line)
    if found is None or len(line) > _MOMENT_LENGTH or _SENTENCE_MARK.search(line):
        return ""
    alone = found[0].strip() == line and ("年" not in line or bool(found["hour"]))
    return found[0].strip() if alone or _OF_A_SITE.search(line) else ""


def telling(line: str) -> str:
    """The part of a line of information from the first label that tells a fact to the last's value.

    来源：本网 发布时间：2016-01-05 【字体：大 中 小】 -> 发布时间：2016-01-05; "" if none does.
    """
    marks = list(_LABEL.finditer(line))
    places = [place for place, mark in enumerate(marks) if _fact(mark) != "-"]
    if not places:
        return ""
    first, last = places[0], places[-1]
    end = marks[last + 1].start() if last + 1 < len(marks) else len(line)
    told = line[marks[first].start() : end].rstrip()
    return told.rstrip("【[（(|·").rstrip()


def _fact(label: re.Match[str]) -> str:
    return _FACTS[_name(label)]


def _name(label: re.Match[str]) -> str:
    return "".join(label["label"].split()).lower()


def _info_line(lines: Sequence[str], place: int) -> InfoLine | None:
    pairs = _pairs(lines[place])
    if not pairs:
        return None
    below: tuple[int, ...] = ()
    label, value = pairs[-1]
    if not value and _FACTS[label] != "-" and place + 1 < len(lines):
        following = lines[place + 1]
        if not _LABEL.match(following) and len(following) <= _FACT_LENGTH:
            below, pairs[-1] = (place + 1,), (label, following)
    facts = tuple((_FACTS[label], value) for label, value in pairs if value)
    return InfoLine(place, below, tuple(fact for fact in facts if fact[0] != "-"))


def _pairs(line: str) -> list[tuple[str, str]]:
    """The labels and values of a line; none when the line holds anything else."""
    marks = list(_LABEL.finditer(line))
    if not marks or marks[0].start() != 0:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    pairs = [
        (_name(mark), line[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)
    ]
    return pairs if all(_is_value(_FACTS[label], value) for label, value in pairs) else []


def _is_value(fact: str, value: str) -> bool:
    if fact not in {"-", "published"}:
        return len(value) <= _FACT_LENGTH
    if fact == "published" and value and not any(sign.isdigit() for sign in value):
        return False  # 时间：每周一至周五 is no moment
    short = len(value) <= _VALUE_LENGTH and len(value.split()) <= _VALUE_WORDS
    return short and not _SENTENCE_MARK.search(value)

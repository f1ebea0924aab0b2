"""A comparison -> the lines that a person reads: what matters first, then everything in order."""

import re
from collections.abc import Iterator, Sequence

from chatbot.desk.versions.changes import Change, Comparison, Fate, Topic
from chatbot.desk.versions.comparison_lines import NAMES, overview, place, versions
from chatbot.desk.versions.comparison_words import both, edits, short, words
from index.language.numerals import whole_number

_PLACES_SHOWN = 5
_A_RUN = 3  # numbers in a row are told as 第三条至第五条
_COUNT = re.compile(r"[一二三四五六七八九十百千零〇]+|[0-9０-９]+")
_MARKED = {Fate.ADDED: "新增", Fate.REMOVED: "删除", Fate.MOVED: "移位"}


def report(comparison: Comparison) -> Iterator[str]:
    """The lines: the sum, the summary by what is touched, then the changes in reading order."""
    yield versions(comparison)
    yield overview(comparison)
    for topic, changes in comparison.summary():
        yield ""
        yield f"{NAMES[topic]}（{len(changes)} 处）"
        yield from (f"  {line}" for line in _summed(topic, changes, comparison))
    told = [change for change in comparison.changes if not change.is_number]
    if told:
        yield ""
        yield "逐处对照（编号的变化见上）"
    for number, change in enumerate(told, 1):
        yield f"{number}. {place(change)}｜{_fate(change)}：{_marked(change, comparison)}"


def _summed(topic: Topic, changes: Sequence[Change], comparison: Comparison) -> Iterator[str]:
    if topic is Topic.RENUMBERED:
        numbers = [change for change in changes if change.is_number]
        yield from _runs([both(change.pieces[0], comparison) for change in numbers])
        changes = [change for change in changes if not change.is_number]
    if topic in {Topic.ADDED, Topic.REMOVED, Topic.MOVED}:
        for change in changes:
            yield f"{place(change)}：{short(words(change, comparison))}"
        return
    places: dict[str, list[str]] = {}
    for change in changes:
        told = "；".join(_edit(*edit) for edit in edits(change, comparison, topic))
        places.setdefault(told, []).append(place(change))
    for told, where in places.items():
        shown = list(dict.fromkeys(where))
        more = f"等 {len(where)} 处" if len(shown) > _PLACES_SHOWN else ""
        yield f"{'、'.join(shown[:_PLACES_SHOWN])}{more}：{told}"


def _edit(gone: str, come: str) -> str:
    if gone and come:
        return f"{gone} → {come}"
    return f"删“{gone}”" if gone else f"增“{come}”"


def _runs(numbers: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Renumbering, where numbers that follow one another make one line."""
    run: list[tuple[str, str]] = []
    for edit in numbers:
        if run and not (_follows(run[-1][0], edit[0]) and _follows(run[-1][1], edit[1])):
            yield from _told(run)
            run = []
        run.append(edit)
    yield from _told(run)


def _told(run: list[tuple[str, str]]) -> Iterator[str]:
    if len(run) < _A_RUN:
        yield from (f"{gone or '无编号'} → {come or '无编号'}" for gone, come in run)
        return
    yield f"{run[0][0]}至{run[-1][0]} → {run[0][1]}至{run[-1][1]}"


def _follows(before: str, after: str) -> bool:
    """Whether a number is the next of the same kind: 第三条, 第四条."""
    one, other = _COUNT.search(before), _COUNT.search(after)
    if not one or not other or _COUNT.sub("", before) != _COUNT.sub("", after):
        return False
    return (whole_number(one[0]) or 0) + 1 == whole_number(other[0])


def _fate(change: Change) -> str:
    if change.fate is Fate.CHANGED:
        return "、".join(NAMES[topic] for topic in change.topics)
    return _MARKED[change.fate]


def _marked(change: Change, comparison: Comparison) -> str:
    """The sentence, what changed in it between 【 and 】."""
    if change.fate is not Fate.CHANGED:
        return words(change, comparison)
    return "".join(
        f"【{_edit(gone, come)}】" if piece.topics else come
        for piece in change.pieces
        for gone, come in [both(piece, comparison)]
    )

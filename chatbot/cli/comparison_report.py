"""A comparison -> the lines that a person reads: what matters first, then everything in order."""

import re
from collections.abc import Iterator, Sequence

from chatbot.desk.changes import Change, Comparison, Fate, Piece, Topic
from chatbot.desk.comparison_lines import NAMES, overview, place, versions
from index.numerals import whole_number

_SHOWN = 60  # characters of a sentence in the summary
_PLACES_SHOWN = 5
_A_RUN = 3  # numbers in a row are told as 第三条至第五条
_COUNT = re.compile(r"[一二三四五六七八九十百千零〇]+|[0-9０-９]+")
_WEIGHTY = frozenset({Topic.NUMBER, Topic.DATE, Topic.OBLIGATION, Topic.NAME})
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
        yield from _runs([_both(change.pieces[0], comparison) for change in numbers])
        changes = [change for change in changes if not change.is_number]
    if topic in {Topic.ADDED, Topic.REMOVED, Topic.MOVED}:
        for change in changes:
            yield f"{place(change)}：{_short(_words(change, comparison))}"
        return
    places: dict[str, list[str]] = {}
    for change in changes:
        shown_edits = dict.fromkeys(_edits(change, comparison, _weighed(topic)))
        edits = "；".join(_edit(*edit) for edit in shown_edits)
        places.setdefault(edits, []).append(place(change))
    for edits, where in places.items():
        shown = list(dict.fromkeys(where))
        more = f"等 {len(where)} 处" if len(shown) > _PLACES_SHOWN else ""
        yield f"{'、'.join(shown[:_PLACES_SHOWN])}{more}：{edits}"


def _weighed(topic: Topic) -> frozenset[Topic]:
    """What is told of a change summed under a topic: all its weighty edits, or only that topic."""
    return _WEIGHTY if topic in _WEIGHTY else frozenset({topic})


def _edits(
    change: Change, comparison: Comparison, topics: frozenset[Topic]
) -> list[tuple[str, str]]:
    """What went and what came, piece by piece, where a piece touches one of these topics."""
    return [_both(piece, comparison) for piece in change.pieces if topics & {*piece.topics}]


def _both(piece: Piece, comparison: Comparison) -> tuple[str, str]:
    return (
        _one_line(piece.old.cut(comparison.old.text)) if piece.old else "",
        _one_line(piece.new.cut(comparison.new.text)) if piece.new else "",
    )


def _edit(gone: str, come: str) -> str:
    if gone and come:
        return f"{gone} → {come}"
    return f"删“{gone}”" if gone else f"增“{come}”"


def _runs(edits: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Renumbering, where numbers that follow one another make one line."""
    run: list[tuple[str, str]] = []
    for edit in edits:
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
        return _words(change, comparison)
    return "".join(
        f"【{_edit(gone, come)}】" if piece.topics else come
        for piece in change.pieces
        for gone, come in [_both(piece, comparison)]
    )


def _words(change: Change, comparison: Comparison) -> str:
    if change.new:
        return _one_line(change.new.cut(comparison.new.text))
    return _one_line(change.old.cut(comparison.old.text)) if change.old else ""


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"


def _one_line(words: str) -> str:
    return " ".join(words.split())

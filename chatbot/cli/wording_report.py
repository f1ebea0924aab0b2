"""The findings of a draft -> the lines that a person reads: the sum first, then each sentence."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from chatbot.desk.claims import Held
from chatbot.desk.differing import HARMLESS, Difference, Kind, Op
from chatbot.desk.finding import Checked, Finding, Match, Unit, Verdict
from chatbot.desk.near_misses import Slip

_KINDS = {
    Kind.NUMBER: "数字",
    Kind.DATE: "日期",
    Kind.NAME: "名称",
    Kind.PUNCTUATION: "标点",
    Kind.NOTATION: "写法",
    Kind.WORDING: "文字",
}
_UNITS = {Unit.SENTENCE: "", Unit.QUOTE: "引文 ", Unit.PHRASE: "提法 "}
_CLAIMS = {
    Held.CONFIRMED: "出处属实：{}。",
    Held.ELSEWHERE: "出处不符：文稿说是{}，原文在下面所列的地方。",
    Held.ABSENT: "出处不符：文稿说是{}，那里和别处都没有这样的话。",
    Held.UNKNOWN_DOCUMENT: "出处无法核对：没有收入{}。",
}
_SLIPS = {
    Slip.ORDER: "各项的顺序与原文不同",
    Slip.DROPPED: "比原文少了一项",
    Slip.WORDING: "用字与原文不同",
}
_PLACES_SHOWN = 3
_SHOWN = 60  # characters of a passage that is only a hint


def report(findings: Sequence[Finding], documents: int) -> Iterator[str]:
    """The lines in order; `documents` is how many plans the draft was compared with."""
    yield _sum(findings, documents)
    for number, finding in enumerate(findings, 1):
        yield ""
        yield from _shown(number, finding)


def _sum(findings: Sequence[Finding], documents: int) -> str:
    count = {verdict: sum(one.verdict is verdict for one in findings) for verdict in Verdict}
    harmless = sum(map(_is_harmless, findings))
    misplaced = sum(1 for one in findings if one.checked and one.checked.held in _MISPLACED)
    return (
        f"与 {documents} 份文件核对，共 {len(findings)} 处："
        f"逐字一致 {count[Verdict.VERBATIM]}，有出入 {count[Verdict.DIFFERS]}"
        f"{f'（其中 {harmless} 处只是标点或写法不同）' if harmless else ''}，"
        f"未见 {count[Verdict.ABSENT]}"
        f"{f'；出处不符 {misplaced}' if misplaced else ''}。"
    )


_MISPLACED = frozenset({Held.ELSEWHERE, Held.ABSENT})


def _shown(number: int, finding: Finding) -> Iterator[str]:
    yield f"{number}. {_UNITS[finding.unit]}{_verdict(finding)}｜{_marked(finding)}"
    if finding.slip:
        yield f"   固定提法，{_SLIPS[finding.slip]}：{_one_line(finding.matches[0].citation.quote)}"
    if finding.checked:
        yield f"   {_claim(finding.checked)}"
    if finding.verdict is Verdict.ABSENT:
        for match in finding.matches:
            words = _short(match.citation.quote)
            yield f"   最相近的一处（{_share(match)}）：{_place(match, finding.unit)}：{words}"
        return
    if small := _small_changes(finding):
        yield f"   标点、写法：{small}"
    pieces = finding.matches[0].part != finding.span
    shown = finding.matches if pieces else finding.matches[:_PLACES_SHOWN]
    for match in shown:
        yield f"   {_relation(match, finding)}{_place(match, finding.unit)}"
    if len(finding.matches) > len(shown):
        yield f"   等 {len(finding.matches)} 处"


def _verdict(finding: Finding) -> str:
    if finding.verdict is Verdict.VERBATIM:
        return "逐字一致"
    if finding.verdict is Verdict.ABSENT:
        return "未见"
    return "只有标点或写法不同" if _is_harmless(finding) else "有出入"


def _is_harmless(finding: Finding) -> bool:
    if finding.verdict is not Verdict.DIFFERS:
        return False
    if finding.matches[0].part != finding.span:
        return False  # put together from several places of the plans
    changes = _changes(finding)
    return bool(changes) and all(change.kind in HARMLESS for change in changes)


def _changes(finding: Finding) -> list[Difference]:
    return [piece for piece in finding.matches[0].differences if piece.op is not Op.EQUAL]


def _marked(finding: Finding) -> str:
    """The words of the draft, what differs from the plan shown in its place."""
    if not finding.matches or finding.matches[0].part != finding.span:
        return _one_line(finding.text)
    return _with_differences(finding.matches[0], finding)


def _with_differences(match: Match, finding: Finding) -> str:
    if not match.differences:
        return _one_line(match.part_of(finding))
    words: list[str] = []
    for gone, come, kind in _pairs(match.differences):
        if kind is None or kind in HARMLESS:
            words.append(come)
        elif gone and come:
            words.append(f"【{_KINDS[kind]}：原文“{gone}”，文稿“{come}”】")
        else:
            words.append(f"【{_KINDS[kind]}：{'缺' if gone else '多'}“{gone or come}”】")
    return _one_line("".join(words))


def _pairs(pieces: Sequence[Difference]) -> Iterator[tuple[str, str, Kind | None]]:
    """What went, what came instead, and the kind; equal words come without a kind."""
    gone = ""
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.op is Op.DELETE and after and after.op is Op.INSERT:
            gone = piece.text
        elif piece.op is Op.DELETE:
            yield piece.text, "", piece.kind
        else:
            yield gone, piece.text, piece.kind
            gone = ""


def _small_changes(finding: Finding) -> str:
    """The changes of punctuation and notation, each once."""
    pairs = _pairs(finding.matches[0].differences)
    small = [f"{gone or '无'}→{come or '无'}" for gone, come, kind in pairs if kind in HARMLESS]
    return "　".join(
        f"{change}{f'（{times} 处）' if times > 1 else ''}"
        for change in dict.fromkeys(small)
        if (times := small.count(change))
    )


def _claim(checked: Checked) -> str:
    return _CLAIMS[checked.held].format(checked.claim.text)


def _relation(match: Match, finding: Finding) -> str:
    if match.part != finding.span:
        return f"其中“{_with_differences(match, finding)}”见 "
    return "见于 " if finding.verdict is Verdict.VERBATIM else f"原文（{_share(match)}）见 "


def _share(match: Match) -> str:
    """How alike, rounded down: 100 % would say that nothing differs."""
    return f"相同 {int(100 * match.similarity)}%"


def _place(match: Match, unit: Unit) -> str:
    citation = match.citation
    path = " > ".join((f"《{citation.document.title}》", *citation.path))
    part = "，只是原句的一部分" if match.partial and unit is not Unit.PHRASE else ""
    return f"{path}（第 {citation.span.start}–{citation.span.end} 字{part}）"


def _short(words: str) -> str:
    line = _one_line(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"


def _one_line(words: str) -> str:
    return " ".join(words.split())

"""The findings of a draft -> the lines that a person reads: the sum first, then each sentence."""

from collections.abc import Iterator, Sequence

from chatbot.desk.wording.finding import Finding, Match, Unit, Verdict
from chatbot.told.draft_shown import Bit, bits_compared
from chatbot.told.findings_told import (
    PLACES_SHOWN,
    UNITS,
    claim_words,
    cut_words,
    one_line,
    share,
    slip_words,
    summary,
    verdict_of,
)

_SHOWN = 60  # characters of a passage that is only a hint


def report(findings: Sequence[Finding], documents: int) -> Iterator[str]:
    """The lines in order; `documents` is how many plans the draft was compared with."""
    yield summary(findings, documents)
    for number, finding in enumerate(findings, 1):
        yield ""
        yield from _shown(number, finding)


def _shown(number: int, finding: Finding) -> Iterator[str]:
    yield f"{number}. {UNITS[finding.unit]}{verdict_of(finding)}｜{_marked(finding)}"
    claimed = claim_words(finding.checked) if finding.checked else ""
    for told in filter(None, (slip_words(finding), cut_words(finding), claimed)):
        yield f"   {told}"
    if finding.verdict is Verdict.ABSENT:
        for match in finding.matches:
            words = _short(match.citation.quote)
            yield f"   最相近的一处（{share(match)}）：{_place(match, finding.unit)}：{words}"
        return
    if small := _small_changes(finding):
        yield f"   标点、写法：{small}"
    pieces = finding.matches[0].part != finding.span
    shown = finding.matches if pieces else finding.matches[:PLACES_SHOWN]
    for match in shown:
        yield f"   {_relation(match, finding)}{_place(match, finding.unit)}"
    if len(finding.matches) > len(shown):
        yield f"   等 {len(finding.matches)} 处"


def _marked(finding: Finding) -> str:
    """The words of the draft, what differs from the plan shown in its place."""
    if not finding.matches or finding.matches[0].part != finding.span:
        return one_line(finding.text)
    return _with_differences(finding.matches[0], finding)


def _with_differences(match: Match, finding: Finding) -> str:
    if not match.differences:
        return one_line(match.part_of(finding))
    return one_line("".join(map(_told, bits_compared(match))))


def _told(bit: Bit) -> str:
    if not bit.kind or bit.is_small:
        return bit.text
    if bit.gone and bit.text:
        return f"【{bit.kind}：原文“{bit.gone}”，文稿“{bit.text}”】"
    return f"【{bit.kind}：{'缺' if bit.gone else '多'}“{bit.gone or bit.text}”】"


def _small_changes(finding: Finding) -> str:
    """The changes of punctuation and notation, each once."""
    found = [bit for bit in bits_compared(finding.matches[0]) if bit.is_small]
    small = [f"{bit.gone or '无'}→{bit.text or '无'}" for bit in found]
    return "　".join(
        f"{change}{f'（{times} 处）' if times > 1 else ''}"
        for change in dict.fromkeys(small)
        if (times := small.count(change))
    )


def _relation(match: Match, finding: Finding) -> str:
    if match.part != finding.span:
        return f"其中“{_with_differences(match, finding)}”见 "
    return "见于 " if finding.verdict is Verdict.VERBATIM else f"原文（{share(match)}）见 "


def _place(match: Match, unit: Unit) -> str:
    citation = match.citation
    path = " > ".join((f"《{citation.document.title}》", *citation.path))
    part = "，只是原句的一部分" if match.partial and unit is not Unit.PHRASE else ""
    return f"{path}（第 {citation.span.start}–{citation.span.end} 字{part}）"


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"

"""Findings -> what the comments beside the words of a draft say: verdict, difference, source."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.desk.text.differing import HARMLESS, Kind, pairs
from chatbot.desk.wording.finding import Finding, Match, Unit, Verdict
from chatbot.desk.wording.weight import Weight, weight
from chatbot.told import findings_told
from chatbot.told.formal_citation import official_form
from index.spans import Span

_LEFT_OUT = "一致（或只差标点、写法）、出处也对的，没有批注。"
_NOTE = "批注里的原文是摘录，请以发布机关正式文本为准。"

_CALLED = {Unit.SENTENCE: "句话", Unit.QUOTE: "段引文", Unit.PHRASE: "个提法"}
_SHORT, _AROUND = 6, 3  # characters: so little is shown with what stands around it


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to come: the words of the draft it is about, the verdict, and lines below it."""

    span: Span
    verdict: str
    lines: tuple[str, ...]


def remarks(
    draft: str, findings: Sequence[Finding], told: Sequence[str], every: bool = False
) -> tuple[Remark, ...]:
    """What is `told` of the whole at the draft's first words, then a remark for each finding.

    Words that stand in the plans, but for their signs, need none, unless the source named for them
    is wrong or `every` finding is asked for.
    """
    first = draft.partition("\n")[0]
    opening = Span(len(first) - len(first.lstrip()), len(first))
    left_out = () if every else (_LEFT_OUT,)
    return (
        Remark(opening, "核对小结", (*told, *left_out, _NOTE)),
        *(
            Remark(one.span, _verdict(one), tuple(_lines(one)))
            for one in findings
            if every or findings_told.calls_for_a_look(one)
        ),
    )


def _verdict(finding: Finding) -> str:
    told = f"{findings_told.UNITS[finding.unit]}{findings_told.verdict_of(finding)}"
    is_hinted = weight(finding) is Weight.ABSENT
    return f"{told}：规划里没有这{_CALLED[finding.unit]}" if is_hinted else told


def _lines(finding: Finding) -> Iterator[str]:
    if finding.slip:
        yield findings_told.slip_words(finding)
    if cut := findings_told.cut_words(finding):
        yield cut
    if finding.checked:
        yield findings_told.claim_words(finding.checked)
    for change, times in Counter(_changes(finding)).items():
        yield f"{change}{f'（{times} 处）' if times > 1 else ''}"
    shown = findings_told.places_shown(finding)
    for match in finding.matches[:shown]:
        yield from _place(match, finding)
    if len(finding.matches) > shown:
        yield f"另有 {len(finding.matches) - shown} 处"


def _place(match: Match, finding: Finding) -> Iterator[str]:
    told = findings_told.place_words(match, finding)
    if finding.verdict is Verdict.VERBATIM and not match.partial:
        yield told.removesuffix("：") + _source(match)
        return
    yield told + findings_told.one_line(match.citation.quote)
    yield f"——{_source(match)}"


def _source(match: Match) -> str:
    return official_form(match.citation.document, match.citation.path)


def _changes(finding: Finding) -> Iterator[str]:
    """What of the plan's words went and what came instead, in order, each with its kind."""
    compared = finding.matches[0] if finding.matches else None
    if finding.verdict is not Verdict.DIFFERS or compared is None or finding.slip:
        return
    if compared.part != finding.span:
        return
    pieces = [("", "", None), *pairs(compared.differences), ("", "", None)]
    for place, (gone, come, kind) in enumerate(pieces):
        if kind is None:
            continue
        before = _beside(pieces[place - 1])[-_AROUND:]
        after = _beside(pieces[place + 1])[:_AROUND]
        if kind in HARMLESS or len(gone + come) > _SHORT:
            before = after = ""
        yield f"{findings_told.KINDS[kind]}：{_change(gone, come, before, after)}"


def _change(gone: str, come: str, before: str, after: str) -> str:
    if (gone and come) or before or after:
        return f"原文“{before}{gone}{after}”，文稿“{before}{come}{after}”"
    return f"文稿缺“{gone}”" if gone else f"文稿多“{come}”"


def _beside(piece: tuple[str, str, Kind | None]) -> str:
    """The words beside a change, where both have them."""
    return findings_told.one_line(piece[1]) if piece[2] is None else ""

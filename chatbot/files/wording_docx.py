"""The findings of a draft -> a Word file for the file: the sum, the draft marked, each sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from chatbot.desk.wording.finding import Finding, Match
from chatbot.files.made import Made
from chatbot.files.word_file import Mark, WordFile, Words
from chatbot.told import findings_told
from chatbot.told.draft_shown import Bit, Stretch, bits_of, lay_out_draft, tag
from chatbot.told.formal_citation import official_form

_NOTE = "出处一栏为文件原文摘录，请以发布机关正式文本为准。"
_SIGNS = (
    "与原文不同的地方：原文的字在虚线框里，文稿的字在实线框里并加粗，方括号里写明是哪一种不同。"
)
_HEADS = ("序号", "文稿的话", "结论", "最接近的原文和出处")
_WIDTHS = (1, 4, 3, 5)


@dataclass(frozen=True, slots=True)
class Report:
    """What goes into the file: a draft, its findings, their sum, and who asked when."""

    draft: str
    findings: tuple[Finding, ...]
    summary: str
    made: Made
    particulars: str


def wording_docx(report: Report) -> bytes:
    """The bytes of a .docx that says what the page of the wording check shows."""
    file = WordFile("文稿核对报告", report.made)
    drafts_sum = sha256(report.draft.encode("utf-8", "replace")).hexdigest()
    known_by = f"文稿：{len(report.draft)} 字，校验值（SHA-256）{drafts_sum}"
    for line in (report.particulars, known_by, report.summary, _NOTE, _SIGNS):
        file.paragraph(line)
    file.heading("一、文稿")
    file.paragraph(list(_draft(lay_out_draft(report.draft, report.findings))))
    file.heading("二、逐处说明")
    file.table(_HEADS, _WIDTHS, (_row(*one) for one in enumerate(report.findings, 1)))
    return file.content()


def _draft(stretches: Sequence[Stretch]) -> Iterator[Words]:
    for stretch in stretches:
        yield from _bits(stretch.bits)
        for one in stretch.tags:
            yield Words(f"〔{one.word} {one.number}〕", Mark.STRONG)


def _row(number: int, finding: Finding) -> tuple[str, list[Words], str, list[Words]]:
    verdict = f"{findings_told.UNITS[finding.unit]}{tag(number, finding).word}"
    claimed = findings_told.claim_words(finding.checked) if finding.checked else ""
    told = "\n".join(filter(None, (verdict, findings_told.slip_words(finding), claimed)))
    return str(number), list(_bits(bits_of(finding))), told, list(_places(finding))


def _bits(bits: Sequence[Bit]) -> Iterator[Words]:
    for bit in bits:
        if not bit.kind:
            yield Words(bit.text)
            continue
        if bit.gone:
            yield Words(bit.gone, Mark.GONE)
        if bit.text:
            yield Words(bit.text, Mark.COME)
        yield Words(f"［{bit.kind}{'缺' if not bit.text else '' if bit.gone else '多'}］")


def _places(finding: Finding) -> Iterator[Words]:
    shown = findings_told.places_shown(finding)
    for place, match in enumerate(finding.matches[:shown]):
        yield Words(("\n" if place else "") + findings_told.place_words(match, finding) + "\n")
        yield from _cited(match)
    if len(finding.matches) > shown:
        yield Words(f"\n另有 {len(finding.matches) - shown} 处")


def _cited(match: Match) -> Iterator[Words]:
    citation = match.citation
    yield Words(f"{citation.quote}\n")
    yield Words(f"——{official_form(citation.document, citation.path)}", Mark.STRONG)

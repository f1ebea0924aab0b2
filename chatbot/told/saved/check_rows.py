"""Findings -> how many are of which kind, and each of them as a row that can be kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from chatbot.desk.wording.finding import Finding, Match
from chatbot.desk.wording.weight import Weight, weight
from chatbot.records.batch import Batch, Noted
from chatbot.records.checks import Counts, SavedCheck
from chatbot.told import findings_told
from chatbot.told.formal_citation import official_form

KINDS = {"substance": "实质出入", "absent": "未见", "small": "只是标点写法", "verbatim": "一致"}
_LABEL = "label"  # a heading, which is neither right nor wrong
SUMMARY = ("文稿", *KINDS.values(), "说明")
ROWS = ("文稿", "序号", "结论", "文稿的话", "规划的话（未见的，是最相近的一处）", "出处")
_KIND_OF = {
    Weight.SUBSTANCE: "substance",
    Weight.ABSENT: "absent",
    Weight.FORM: "small",
    Weight.SAME: "verbatim",
    Weight.LABEL: _LABEL,
}
Cells = tuple[str | int, ...]


def counts_of(findings: Sequence[Finding]) -> Counts:
    counted = Counter(map(kind_of, findings))
    return Counts(**{kind: counted[kind] for kind in KINDS})


def kind_of(finding: Finding) -> str:
    """A name of Counts, or that of headings."""
    return _KIND_OF[weight(finding)]


def counts_told(counts: Counts) -> str:
    """实质出入 1，未见 0，只是标点写法 2，一致 3."""
    return "，".join(f"{word} {getattr(counts, kind)}" for kind, word in KINDS.items())


def noted(findings: Sequence[Finding]) -> tuple[Noted, ...]:
    return tuple(map(_noted, findings))


def worst_first(checks: Sequence[SavedCheck]) -> list[SavedCheck]:
    """By what differs in substance, then what stands nowhere; last what was not checked."""
    return sorted(checks, key=_badness)


def summary_rows(batch: Batch) -> Iterator[Cells]:
    for check in worst_first(batch.checks):
        counts = (getattr(check.counts, kind) for kind in KINDS)
        waits = "" if check.generation else "还没有核对"
        yield (check.name, *counts, check.fault or waits)


def finding_rows(batch: Batch, found: Mapping[str, tuple[Noted, ...]]) -> Iterator[Cells]:
    """Every finding of every draft, the worst draft first."""
    for check in worst_first(batch.checks):
        for number, one in enumerate(found.get(check.id, ()), 1):
            yield (check.name, number, one.verdict, one.words, one.plan, one.source)


def _badness(check: SavedCheck) -> tuple[bool, int, int, int, str]:
    counts = check.counts
    marks = -counts.substance, -counts.absent, -counts.small
    return not check.generation, *marks, check.name


def _noted(finding: Finding) -> Noted:
    verdict = f"{findings_told.UNITS[finding.unit]}{findings_told.verdict_of(finding)}"
    claimed = findings_told.claim_words(finding.checked) if finding.checked else ""
    told = "\n".join(filter(None, (verdict, findings_told.slip_words(finding), claimed)))
    places = finding.matches[: 1 if _is_whole(finding) else None]
    return Noted(
        kind_of(finding),
        told,
        finding.text,
        "\n".join(match.citation.quote for match in places),
        "\n".join(map(_source, places)),
    )


def _is_whole(finding: Finding) -> bool:
    """Whether its first place is one of all its words, so that the others say the same again."""
    return not finding.matches or finding.matches[0].part == finding.span


def _source(match: Match) -> str:
    return official_form(match.citation.document, match.citation.path)

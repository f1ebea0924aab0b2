"""Findings -> the words in which people are told of them, at the command line and on the page."""

from collections.abc import Sequence

from chatbot.desk.phrases.near_misses import Slip
from chatbot.desk.text.differing import HARMLESS, Difference, Kind, Op
from chatbot.desk.wording.claims import Held
from chatbot.desk.wording.finding import Checked, Finding, Match, Unit, Verdict

KINDS = {
    Kind.NUMBER: "数字",
    Kind.DATE: "日期",
    Kind.NAME: "名称",
    Kind.PUNCTUATION: "标点",
    Kind.NOTATION: "写法",
    Kind.WORDING: "文字",
}
UNITS = {Unit.SENTENCE: "", Unit.QUOTE: "引文 ", Unit.PHRASE: "提法 "}
CLAIMS = {
    Held.CONFIRMED: "出处属实：{}。",
    Held.ELSEWHERE: "出处不符：文稿说是{}，原文在下面所列的地方。",
    Held.ABSENT: "出处不符：文稿说是{}，那里和别处都没有这样的话。",
    Held.UNKNOWN_DOCUMENT: "出处无法核对：没有收入{}。",
}
SLIPS = {
    Slip.ORDER: "各项的顺序与原文不同",
    Slip.DROPPED: "比原文少了一项",
    Slip.WORDING: "用字与原文不同",
}
VARIANTS = {Slip.ORDER: "顺序不同", Slip.DROPPED: "少一项", Slip.WORDING: "用字不同"}
PLACES_SHOWN = 3


def summary(findings: Sequence[Finding], documents: int) -> str:
    """One line; `documents` is how many plans the draft was compared with."""
    count = {verdict: sum(one.verdict is verdict for one in findings) for verdict in Verdict}
    harmless = sum(map(is_harmless, findings))
    misplaced = sum(map(is_misplaced, findings))
    return (
        f"与 {documents} 份文件核对，共 {len(findings)} 处："
        f"逐字一致 {count[Verdict.VERBATIM]}，有出入 {count[Verdict.DIFFERS]}"
        f"{f'（其中 {harmless} 处只是标点或写法不同）' if harmless else ''}，"
        f"未见 {count[Verdict.ABSENT]}"
        f"{f'；出处不符 {misplaced}' if misplaced else ''}。"
    )


_MISPLACED = frozenset({Held.ELSEWHERE, Held.ABSENT})


def verdict_of(finding: Finding) -> str:
    if finding.verdict is Verdict.VERBATIM:
        return "逐字一致"
    if finding.verdict is Verdict.ABSENT:
        return "未见"
    return "只有标点或写法不同" if is_harmless(finding) else "有出入"


def is_harmless(finding: Finding) -> bool:
    """Whether nothing but punctuation and notation differs."""
    if finding.verdict is not Verdict.DIFFERS:
        return False
    if finding.matches[0].part != finding.span:
        return False  # put together from several places of the plans
    changes = changes_of(finding)
    return bool(changes) and all(change.kind in HARMLESS for change in changes)


def calls_for_a_look(finding: Finding) -> bool:
    """Whether the words stand nowhere as they are, or not where the draft says."""
    return finding.verdict is not Verdict.VERBATIM or is_misplaced(finding)


def is_misplaced(finding: Finding) -> bool:
    """Whether the words do not stand where the draft says."""
    return finding.checked is not None and finding.checked.held in _MISPLACED


def changes_of(finding: Finding) -> list[Difference]:
    return [piece for piece in finding.matches[0].differences if piece.op is not Op.EQUAL]


def claim_words(checked: Checked) -> str:
    return CLAIMS[checked.held].format(checked.claim.text)


def place_words(match: Match, finding: Finding) -> str:
    """What stands before the plan's words: how near they are, and to which part of the finding."""
    part = f"其中“{match.part_of(finding)}”" if match.part != finding.span else ""
    if finding.verdict is Verdict.ABSENT:
        near = f"规划里最相近的一处（{share(match)}）"
    else:
        near = f"原文（{share(match)}）" if match.differences else "见于"
    partly = match.partial and finding.unit is not Unit.PHRASE
    return f"{part}{near}{'，只是原句的一部分' if partly else ''}："


def places_shown(finding: Finding) -> int:
    """How many of its places are told at once; those of its parts are told all."""
    whole = not finding.matches or finding.matches[0].part == finding.span
    return PLACES_SHOWN if whole else len(finding.matches)


def slip_words(finding: Finding) -> str:
    """How a set phrase is missed, and the phrase; "" when the finding is about something else."""
    if finding.slip is None:
        return ""
    return f"固定提法，{SLIPS[finding.slip]}：{finding.matches[0].citation.quote}"


def share(match: Match) -> str:
    """How alike, rounded down: 100 % would say that nothing differs."""
    return f"相同 {int(100 * match.similarity)}%"


def one_line(words: str) -> str:
    return " ".join(words.split())

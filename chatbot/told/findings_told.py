"""Findings -> the words in which people are told of them, at the command line and on the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from chatbot.desk.phrases.near_misses import Slip
from chatbot.desk.text.differing import Kind, pairs
from chatbot.desk.wording.claims import Held
from chatbot.desk.wording.finding import Checked, Finding, Match, Unit, Verdict
from chatbot.desk.wording.weight import Weight, is_form_only, weighed, weight

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
GROUPS = {
    Weight.SUBSTANCE: "实质",
    Weight.ABSENT: "未见",
    Weight.FORM: "标点",
    Weight.SAME: "一致",
    Weight.LABEL: "标题",
}
VARIANTS = {Slip.ORDER: "顺序不同", Slip.DROPPED: "少一项", Slip.WORDING: "用字不同"}
PLACES_SHOWN = 3


def summary(findings: Sequence[Finding], documents: int) -> str:
    """One line; `documents` is how many plans the draft was compared with."""
    counts = Counter(map(weight, findings))
    misplaced = sum(1 for one in findings if one.checked and one.checked.held in _MISPLACED)
    form = f"，一致（{_FORM}）{counts[Weight.FORM]}" if counts[Weight.FORM] else ""
    return (
        f"与 {documents} 份文件核对：有出入 {counts[Weight.SUBSTANCE]}，"
        f"未见 {counts[Weight.ABSENT]}，逐字一致 {counts[Weight.SAME]}{form}"
        f"{f'；出处不符 {misplaced}' if misplaced else ''}。"
    )


_MISPLACED = frozenset({Held.ELSEWHERE, Held.ABSENT})
_FORM = "仅标点或全半角不同"


def verdict_of(finding: Finding) -> str:
    """What became of the words, in a word or two."""
    found = weight(finding)
    if found is Weight.LABEL:
        return "标题、称呼"
    if found is Weight.FORM:
        return f"一致（{_FORM if is_form_only(finding) else '仅写法不同'}）"
    if finding.checked and found is not weight(replace(finding, checked=None)):
        unknown = finding.checked.held is Held.UNKNOWN_DOCUMENT
        return "出处无法核对" if unknown else "出处不符"
    return {Weight.SAME: "逐字一致", Weight.ABSENT: "未见"}.get(found, "有出入")


def gist(finding: Finding) -> str:
    """What it is about, in one short line: the plan's words → the draft's, else its first words."""
    if finding.slip:
        match = finding.matches[-1]
        return f"{one_line(match.citation.quote)} → {match.part_of(finding)}"
    if verdict_of(finding) in {"出处不符", "出处无法核对"} and finding.checked:
        return finding.checked.claim.text
    changes = [
        f"{KINDS[kind]}：{gone} → {come}"
        if gone and come
        else f"{'缺' if gone else '多'}“{gone or come}”"
        for match in finding.matches[:1]
        for (gone, come, kind), quiet in weighed(match)
        if not quiet and weight(finding) is Weight.SUBSTANCE
    ]
    told = one_line("；".join(changes) or finding.text)
    return told if len(told) <= _GIST else f"{told[:_GIST]}……"


def calls_for_a_look(finding: Finding) -> bool:
    """Whether it differs in substance, stands nowhere, or not where the draft says."""
    return weight(finding) in {Weight.SUBSTANCE, Weight.ABSENT}


_GIST = 36  # characters


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
    return f"固定提法，{SLIPS[finding.slip]}：{one_line(finding.matches[-1].citation.quote)}"


def cut_words(finding: Finding) -> str:
    """That the draft ends a sentence which the plan goes on with; "" where it does not."""
    if finding.verdict is not Verdict.DIFFERS or not finding.matches[0].goes_on:
        return ""
    changes = list(pairs(finding.matches[0].differences))
    ended = bool(changes) and changes[-1][2] is Kind.PUNCTUATION and changes[-1][1] in _STOPS
    return "文稿在这里断了句，原文后面还有话。" if ended else ""


_STOPS = frozenset("。；！.;!")


def share(match: Match) -> str:
    """How alike, rounded down: 100 % would say that nothing differs."""
    return f"相同 {int(100 * match.similarity)}%"


def one_line(words: str) -> str:
    return " ".join(words.split())

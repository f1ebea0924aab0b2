"""A finding -> what it weighs for who answers for the draft: substance, absent, form, the same."""

from enum import Enum

from chatbot.desk.text.differing import Kind, pairs
from chatbot.desk.text.form import same_form
from chatbot.desk.wording.claims import Held
from chatbot.desk.wording.finding import Finding, Match, Verdict

_ENDS = frozenset("。；！.;!")  # any of them ends a sentence, and says no more than that
Change = tuple[str, str, Kind]


class Weight(Enum):
    """实质, 未见, 标点, 一致, and headings, which state nothing; the heaviest first."""

    SUBSTANCE = "substance"
    ABSENT = "absent"
    FORM = "form"
    SAME = "same"
    LABEL = "label"


def weight(finding: Finding) -> Weight:
    """What a finding weighs; verbatim words of which the source is wrong are no small matter."""
    if finding.is_label:
        return Weight.LABEL
    if finding.verdict is Verdict.ABSENT:
        return Weight.ABSENT
    if finding.slip or (finding.checked and finding.checked.held is not Held.CONFIRMED):
        return Weight.SUBSTANCE
    if finding.verdict is Verdict.VERBATIM:
        return Weight.SAME
    return Weight.FORM if _is_small(finding) else Weight.SUBSTANCE


def is_form_only(finding: Finding) -> bool:
    """Whether the words are the plan's, in signs of another width or form."""
    match = _compared(finding)
    return match is not None and all(quiet for _, quiet in weighed(match))


def weighed(match: Match) -> list[tuple[Change, bool]]:
    """The changes of a match in order, each with whether it is a matter of form only.

    Another full stop is one, where the plan's sentence ends too.
    """
    told = list(pairs(match.differences))
    return [
        (
            (gone, come, kind),
            same_form(gone, come) or (place == len(told) and _ends(gone, come, match)),
        )
        for place, (gone, come, kind) in enumerate(told, 1)
        if kind
    ]


def _is_small(finding: Finding) -> bool:
    match = _compared(finding)
    return match is not None and all(
        quiet or kind is Kind.NOTATION for (_, _, kind), quiet in weighed(match)
    )


def _compared(finding: Finding) -> Match | None:
    """The place that all words of the finding are compared with; not parts of it with several."""
    if finding.verdict is not Verdict.DIFFERS or finding.slip:
        return None
    match = finding.matches[0]
    whole = match.part == finding.span and match.differences
    return match if whole else None


def _ends(gone: str, come: str, match: Match) -> bool:
    return not match.goes_on and {*gone, *come} <= _ENDS

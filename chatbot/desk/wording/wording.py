"""A draft -> findings: each of its words held against the plans, or known to state nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from chatbot.desk.text.amounts import amounts
from chatbot.desk.text.clauses import MARKER
from chatbot.desk.wording.claims import claims
from chatbot.desk.wording.draft import TELLING, letters, sentences_of
from chatbot.desk.wording.finding import Finding, Unit, Verdict
from chatbot.desk.wording.leads import is_aside
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.sentence import Missed, Sentence
from chatbot.desk.wording.weight import is_form_only
from index.language.dates import find_dates
from index.spans import Span, trimmed

_LABEL = 16  # letters: a longer line is no heading
_STOPS = re.compile(r"[。；！？!?;\n]")
_STATES = re.compile(r"[。；，？,;?.]")  # signs of a sentence, not of a heading or an address
Judge = Callable[[Span], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of a draft between findings that need no proof: a list number, who says it, a link."""

    span: Span
    text: str


def check_wording(draft: str, matcher: Matcher) -> tuple[Finding, ...]:
    """What becomes of a draft, in order; no two findings meet, what is left are asides."""
    claimed, missed = tuple(claims(draft)), tuple(_missed(draft, matcher))

    def judged(span: Span) -> tuple[Finding, ...]:
        return Sentence(draft, span, claimed, missed, matcher).findings()

    found: list[Finding] = []
    for lines in _over_gaps(draft, matcher):
        found += (_labelled(draft, one) for one in _judge_lines(draft, lines, judged))
    left = [one for one in _gaps(draft, found) if not is_aside(one.cut(draft))]
    absent = (Finding(one, one.cut(draft), Verdict.ABSENT, Unit.SENTENCE) for one in left)
    return tuple(sorted((*found, *absent), key=lambda finding: finding.span))


def asides(draft: str, findings: Iterable[Finding]) -> tuple[Aside, ...]:
    """The words of a draft that no finding is about; signs and white space are none."""
    return tuple(Aside(span, span.cut(draft)) for span in _gaps(draft, findings))


def _gaps(draft: str, findings: Iterable[Finding]) -> Iterator[Span]:
    """What lies between findings, cut at full stops, where it has letters."""
    start = 0
    for end, after in (*((one.span.start, one.span.end) for one in findings), (len(draft), 0)):
        for stop in (*(found.end() for found in _STOPS.finditer(draft, start, end)), end):
            span = trimmed(draft, start, stop)
            if span and letters(span.cut(draft)):
                yield span
            start = stop
        start = after


def _missed(draft: str, matcher: Matcher) -> Iterator[Missed]:
    for miss, matches in matcher.missed_phrases(draft):
        yield miss.span, miss.slip, matches


def _over_gaps(draft: str, matcher: Matcher) -> Iterator[tuple[Span, ...]]:
    """The sentences of a draft; what only an empty line parts, and the plans do not, is one."""
    waiting: tuple[Span, ...] = ()
    for lines in sentences_of(draft):
        both = Span(waiting[0].start, lines[-1].end).cut(draft) if waiting else ""
        if waiting and waiting[-1].cut(draft)[-1].isalnum() and matcher.exact(both):
            waiting = (*waiting, *lines)
            continue
        if waiting:
            yield waiting
        waiting = lines
    if waiting:
        yield waiting


def _judge_lines(draft: str, lines: tuple[Span, ...], judged: Judge) -> tuple[Finding, ...]:
    """A sentence broken over lines is judged whole, unless its lines are better known apart."""
    whole = judged(Span(lines[0].start, lines[-1].end))
    fragments = any(letters(line.cut(draft)) < TELLING for line in lines)
    if len(lines) == 1 or fragments or _is_same(whole[0]):
        return whole
    apart = tuple(finding for line in lines for finding in judged(line))
    known = any(map(_is_same, apart))
    return apart if known or whole[0].verdict is Verdict.ABSENT else whole


def _is_same(finding: Finding) -> bool:
    return finding.verdict is Verdict.VERBATIM or is_form_only(finding)


def _labelled(draft: str, finding: Finding) -> Finding:
    """Marked as a label, where absent words are a heading, an address, a date of their own."""
    if finding.verdict is not Verdict.ABSENT or finding.checked:
        return finding
    begins = not draft[: finding.span.start].rpartition("\n")[2].strip(" \t\u3000")
    ends = not draft[finding.span.end :].partition("\n")[0].strip(" \t\u3000")
    return replace(finding, is_label=True) if begins and _is_label(finding.text, ends) else finding


def _is_label(text: str, ends: bool) -> bool:
    bare = MARKER.sub("", text.strip(), count=1)
    if [date.span for date in find_dates(bare.strip("（）()"))] == [
        Span(0, len(bare.strip("（）()")))
    ]:
        return ends
    addressed = bare[-1:] in "：:！!"
    states = _STATES.search(bare) or any(amounts(bare)) or letters(bare) > _LABEL
    return not states and (ends or addressed)

"""One sentence of a draft -> its findings, each word in one of them at most."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chatbot.desk.phrases.near_misses import Slip
from chatbot.desk.text.clauses import MARKER
from chatbot.desk.text.corpus import Place
from chatbot.desk.text.differing import HARMLESS, pairs
from chatbot.desk.text.squeezed import squeeze
from chatbot.desk.wording.claims import Claim
from chatbot.desk.wording.draft import TELLING, letters, quotes, readings
from chatbot.desk.wording.finding import Finding, Match, Unit, Verdict
from chatbot.desk.wording.leads import is_aside
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.nearest import Near, led_otherwise, nearly_led
from chatbot.desk.wording.pieces import Pieces
from index.spans import Span, trimmed

_HINT = 0.5  # a nearest passage less alike than this is no help
_BETTER_WITHOUT_LEAD = 0.05
_A_QUOTATION = 6  # letters: fewer between quotation marks are a term
_EDGES = " \t\n\u3000，,、；;：:。.！!“”‘’「」『』\"'"
Missed = tuple[Span, Slip, tuple[Match, ...]]


class Sentence:
    """One sentence of a draft, being judged; `missed` are the set phrases it almost uses."""

    def __init__(
        self,
        draft: str,
        span: Span,
        claimed: Sequence[Claim],
        missed: Sequence[Missed],
        matcher: Matcher,
    ) -> None:
        self._draft = draft
        self._span = span
        self._claims = [claim for claim in claimed if span.holds(claim.span)]
        self._missed = [one for one in missed if span.holds(one[0])]
        self._matcher = matcher
        self._pieces = Pieces(draft, matcher)
        self._ways = tuple(readings(draft, span))

    def findings(self) -> tuple[Finding, ...]:
        """In order; none meets another."""
        standing = [(way, self._matcher.formed(self._words(way))) for way in self._ways]
        verbatim = [(way, self._verbatim(way, places)) for way, places in standing]
        for way, found in (*verbatim, *standing):
            if places := self._places(way, found):
                return (self._same(way, places, Unit.SENTENCE),)
        whole = self._unlike()
        told = self._told_apart(whole)
        own = list(self._between(told))
        quoted = not own and all(one.unit is Unit.QUOTE for one in told)
        if told and (whole.verdict is Verdict.ABSENT or quoted):
            parts = [*told, *(self._part(one) for one in own)]
            return tuple(sorted(parts, key=lambda part: part.span))
        return (self._with_parts(whole, told),)

    def _places(self, way: Span, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Those of the places before which the plan says nothing that the lead should be."""
        lead = self._draft[self._span.start : way.start]
        if not lead.strip():
            return places
        if any(nearly_led(lead, one, self._matcher.corpus) for one in places):
            return ()
        return tuple(one for one in places if not self._led_otherwise(lead, one))

    def _verbatim(self, part: Span, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Those of the places where the words stand in the same signs."""
        text = squeeze(self._words(part)).text if places else ""
        return tuple(one for one in places if one.text == text)

    def _same(self, part: Span, places: tuple[Place, ...], unit: Unit) -> Finding:
        """The finding of words that stand there, all signs in the same form or not."""
        claim, words = self._claim(part), self._words(part)
        if exact := self._verbatim(part, places):
            checked = self._matcher.checked(claim, exact)
            matches = self._matcher.same(exact, part, claim)
            return Finding(part, words, Verdict.VERBATIM, unit, matches, checked)
        checked = self._matcher.checked(claim, places)
        matches = self._matcher.same(places, part, claim, self._draft)
        return Finding(part, words, Verdict.DIFFERS, unit, matches, checked)

    def _unlike(self) -> Finding:
        """The finding of a sentence that stands nowhere word for word."""
        best, found = self._ways[0], tuple[Near, ...]()
        for way in self._ways:
            lead = self._draft[self._span.start : way.start]
            left_out = letters(MARKER.sub("", lead.strip(), count=1))
            if left_out and _is_close(found) and not self._claim(way):
                continue
            near = self._matcher.near(self._words(way), self._claim(way))
            if letters(lead) and near and self._led_otherwise(lead, near[0].place):
                continue
            better = _similarity(found) + (_BETTER_WITHOUT_LEAD if left_out else 0)
            if near and (not found or near[0].similarity > better):
                best, found = way, near
        if not _is_close(found):
            if pieces := self._pieces.most_of(best):
                return Finding(best, self._words(best), Verdict.DIFFERS, Unit.SENTENCE, pieces)
            best = self._ways[-1] if self._claim(self._ways[-1]) else best
        return self._differs_or_absent(best, found, Unit.SENTENCE)

    def _told_apart(self, whole: Finding) -> list[Finding]:
        """The quotations that are no part of the sentence in the plans, and phrases missed."""
        told = [
            self._with_phrases(one)
            for quote in quotes(self._draft, self._span)
            if letters(quote.cut(self._draft)) >= _A_QUOTATION and not _held_with(whole, quote)
            if (one := self._part(quote, Unit.QUOTE)).verdict is not Verdict.ABSENT
        ]
        for span, slip, matches in self._missed:
            if not any(one.span.meets(span) for one in told):
                words = self._words(span)
                told.append(Finding(span, words, Verdict.DIFFERS, Unit.PHRASE, matches, None, slip))
        return sorted(told, key=lambda one: one.span)

    def _between(self, told: Sequence[Finding]) -> Iterator[Span]:
        """The sentence's own words around what is told apart, where they state something."""
        start = self._span.start
        for end, after in (*((one.span.start, one.span.end) for one in told), (self._span.end, 0)):
            part = _bare(self._draft, start, end)
            if part and letters(self._words(part)) >= TELLING and not is_aside(self._words(part)):
                yield part
            start = after

    def _part(self, part: Span, unit: Unit = Unit.SENTENCE) -> Finding:
        words = self._words(part)
        if places := self._matcher.formed(words):
            return self._same(part, places, unit)
        return self._differs_or_absent(part, self._matcher.near(words, self._claim(part)), unit)

    def _differs_or_absent(self, part: Span, found: tuple[Near, ...], unit: Unit) -> Finding:
        claim = self._claim(part)
        if not _is_close(found):
            hint = [self._matcher.hint(one, part) for one in found[:1] if one.similarity >= _HINT]
            checked = self._matcher.checked(claim, ())
            return Finding(part, self._words(part), Verdict.ABSENT, unit, tuple(hint), checked)
        matches = self._matcher.alike(found, part, self._draft)
        more = () if unit is Unit.QUOTE else self._pieces.added_from_elsewhere(part, matches[0])
        checked = self._matcher.checked(claim, [one.place for one in found[: len(matches)]])
        return Finding(part, self._words(part), Verdict.DIFFERS, unit, (*matches, *more), checked)

    def _with_parts(self, whole: Finding, told: Sequence[Finding]) -> Finding:
        """The finding of a sentence, with the places of what is quoted from elsewhere in it."""
        quoted = [one.matches[0] for one in told if one.unit is Unit.QUOTE]
        inside = [match for match in quoted if whole.span.holds(match.part)]
        return self._with_phrases(replace(whole, matches=(*whole.matches, *inside)))

    def _with_phrases(self, finding: Finding) -> Finding:
        """With the first set phrase that is missed in these words, told last of its places."""
        if finding.verdict is not Verdict.DIFFERS:
            return finding
        for span, slip, matches in self._missed:
            if finding.span.holds(span):
                return replace(finding, matches=(*finding.matches, matches[0]), slip=slip)
        return finding

    def _led_otherwise(self, lead: str, place: Place) -> bool:
        return led_otherwise(lead, place, self._matcher.corpus)

    def _claim(self, part: Span) -> Claim | None:
        """The source named for these words: before them in the sentence, or behind them."""
        beside = [claim for claim in self._claims if not claim.span.meets(part)]
        before = [claim for claim in beside if claim.span.end <= part.start]
        return next(reversed(before or beside), None)

    def _words(self, span: Span) -> str:
        return span.cut(self._draft)


def _is_close(found: tuple[Near, ...]) -> bool:
    return bool(found) and found[0].is_close


def _similarity(found: tuple[Near, ...]) -> float:
    return found[0].similarity if found else 0.0


def _bare(draft: str, start: int, end: int) -> Span | None:
    """The words between two places, without the signs at either edge."""
    while start < end and draft[start] in _EDGES:
        start += 1
    while end > start and draft[end - 1] in _EDGES:
        end -= 1
    return trimmed(draft, start, end)


def _held_with(finding: Finding, quote: Span) -> bool:
    """Whether the plan's sentence has this quotation too, between marks of whatever form."""
    if finding.verdict is not Verdict.DIFFERS or not finding.span.holds(quote):
        return False
    place = finding.span.start
    for gone, words, kind in pairs(finding.matches[0].differences):
        if place <= quote.start - 1 < place + len(words):
            return kind is None or (kind in HARMLESS and bool(gone))
        place += len(words)
    return False

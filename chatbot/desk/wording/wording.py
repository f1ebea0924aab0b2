"""A draft -> findings: each of its sentences and quotations held against the plans."""

from collections.abc import Callable, Iterator

from chatbot.desk.text.clauses import MARKER
from chatbot.desk.text.corpus import Place
from chatbot.desk.text.differing import HARMLESS, Op, pairs
from chatbot.desk.wording.claims import Claim, claims
from chatbot.desk.wording.draft import TELLING, clauses_of, letters, quotes, readings, sentences_of
from chatbot.desk.wording.finding import Finding, Match, Unit, Verdict
from chatbot.desk.wording.matching import Matcher
from chatbot.desk.wording.nearest import Near, led_otherwise, nearly_led
from index.language.sentences import sentences
from index.spans import Span

_HINT = 0.5  # a nearest passage less alike than this is no help
_BETTER_WITHOUT_LEAD = 0.05
_A_QUOTATION = 6  # letters: fewer between quotation marks are a term
_OWN_WORDS = 25  # letters: more around a quotation are a sentence of the draft's own
_A_PIECE = 8  # letters: a clause so long may come from another sentence of the plans
_LIKE_A_PIECE = 0.8
_MADE_OF_PIECES = 0.7  # of a sentence's letters, at least, stand in the plans clause by clause


def check_wording(draft: str, matcher: Matcher) -> tuple[Finding, ...]:
    """A finding a sentence, in order; after it those of what is in it.

    Those are quotations that are no part of the sentence in the plans, and set phrases that
    the draft almost uses.
    """
    claimed = tuple(claims(draft))

    def judged(span: Span) -> tuple[Finding, ...]:
        return tuple(_Sentence(draft, span, claimed, matcher).findings())

    found: list[Finding] = []
    for lines in _over_gaps(draft, matcher):
        found += _judge_lines(draft, lines, judged)
    found += _missed_phrases(draft, matcher)
    return tuple(sorted(found, key=lambda finding: (finding.span.start, -finding.span.end)))


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


def _missed_phrases(draft: str, matcher: Matcher) -> Iterator[Finding]:
    for miss, matches in matcher.missed_phrases(draft):
        words = miss.span.cut(draft)
        yield Finding(miss.span, words, Verdict.DIFFERS, Unit.PHRASE, matches, None, miss.slip)


def _judge_lines(
    draft: str, lines: tuple[Span, ...], judged: Callable[[Span], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """A sentence broken over lines is judged whole, unless its lines are better known apart."""
    whole = judged(Span(lines[0].start, lines[-1].end))
    fragments = any(letters(line.cut(draft)) < TELLING for line in lines)
    if len(lines) == 1 or fragments or whole[0].verdict is Verdict.VERBATIM:
        return whole
    apart = tuple(finding for line in lines for finding in judged(line))
    known = any(finding.verdict is Verdict.VERBATIM for finding in apart)
    return apart if known or whole[0].verdict is Verdict.ABSENT else whole


class _Sentence:
    """One sentence of a draft, being judged."""

    def __init__(
        self, draft: str, span: Span, claimed: tuple[Claim, ...], matcher: Matcher
    ) -> None:
        self._draft = draft
        self._span = span
        self._claims = claimed
        self._matcher = matcher
        self._ways = tuple(readings(draft, span))

    def findings(self) -> Iterator[Finding]:
        for way in self._ways:
            if found := self._verbatim(way):
                yield found
                return
        whole = self._unlike()
        quoted = [
            self._quoted(quote)
            for quote in quotes(self._draft, self._span)
            if letters(quote.cut(self._draft)) >= _A_QUOTATION and not _held_with(whole, quote)
        ]
        told = [finding for finding in quoted if finding.verdict is not Verdict.ABSENT]
        around = letters(self._words(self._span)) - sum(letters(one.text) for one in told)
        if not told or around > _OWN_WORDS:
            yield whole
        yield from told

    def _verbatim(self, way: Span) -> Finding | None:
        places = self._matcher.exact(self._words(way))
        lead = self._draft[self._span.start : way.start]
        if lead.strip():
            if any(nearly_led(lead, one, self._matcher.corpus) for one in places):
                return None
            places = tuple(one for one in places if not self._led_otherwise(lead, one))
        if not places:
            return None
        claim = self._claim(way)
        matches = self._matcher.same(places, way, claim)
        checked = self._matcher.checked(claim, places)
        return Finding(way, self._words(way), Verdict.VERBATIM, Unit.SENTENCE, matches, checked)

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
            if pieces := self._pieces(best):
                return Finding(best, self._words(best), Verdict.DIFFERS, Unit.SENTENCE, pieces)
            best = self._ways[-1] if self._claim(self._ways[-1]) else best
        return self._differs_or_absent(best, found, Unit.SENTENCE)

    def _quoted(self, quote: Span) -> Finding:
        words, claim = self._words(quote), self._claim(quote)
        if places := self._matcher.exact(words):
            matches = self._matcher.same(places, quote, claim)
            checked = self._matcher.checked(claim, places)
            return Finding(quote, words, Verdict.VERBATIM, Unit.QUOTE, matches, checked)
        return self._differs_or_absent(quote, self._matcher.near(words, claim), Unit.QUOTE)

    def _differs_or_absent(self, part: Span, found: tuple[Near, ...], unit: Unit) -> Finding:
        claim = self._claim(part)
        if not _is_close(found):
            hint = [self._matcher.hint(one, part) for one in found[:1] if one.similarity >= _HINT]
            checked = self._matcher.checked(claim, ())
            return Finding(part, self._words(part), Verdict.ABSENT, unit, tuple(hint), checked)
        matches = self._matcher.alike(found, part, self._draft)
        more = () if unit is Unit.QUOTE else self._added_from_elsewhere(part, matches[0])
        checked = self._matcher.checked(claim, [one.place for one in found[: len(matches)]])
        return Finding(part, self._words(part), Verdict.DIFFERS, unit, (*matches, *more), checked)

    def _added_from_elsewhere(self, part: Span, match: Match) -> tuple[Match, ...]:
        """Clauses that the plan's sentence lacks, where another sentence of the plans has them."""
        added = list[Span]()
        place = part.start
        for piece in match.differences:
            if piece.op is Op.DELETE:
                continue
            if piece.op is Op.INSERT and letters(piece.text) >= _A_PIECE:
                added.append(Span(place, place + len(piece.text)))
            place += len(piece.text)
        return tuple(match for span in added for match in self._addition(part, span))

    def _addition(self, part: Span, added: Span) -> tuple[Match, ...]:
        """Where added words stand: all their clauses together, else each by itself."""
        whole = [one for one in clauses_of(self._draft, part) if added.holds(one)]
        together = self._clause(Span(whole[0].start, whole[-1].end)) if len(whole) > 1 else ()
        return together or tuple(match for clause in whole for match in self._clause(clause))

    def _pieces(self, part: Span) -> tuple[Match, ...]:
        """The clauses that stand in the plans, if they are most of it.

        In two sentences or more, or word for word in one.
        """
        found = [
            match for clause in clauses_of(self._draft, part) for match in self._clause(clause)
        ]
        covered = sum(letters(self._words(match.part)) for match in found)
        enough = covered >= _MADE_OF_PIECES * letters(self._words(part))
        exact = not any(match.differences for match in found)
        swapped = exact and len(found) > 1  # clauses of one sentence in another order
        return (
            tuple(found) if enough and (swapped or len(set(map(_sentence_of, found))) > 1) else ()
        )

    def _clause(self, clause: Span) -> tuple[Match, ...]:
        words = self._words(clause)
        if letters(words) < _A_PIECE:
            return ()
        if places := self._matcher.exact(words):
            return self._matcher.same(places, clause, None)[:1]
        near = self._matcher.near(words)
        if _similarity(near) < _LIKE_A_PIECE:
            return ()
        return self._matcher.alike(near[:1], clause, self._draft)

    def _led_otherwise(self, lead: str, place: Place) -> bool:
        return led_otherwise(lead, place, self._matcher.corpus)

    def _claim(self, part: Span) -> Claim | None:
        """The source named for these words: before them in the sentence, or behind them."""
        beside = [
            claim
            for claim in self._claims
            if self._span.holds(claim.span) and not claim.span.meets(part)
        ]
        before = [claim for claim in beside if claim.span.end <= part.start]
        return next(reversed(before or beside), None)

    def _words(self, span: Span) -> str:
        return span.cut(self._draft)


def _sentence_of(match: Match) -> tuple[str, Span]:
    """The sentence of a plan that a match lies in."""
    citation = match.citation
    text, span = citation.document.text, citation.span
    line = Span(text.rfind("\n", 0, span.start) + 1, span.end)
    *_, last = sentences(text, line)
    return citation.document.id, Span(last.start, last.start + 1)


def _is_close(found: tuple[Near, ...]) -> bool:
    return bool(found) and found[0].is_close


def _similarity(found: tuple[Near, ...]) -> float:
    return found[0].similarity if found else 0.0


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

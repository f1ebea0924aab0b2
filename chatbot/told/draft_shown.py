"""A draft and its findings -> stretches to show; joined together they are the draft again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.desk.text.differing import HARMLESS, pairs
from chatbot.desk.wording.finding import Finding, Verdict
from chatbot.told import findings_told

_TONES = {Verdict.VERBATIM: "verbatim", Verdict.DIFFERS: "differs", Verdict.ABSENT: "absent"}


@dataclass(frozen=True, slots=True)
class Bit:
    """Words of the draft, the plan's words they stand for, and what kind of change that is.

    `kind` is "" where nothing differs; `is_small` for punctuation and notation.
    """

    text: str
    gone: str = ""
    kind: str = ""
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """The number of a finding, and its verdict in a word and as a name of its looks."""

    number: int
    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the draft: a sentence with its findings, outermost first, or what lies between."""

    bits: tuple[Bit, ...]
    tags: tuple[Tag, ...] = ()

    @property
    def text(self) -> str:
        return "".join(bit.text for bit in self.bits)


def lay_out_draft(draft: str, findings: Sequence[Finding]) -> tuple[Stretch, ...]:
    """Every character of the draft in order; `findings` come as check_wording orders them."""
    return tuple(_stretches(draft, findings))


def tag(number: int, finding: Finding) -> Tag:
    tone = "small" if findings_told.is_harmless(finding) else _TONES[finding.verdict]
    return Tag(number, tone, findings_told.verdict_of(finding))


def bits_of(finding: Finding) -> tuple[Bit, ...]:
    """The words of a finding, each change from the plan's sentence in its place."""
    compared = finding.matches[0] if finding.matches else None
    if compared is None or not compared.differences or compared.part != finding.span:
        return (Bit(finding.text),)
    return tuple(
        Bit(come, gone, findings_told.KINDS[kind], kind in HARMLESS) if kind else Bit(come)
        for gone, come, kind in pairs(compared.differences)
    )


def _stretches(draft: str, findings: Sequence[Finding]) -> Iterator[Stretch]:
    done, place = 0, 0
    while place < len(findings):
        outer = findings[place]
        within = [tag(place + 1, outer)]
        place += 1
        while place < len(findings) and findings[place].span.start < outer.span.end:
            within.append(tag(place + 1, findings[place]))
            place += 1
        if outer.span.start > done:
            yield Stretch((Bit(draft[done : outer.span.start]),))
        yield Stretch(bits_of(outer), tuple(within))
        done = outer.span.end
    if done < len(draft):
        yield Stretch((Bit(draft[done:]),))

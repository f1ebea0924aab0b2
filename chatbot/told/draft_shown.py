"""A draft and its findings -> stretches to show; joined together they are the draft again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.desk.text.differing import Kind, pairs
from chatbot.desk.wording.finding import Finding, Match
from chatbot.desk.wording.weight import Change, Weight, weighed, weight
from chatbot.desk.wording.wording import asides
from chatbot.told import findings_told
from index.spans import Span

_TONES = {
    Weight.SUBSTANCE: "differs",
    Weight.ABSENT: "absent",
    Weight.FORM: "small",
    Weight.SAME: "verbatim",
    Weight.LABEL: "label",
}


@dataclass(frozen=True, slots=True)
class Bit:
    """Words of the draft, the plan's words they stand for, and what kind of change that is.

    `kind` is "" where nothing differs; `is_small` for another form of a sign, another notation.
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
    """Part of the draft: the words of a finding with its tag, or what lies between.

    `is_aside`: words between that are not compared.
    """

    bits: tuple[Bit, ...]
    tags: tuple[Tag, ...] = ()
    is_aside: bool = False

    @property
    def text(self) -> str:
        return "".join(bit.text for bit in self.bits)


def lay_out_draft(draft: str, findings: Sequence[Finding]) -> tuple[Stretch, ...]:
    """Every character of the draft in order; `findings` come as check_wording orders them."""
    marked = [
        *(
            (one.span, Stretch(_loud(bits_of(one)), (tag(number, one),)))
            for number, one in enumerate(findings, 1)
        ),
        *((one.span, Stretch((Bit(one.text),), (), True)) for one in asides(draft, findings)),
    ]
    return tuple(_filled(draft, sorted(marked, key=lambda one: one[0])))


def tag(number: int, finding: Finding) -> Tag:
    return Tag(number, _TONES[weight(finding)], findings_told.verdict_of(finding))


def bits_of(finding: Finding) -> tuple[Bit, ...]:
    """The words of a finding, each change from the plan's sentence in its place."""
    compared = finding.matches[0] if finding.matches else None
    if compared is None or not compared.differences or compared.part != finding.span:
        return (Bit(finding.text),)
    return bits_compared(compared)


def bits_compared(match: Match) -> tuple[Bit, ...]:
    """The words of the draft that a place is compared with, each change in its place."""
    quiet = iter(weighed(match))
    return tuple(
        Bit(come, gone, findings_told.KINDS[kind], _is_small(*next(quiet))) if kind else Bit(come)
        for gone, come, kind in pairs(match.differences)
    )


def _is_small(change: Change, quiet: bool) -> bool:
    return quiet or change[2] is Kind.NOTATION


def _loud(bits: Sequence[Bit]) -> tuple[Bit, ...]:
    """The words with those changes only that are no small matter; the others read as written."""
    shown = (Bit(bit.text) if bit.is_small else bit for bit in bits)
    return tuple(bit for bit in shown if bit.text or bit.gone)


def _filled(draft: str, marked: Sequence[tuple[Span, Stretch]]) -> Iterator[Stretch]:
    done = 0
    for span, stretch in marked:
        if span.start > done:
            yield Stretch((Bit(draft[done : span.start]),))
        yield stretch
        done = span.end
    if done < len(draft):
        yield Stretch((Bit(draft[done:]),))

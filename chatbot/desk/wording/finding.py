"""Finding: what became of one sentence or quotation of a draft, with its places in the plans."""

from dataclasses import dataclass
from enum import Enum

from chatbot.answering.citing import Citation
from chatbot.desk.phrases.near_misses import Slip
from chatbot.desk.text.differing import Difference
from chatbot.desk.wording.claims import Claim, Held
from index.spans import Span


class Verdict(Enum):
    """逐字一致, 有出入, 未见."""

    VERBATIM = "verbatim"
    DIFFERS = "differs"
    ABSENT = "absent"


class Unit(Enum):
    """What of the draft was held against the plans."""

    SENTENCE = "sentence"
    QUOTE = "quote"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Match:
    """A place of the plans beside `part` of the draft, and what differs; `similarity` is 0 to 1.

    `partial`: the plan's sentence says more than the words shown; `goes_on`: behind them.
    """

    citation: Citation
    part: Span
    similarity: float
    differences: tuple[Difference, ...] = ()
    partial: bool = False
    goes_on: bool = False

    def part_of(self, finding: "Finding") -> str:
        """The words of the draft that this place is compared with."""
        return finding.text[self.part.start - finding.span.start :][: len(self.part)]


@dataclass(frozen=True, slots=True)
class Checked:
    """A source that the draft names for its words, and whether they stand there."""

    claim: Claim
    held: Held


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a sentence, quotation or set phrase; `text` is the draft's cut at `span`.

    `slip` tells how a set phrase is missed: the words themselves, or one in them, and then the
    last match is the phrase. `is_label`: a heading or an address, which states nothing.
    """

    span: Span
    text: str
    verdict: Verdict
    unit: Unit
    matches: tuple[Match, ...] = ()
    checked: Checked | None = None
    slip: Slip | None = None
    is_label: bool = False

    def __post_init__(self) -> None:
        if self.verdict is Verdict.VERBATIM and any(match.differences for match in self.matches):
            raise ValueError("verbatim words have no differences")
        if self.verdict is not Verdict.ABSENT and not self.matches:
            raise ValueError("words that are found stand somewhere")

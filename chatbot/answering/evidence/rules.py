"""Rules: all that speaks for or against a candidate, each with a name, a sentence and a measure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence import form, ranking, shapes
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight, weights
from index.language.tokens import fold

Measure = Callable[[Understood, Found, Candidate], float]
_FULL_FORM = weight("full", "form")


class On(Enum):
    """What a rule speaks of."""

    WORDS = "words"
    NAMED = "named"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Rule:
    """`measure` tells from 0 to 1 how much of it a candidate has; `told` says it to a person.

    `kinds` are the kinds of questions it is asked for, none for all; `on` says whether it speaks
    of words, of what is known by the heading above it, or of both. Its weights stand in
    weights.toml, in [answer], [fixed] or [choice].
    """

    name: str
    told: str
    measure: Measure
    on: On = On.BOTH
    kinds: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class _Form:
    """A way in which words may be put that fits some kinds of questions."""

    name: str
    told: str
    holds: Callable[[Understood, str], bool]
    kinds: frozenset[Kind]

    def rule(self) -> Rule:
        """The rule on a candidate's words."""

        def measure(understood: Understood, _: Found, candidate: Candidate) -> float:
            return float(self.holds(understood, fold(candidate.words)))

        return Rule(self.name, self.told, measure, On.WORDS, self.kinds)


_LIST, _HOW, _WHO = frozenset({Kind.LIST}), frozenset({Kind.HOW}), frozenset({Kind.WHO})
_DEFINITION, _YES_NO = frozenset({Kind.DEFINITION}), frozenset({Kind.YES_NO})
_WHAT_MAY_NOT = _LIST | _HOW | _WHO | _YES_NO | {Kind.WHAT}
_FORMS = (
    _Form("counts", "写明有几个，正是所问的", form.counts, _LIST),
    _Form("counts_amount", "写明有几个，正是所问的", form.counts, frozenset({Kind.AMOUNT})),
    _Form("counts_parts", "写明分几步、几方面", form.counts_parts, _LIST),
    _Form("announces", "引出下面的条目", form.announces, _LIST),
    _Form("announces_asked", "引出的条目正是所问的", form.announces_asked, _LIST),
    _Form("comprises", "把所问的分成几项", form.divides, _LIST),
    _Form("enumerates", "列出好几项", form.enumerates, _LIST),
    _Form("denies", "写明什么不可以", form.denies, _WHAT_MAY_NOT),
    _Form("tells_the_way", "写明向谁提出、交什么", form.tells_the_way, _HOW),
    _Form("permits", "写明可以、应当或不得", form.permits, _YES_NO),
    _Form("defines", "说明它是指什么", form.defines, _DEFINITION),
    _Form("equates", "说它是什么", form.equates, _DEFINITION),
    _Form("holds_quoted", "有引号里的原话", form.holds_quoted, frozenset({Kind.WORDING})),
    _Form("assigns", "写明由谁负责", form.assigns, _WHO),
    _Form("done_by", "写明由谁来做", form.done_by, _WHO),
    _Form("names_office", "写明是哪个机关", form.names_office, _WHO),
    _Form("owns", "写明归谁", form.owns, _WHO),
)


def form_fits(understood: Understood, _: Found, candidate: Candidate) -> float:
    """How well the form of what answers fits the question: it defines, it counts, it says so."""
    return min(form_worth(understood, candidate.telling) / _FULL_FORM, 1.0)


def form_worth(understood: Understood, words: str) -> float:
    """What the form of some words is worth for a question, in the weights of the choice."""
    told = fold(words)
    held = (one for one in _FORMS if understood.kind in one.kinds and one.holds(understood, told))
    return sum(weight("choice", one.name) for one in held)


# In the order in which they are measured: what costs little first.
RULES: tuple[Rule, ...] = (
    Rule("section_rank", "这一节里的段落在查找里排得多前", ranking.section_rank, On.NAMED),
    Rule("list_asked", "问的是好几项，这是完整的一列", shapes.list_asked, On.NAMED),
    Rule("section_asked", "问的是一件事，这一节的标题正是它", shapes.section_asked, On.NAMED),
    Rule("section_unasked", "问的是一句话能答的，这是整节", shapes.section_unasked, On.NAMED),
    Rule("passage_rank", "所在段落在查找里排得多前", ranking.passage_rank, On.WORDS),
    Rule("covers", "问的词，这里和标题里找得到多少", ranking.covers),
    Rule("value_missing", "没有所问的时间、数额、人或号码", shapes.value_missing, On.WORDS),
    Rule("scrap", "只是日期、称呼、落款或信的开头", shapes.scrap, On.WORDS),
    Rule("ritual", "套话，或者只说从何时起施行", shapes.ritual, On.WORDS),
    *(one.rule() for one in _FORMS),
    Rule("coverage", "问的词，引文、标题、文件名里找得到多少", ranking.coverage),
    Rule("evidence", "找到的这些词一共有多少分量", ranking.evidence),
    Rule("score", "查找得分", ranking.score),
    Rule("margin", "比别的文件高出多少", ranking.margin),
    Rule("named", "问题里说出了这一节的标题", ranking.named),
    Rule("form", "句式合不合所问", form_fits),
    Rule("wider_route", "不是问题指名的文件，也不是那个地方的", shapes.wider_route),
    Rule("place_unknown", "问的地方没有文件写到", shapes.place_unknown),
    Rule("nothing_asked", "没有看出问的是什么", shapes.nothing_asked),
)


@cache
def rules_in(table: str, kind: Kind, *, is_named: bool) -> tuple[tuple[Rule, float], ...]:
    """The rules of a table that a kind of question asks of a kind of candidate, with weights."""
    weighing, other = weights(table), On.WORDS if is_named else On.NAMED
    return tuple(
        (rule, weighing[rule.name])
        for rule in RULES
        if rule.name in weighing and rule.on is not other and (not rule.kinds or kind in rule.kinds)
    )

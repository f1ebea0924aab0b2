"""Rules: all that speaks for or against a candidate, each with a name, a sentence and a measure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence import asked, form, ranking, shapes
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import weight, weights
from index.language.tokens import fold

Measure = Callable[[Understood, Found, Candidate], float]
_FULL_FORM = weight("full", "form")


@dataclass(frozen=True, slots=True)
class Rule:
    """`measure` tells from 0 to 1 how much of it a candidate has; `told` says it to a person.

    Its weight stands in weights.toml, in [rules] or [fixed].
    """

    name: str
    told: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class _Form:
    """A way in which words may be put that fits some kinds of questions."""

    name: str
    told: str
    holds: Callable[[Understood, str], bool]
    kinds: frozenset[Kind]


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
    """What the form of some words is worth for a question, in the weights of [form]."""
    told = fold(words)
    held = (one for one in _FORMS if understood.kind in one.kinds and one.holds(understood, told))
    return sum(weight("form", one.name) for one in held)


# In the order in which they are measured: what costs little first.
RULES: tuple[Rule, ...] = (
    Rule("later", "所在段落在查找里排得靠后", ranking.later),
    Rule("margin", "所在段落比别的文件高出多少", ranking.margin),
    Rule("preferred", "正是问题指名的文件，或那个地方的文件", ranking.preferred),
    Rule("not_preferred", "不是问题指名的文件，也不是那个地方的", ranking.not_preferred),
    Rule("elsewhere", "问的是别的地方，这里没有写到它", shapes.elsewhere),
    Rule("same_document", "接着问，前一答（或最相近的原文）就在这份文件里", shapes.same_document),
    Rule("same_section", "接着问，前一答（或最相近的原文）就在这一节或旁边", shapes.same_section),
    Rule("heading", "只是标题", shapes.heading),
    Rule("short", "没有几个字", shapes.short),
    Rule("length", "长短", shapes.length),
    Rule("list_asked", "问的是好几项，这是完整的一列", shapes.list_asked),
    Rule("with_before", "连前一问的词，这里、标题和文件名里找得到多少", ranking.with_before),
    Rule("covered", "找到的这些词一共有多少分量", ranking.covered),
    Rule("several", "问的词，这里有好几个", ranking.several),
    Rule("row_of_another", "表格的这一行，没有问的最要紧的词", ranking.row_of_another),
    Rule("beyond_title", "文件名以外的问的词，这里和标题里找得到多少", ranking.beyond_title),
    Rule("in_title", "问的词，文件名里就有多少", ranking.in_title),
    Rule("form", "句式合所问", form_fits),
    Rule("value_held", "有所问的时间、数额、人或号码", asked.value_held),
    Rule("value_missing", "没有所问的时间、数额、人或号码", asked.value_missing),
    Rule("tells_duration", "问时间，这里写了多久", asked.tells_duration),
    Rule("tells_amount", "问数目，这里有数字", asked.tells_amount),
    Rule("tells_way", "问办法，这里写了向谁提出、交什么", asked.tells_way),
    Rule("tells_consequence", "问会怎样，这里写了怎么处理", asked.tells_consequence),
    Rule("contrasts", "说的是相对的另一个", asked.contrasts),
    Rule("other_year", "说的是别的年份", asked.other_year),
    Rule("no_year", "没有所问的年份", asked.no_year),
    Rule("only_in_force", "只说从何时起施行、废止什么", asked.only_in_force),
    Rule("chapters", "只是一份文件各章的名称", shapes.chapters),
    Rule("scrap", "只是日期、称呼、落款或信的开头", shapes.scrap),
    Rule("place_unknown", "问的地方没有文件写到", shapes.place_unknown),
    Rule("nothing_asked", "没有看出问的是什么", shapes.nothing_asked),
)


@cache
def weighed_rules() -> tuple[tuple[Rule, float], ...]:
    """The rules, each with its weight in log-odds."""
    weighing = weights("rules") | weights("fixed")
    return tuple((rule, weighing[rule.name]) for rule in RULES)

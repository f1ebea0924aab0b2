"""What a question may want to be told, several things at once: each speaks for what tells it."""

import re

from chatbot.answering.candidate import Candidate
from chatbot.answering.evidence.form import is_formal, tells_where
from chatbot.answering.evidence.values import holds_value, states_amount, states_duration
from chatbot.answering.looking.retrieving import Found
from chatbot.answering.understanding.contrasts import pairs
from chatbot.answering.understanding.question import Understood
from index.language.tokens import fold

_TIME = re.compile(
    r"什么时候|啥时候|何时|哪天|哪年|几月|几号|几点|多久|多长时间|日期|时间|年限|时限|期限|最迟|最晚|到什么时"
    r"|几年|几个月|几天|截止|有效期|到期|多少(天|日|年|月|小时)|几(天|日|年|个月|小时)"
)
_AMOUNT = re.compile(
    r"多少|几(?=[张个人元倍条项家所天名次分块种年万千百])|多大|多高|百分之几|比例|数量|面积|率|占比|几成|目标"
    r"|指标|总量|规模|分值|分数|加.{0,3}分|扣.{0,3}分|限额|标准|上限|下限|名额|人数|多远|多重"
)
_WAY = re.compile(
    "怎么|如何|怎样|咋|流程|程序|手续|步骤|办理|申请|去哪|到哪|在哪|上哪|哪里|哪儿|方式|途径|办法"
)
_CONSEQUENCE = re.compile(
    "会怎[么样]|怎么罚|罚多少|罚款|受罚|会罚|要罚|[谁来能]罚|怎么处[理罚分置]|后果|什么处[罚分]|什么责任|怎么追究|犯法|违法|违规"
    "|咋罚|咋处理|怎么收拾|会咋样?"
)
_SANCTION = re.compile(
    "责令|罚款|处以|给予警告|没收|吊销|撤销|追究|拘留|滞纳金|处分|依法承担|赔偿|不予|取消.{0,6}资格|提起诉讼|申请仲裁|追回|退回|逾期"
)
_FORCE = re.compile("施行|实施|执行|废止|生效|有效|解释")
_YEAR = re.compile(r"(?:19|20)\d\d")


def tells_duration(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A time is asked for, and here it says how long."""
    return float(bool(_TIME.search(understood.asking)) and states_duration(fold(candidate.words)))


def tells_amount(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A number is asked for, and here stands one."""
    return float(bool(_AMOUNT.search(understood.asking)) and states_amount(fold(candidate.words)))


def tells_way(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A way is asked for, and here it says to whom to go, or with what."""
    return float(bool(_WAY.search(understood.asking)) and tells_where(fold(candidate.words)))


def tells_consequence(understood: Understood, _: Found, candidate: Candidate) -> float:
    """Who asks what happens then is told so: a fine, an order, a claim that is lost."""
    asks = _CONSEQUENCE.search(understood.asking)
    return float(bool(asks and _SANCTION.search(fold(candidate.words))))


def value_held(understood: Understood, _: Found, candidate: Candidate) -> float:
    """The value asked for stands there: a time, an amount, a body or a number to call."""
    return float(understood.asks_for_value and holds_value(understood, candidate.words))


def value_missing(understood: Understood, _: Found, candidate: Candidate) -> float:
    """No time, amount, body or number stands there, though that is what is asked for."""
    return float(not holds_value(understood, candidate.words))


def only_in_force(understood: Understood, _: Found, candidate: Candidate) -> float:
    """It only says since when a rule is in force or which one it repeals, and nobody asked."""
    return float(is_formal(fold(candidate.words)) and not _FORCE.search(understood.asking))


def other_year(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A year is asked about, and what is said here and above it is on another one."""
    asked = _years(understood.text)
    told = _years(_around(candidate)) if asked else set()
    return float(bool(told) and not asked & told)


def no_year(understood: Understood, _: Found, candidate: Candidate) -> float:
    """A year is asked about that stands neither here nor above, nor is the document of it."""
    asked = _years(understood.text)
    document = candidate.document
    if not asked or (document.issued or document.published)[:4] in asked:
        return 0.0
    return float(not asked & _years(_around(candidate)))


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _around(candidate: Candidate) -> str:
    title = candidate.document.title
    return fold("|".join((candidate.announced_words, *candidate.section.path, title)))


def contrasts(understood: Understood, _: Found, candidate: Candidate) -> float:
    """It is on the other one of a pair (职工 for 居民): half for one pair, 1 for more."""
    asked = pairs(understood.text)
    if not asked:
        return 0.0
    told = _around(candidate)
    against = sum(1 for own, other in asked if other.search(told) and not own.search(told))
    return min(against, 2) / 2

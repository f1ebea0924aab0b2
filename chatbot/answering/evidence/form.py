"""How well the form of a sentence fits a question: it defines, it counts, it says so."""

import re
from collections.abc import Iterable

from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from chatbot.answering.weights import limit
from index.language.tokens import fold

_NEAR = limit("before_term")
_ANYTHING = re.compile("")
_COUNTED_PARTS = re.compile("几个?大?(方面|阶段|步|环节|部分|层次|级|档)")
_NUMBER_OF = r"[两二三四五六七八九十\d]个?大?"
_COUNTED = re.compile(r"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)?$")
_IS = re.compile(r"[”\"’)]{0,2}[,，]?\s*(?:即|系|就是|是(?![否不由在有从要]))")
_MEANS = re.compile(
    r"[”\"’)]{0,2}[,，]?\s*(?:是指|指的是|指)|[”\"]?[\u4e00-\u9fff]{0,4}\((?:即|指|是|[^)]{6,}的)"
)
_CALLED = re.compile(r"(?:所称|称为|简称|统称|叫做)[的为“\"‘]{0,2}$")
_DIVIDED = re.compile(r"[^,。;]{0,6}(包括|包含|分[为成]|由[^,。]{2,}组成)")
_DIVIDED_AT_ALL = re.compile(r",?" + _DIVIDED.pattern)
_NOT_BY = re.compile(r"(?<![据照对按])$")
_BY = re.compile("[^,。;]{0,6}由")


def says_something(understood: Understood, quote: str) -> bool:
    """False for a scrap, a date, and what only opens a letter (…通知如下。), unless asked for."""
    if understood.kind is Kind.WORDING:
        return True
    is_scrap = len(quote) < _SHORTEST or _A_DATE.fullmatch(quote)
    return not is_scrap and not _OPENS_A_LETTER.search(quote)


def is_formal(quote: str) -> bool:
    """Whether a folded sentence says from when a rule is in force, or which it repeals."""
    return bool(_IN_FORCE.search(quote))


def is_purpose(quote: str) -> bool:
    """Whether a sentence only says why there is a document (制定本办法)."""
    return bool(_PURPOSE.search(quote))


def holds_quoted(understood: Understood, folded: str) -> bool:
    """Whether all that the question quotes stands in the sentence, word for word."""
    return bool(understood.quoted) and all(words in folded for words in understood.quoted)


def counts(understood: Understood, folded: str) -> bool:
    """三个阶段, 五大体系: a number before a word that the question asks for."""
    asked = [word.text for word in understood.words if len(word.text) > 1]
    return _stands(asked, folded, before=_COUNTED)


def counts_parts(understood: Understood, folded: str) -> bool:
    """哪几个方面, 分几步: the sentence says how many 方面 or 步骤 there are."""
    asked = _COUNTED_PARTS.search(understood.text)
    return asked is not None and bool(re.search(_NUMBER_OF + asked[1], folded))


def equates(understood: Understood, folded: str) -> bool:
    """Whether it says X是…, which tells less than X是指…."""
    return _stands(_terms(understood), folded, after=_IS)


def _stands(
    terms: Iterable[str],
    folded: str,
    *,
    before: re.Pattern[str] = _ANYTHING,
    after: re.Pattern[str] = _ANYTHING,
) -> bool:
    """Whether one of the terms stands in a text with this before it and that after it."""
    for term in terms:
        place = folded.find(term)
        while place >= 0:
            near = max(place - _NEAR, 0)
            if before.search(folded, near, place) and after.match(folded, place + len(term)):
                return True
            place = folded.find(term, place + 1)
    return False


def _terms(understood: Understood) -> tuple[str, ...]:
    """What a definition may be of: what the question quotes, its words, and runs of words."""
    words = (word.text for word in understood.words if len(word.text) > 1 and word.boost >= 1)
    return (*understood.quoted, *_runs_of_words(understood), *words)


def defines(understood: Understood, folded: str) -> bool:
    """X是指…, 本法所称X, …（以下简称X）: a sentence that says what a word of the question is."""
    terms = _terms(understood)
    return _stands(terms, folded, after=_MEANS) or _stands(terms, folded, before=_CALLED)


def _runs_of_words(understood: Understood) -> list[str]:
    """The content words that stand together in the question: 刚性支出困难家庭 is one term."""
    runs: list[str] = []
    for word in understood.words:
        if runs and runs[-1] + word.text in understood.text:
            runs[-1] += word.text
        else:
            runs.append(word.text)
    return [run for run in runs if len(run) > 1]


def comprises(understood: Understood, quote: str) -> bool:
    """Whether a quote is itself the list asked for: it divides the subject and enumerates."""
    folded = fold(quote)
    return divides(understood, folded) and enumerates(understood, folded)


def divides(understood: Understood, folded: str) -> bool:
    """残疾人包括视力残疾、听力残疾…: the sentence divides just what the question asks of."""
    divided = _DIVIDED_AT_ALL if _ASKS_FOR_KINDS.search(understood.text) else _DIVIDED
    return _stands(_terms(understood), folded, after=divided)


def announces(_: Understood, folded: str) -> bool:
    return folded.endswith(":")


def announces_asked(understood: Understood, folded: str) -> bool:
    """…应当符合下列条件: answers 哪些条件 better than a sentence on anything else."""
    found = _ANNOUNCED.search(folded)
    return found is not None and found[1] in understood.text


def enumerates(_: Understood, folded: str) -> bool:
    return bool(_ENUMERATION.search(folded))


def permits(_: Understood, folded: str) -> bool:
    """不得, 可以, 应当: whether one may is answered by a rule."""
    return bool(_RULE.search(folded))


def assigns(understood: Understood, folded: str) -> bool:
    """(民政部、财政部负责): the sentence gives a task to somebody, as the question asks."""
    return bool(_TASK.search(understood.text) and _TASK.search(folded))


def done_by(understood: Understood, folded: str) -> bool:
    """国防教育大纲由…制定: who does something stands after 由, and what is asked of before it."""
    return _stands(_runs_of_words(understood), folded, before=_NOT_BY, after=_BY)


def names_office(understood: Understood, folded: str) -> bool:
    """办理收养登记的机关是…: names the office, when that is asked (哪个机关, 什么部门)."""
    return bool(_WHICH.search(understood.text) and _OFFICE_IS.search(folded))


def owns(understood: Understood, folded: str) -> bool:
    """公共收益归全体业主: whose a thing is."""
    return bool(_WHOSE.search(understood.text) and _IS_OF.search(folded))


def denies(understood: Understood, folded: str) -> bool:
    """不得, 不属于: what may not be is answered by a sentence that forbids or leaves out."""
    return bool(_ASKS_WHAT_IS_NOT.search(understood.text) and _NOT.search(folded))


def tells_the_way(understood: Understood, folded: str) -> bool:
    """Where to go and with what, when an errand is asked about."""
    return bool(_ERRAND.search(understood.text)) and tells_where(folded)


def tells_where(folded: str) -> bool:
    """向街道办事处提出申请, 持户口簿到…: where to go and with what."""
    return bool(_THE_WAY.search(folded))


_SHORTEST = limit("scrap")
_A_DATE = re.compile(r"[\d一二三四五六七八九十〇零○]+\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日")
_OPENS_A_LETTER = re.compile(r"(通知|公布|报告|函告|批复|说明|公告|请示)如下[。：:]$")
_IN_FORCE = re.compile(r"废止|^[^。]{0,24}自.{4,16}起(施行|实施|执行)")
_PURPOSE = re.compile(r"(制定|颁布|提出|印发)(了?以下|如下|本)[^,，。]{0,8}[。：:]?$")
_ANNOUNCED = re.compile(r"(?:下列|以下|如下)?([\u4e00-\u9fff]{2}):$")
_ASKS_FOR_KINDS = re.compile("哪?[几两二三四五六七八九十](种|类|个|项|大|部分)|包括|分为")
_ENUMERATION = re.compile(r"(、[^、。;]{1,20}){3,}")
_RULE = re.compile(r"不得|不能|不予|严禁|禁止|可以|应当|允许|必须|原则上")
_TASK = re.compile(r"负责|牵头|主管|归.{0,3}管|组织实施|承担|审核|审批|监制|召集|主办")
_WHICH = re.compile("哪个|哪些|什么|哪一")
_OFFICE_IS = re.compile("(机关|部门|单位|机构|主体|人)[是为]")
_WHOSE = re.compile("归谁|属于谁|是谁的|归属")
_IS_OF = re.compile("归|属于")
_ASKS_WHAT_IS_NOT = re.compile(
    "不能|不得|不可以|不准|不许|禁止|不予|不属于|不需要|不用|不让|不算|不会|不要求|不给|不包括"
)
_NOT = re.compile(
    "不得|不属于|不予|禁止|严禁|不能|不适用|无需|不需|除外|不包括|不准|不受理|不再|免于|免予"
)
_ERRAND = re.compile("申请|办|登记|领|报名|报销|投诉|手续|程序|流程")
_THE_WAY = re.compile(
    r"[向到][^,。;]{2,30}(提出|申请|提交|申报|办理|申领|登记|投诉|反映)|提交[^。;]{2,20}材料|持[^。;]{2,30}[到向]"
    r"|通过[^。;]{2,30}(办理|申请|提出)|(程序|流程|手续)[^。]{0,6}:"
)

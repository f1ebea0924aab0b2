"""A folded question -> its kind: what an answer to it must hold."""

import re
from enum import Enum

from chatbot.answering.understanding.about_documents import phrase_of_fact
from chatbot.answering.understanding.small_talk import is_cry_for_help, is_small_talk


class Kind(Enum):
    """What an answer must hold: a value of some type, a list, a rule, or just the words."""

    SMALL_TALK = "small_talk"
    METADATA = "metadata"
    WORDING = "wording"
    CONTACT = "contact"
    DEFINITION = "definition"
    WHEN = "when"
    AMOUNT = "amount"
    WHO = "who"
    LIST = "list"
    HOW = "how"
    YES_NO = "yes_no"
    WHAT = "what"


def kind_of(text: str) -> tuple[Kind, str]:
    """The kind of a folded question, and the part of it that told so ("" for a plain one)."""
    phrase = "" if is_cry_for_help(text) else phrase_of_fact(text)
    if not phrase and is_small_talk(text):
        return Kind.SMALL_TALK, text
    if phrase:
        return Kind.METADATA, phrase
    for kind, pattern in _KINDS:
        if found := pattern.search(text):
            return kind, found[0]
    return Kind.WHAT, ""


_CONTACT = "(电话|联系方式|网址|热线|邮箱|手机号|地址)"
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.WORDING, r"表述|原文|原话|怎么写的|怎么提的|提法|怎么说的|哪几句|哪句话"),
        (
            Kind.CONTACT,
            rf"{_CONTACT}(号码)?(是|在|有|多少|什么|几|呢|吗|[?。]|$)|(什么|哪|查|打|留)[^,。]{{0,6}}{_CONTACT}"
            r"|[局院站所室心构]在哪[里儿]|(?<![续序程步道径])怎么走",
        ),
        (
            Kind.DEFINITION,
            r"什么意思|啥意思|含义|何谓|(什么|啥)叫|(什么|啥)是|是指什么|指的?是?什么|指的?是?啥|叫什么"
            r"|定义|(什么样|怎样|啥样)的.{0,8}(算|是|叫)|(怎么|如何|怎样)(界定|理解|解释|定义)",
        ),
        (
            Kind.WHEN,
            r"什么时候|啥时候|哪个?时候|什么日子|几时|何时|哪几?天|哪一天|哪几[日号]|哪年|哪一年|几月|几号|几点|多久|多长时间|日期|什么时间"
            r"|年限|时限|期限|最迟|最晚|[几多少]+个?(天|日|工作日|小时|月)(之?内|以内|前|后|能|可以)|[从到]几[号月]",
        ),
        (Kind.LIST, r"由哪.{1,6}(组成|构成)"),
        (
            Kind.WHO,
            r"谁|哪一?级|(哪个|哪些|哪几个|什么|哪家|哪一个)(部门|科室|单位|机关|机构|局|委|人)|牵头|由哪|归哪",
        ),
        (
            Kind.LIST,
            r"哪些|哪几|哪[二三四五六七八九十两]|分几|有什么|有啥|分别|包括|包含|各是"
            r"|些(什么|啥)|(什么|啥)(内容|信息|东西|材料|资料|证件|证明|项目|手续)",
        ),
        (Kind.YES_NO, r"几[^,。多]{1,30}吗[?。]*$"),  # 几家能…吗: a few, not how many
        (
            Kind.AMOUNT,
            r"多少|(?<![十百千万])几(?=[张个人元倍条项家所天名次分块种年万千百])|多大|多高|百分之几|金额",
        ),
        (Kind.HOW, r"怎么|如何|怎样|咋|什么样|做什么|干什么|讲什么|说什么"),
        (Kind.YES_NO, r"吗|是否|能不能|有没有|可不可以|会不会|要不要|能否|可否|是不是|允许"),
    )
)

"""A question that is only a topic (养老, 残疾人的政策, 梅州养老有什么打算) -> the topic."""

import re
from dataclasses import dataclass

from chatbot.answering.understanding.question import Understood, content_words
from chatbot.answering.weights import limit
from index.generation import Generation
from index.language.regions import places_in
from index.language.tokens import without_question_phrases

_OPENS = re.compile(
    "^(?:我?想?(?:了解|知道|问问?|看看?|查查?|咨询|请教)(?:一下|下)?|讲讲|说说|介绍(?:一下)?|关于|有关|对于|针对|在)+"
)
_CLOSES = re.compile(
    "(?:这?(?:方面|一块|块儿?|领域))?(?:都|是|的|还)?(?:有|做|干|搞|写了?|讲了?|提了?|说了?)?(?:些|了)?"
    "(?:什么|哪些|啥|何|怎么|怎样|如何|咋)?(?:样|的)?(?:相关|具体|主要|新|最新)?的?"
    "(?:政策|规定|规划|计划|打算|安排|内容|措施|举措|办法|情况|要求|信息|消息|文件|说法|动作)?"
    "(?:是什么|是啥|怎么样|怎样|如何|怎么说的?|怎么写的?|怎么规定的?|有吗|呢|吗|呀|啊)?"
    "[?？。!,，、 ]*$"
)
_ASPECT = re.compile(  # what is asked of a thing in a search box: 居住证 有效期
    "(?:期限?|条件|对象|年限|标准|费用?|要求|流程|程序|手续|材料|比例|金额|数额|时间|日期|范围|方式|地点|地址|电话"
    "|名额|限额|人数|数量|面积|年龄|资格|部门|单位|目标|职责|区别|意思|定义|含义)$"
)
_GOES_ON = re.compile("^那|呢$")
_JOINS = re.compile("[的和与及、,或 ?？。!]")
_ASKED = re.compile(
    "[?？吗呢么谁哪几啥咋怎嘛]|多[少久长大高]|什么|如何|能不能|是否|是不是|有没有|可以|可不可以|要不要|为何"
)
_LONGEST_NAMED = limit("topic_named")
_MOST_WORDS, _LONGEST = limit("topic_words"), limit("topic")


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a topic, as typed (`text`) and one by one; `is_bare` when nothing is asked."""

    text: str
    words: tuple[str, ...]
    is_bare: bool


def topic_of(understood: Understood, generation: Generation) -> Topic | None:
    """The topic that a question is, without the place it names; None when it asks something.

    Who asks what is planned, done or said on it in general asks for nothing but the topic. What
    stands as a heading of its own (总体要求, 办理流程) is a topic whatever it ends with.
    """
    tokenizer = generation.tokenizer
    typed = understood.text.strip("?？。!,， ")
    if generation.has_heading(typed) and not understood.follows:
        named = tuple(word.text for word in content_words(typed, "", tokenizer))
        return Topic(typed, named or (typed,), is_bare=True)
    goes_on = understood.follows and _GOES_ON.search(typed)
    if understood.quoted or understood.ordinal or goes_on or _ASPECT.search(typed):
        return None
    text = _CLOSES.sub("", _OPENS.sub("", typed)) or typed
    is_bare = text == _OPENS.sub("", typed)
    for place in places_in(text, tokenizer.words(text)):
        text = re.sub(f"^{place}[省市县区州]?的?", "", text) or text
    if len(text) > _LONGEST or without_question_phrases(text) != text:
        return None
    words = tuple(word.text for word in content_words(text, "", tokenizer))
    if not 0 < len(words) <= _MOST_WORDS or "".join(words) != _JOINS.sub("", text):
        return None
    return Topic(text, words, is_bare)


def named_only(understood: Understood, generation: Generation) -> Topic | None:
    """What a question names that asks nothing by its words (居住证申领条件); else None.

    Looser than `topic_of`: for when the plans have no sure answer to it.
    """
    typed = _CLOSES.sub("", understood.text) or understood.text
    if understood.quoted or understood.follows or len(typed) > _LONGEST_NAMED:
        return None
    if _ASKED.search(typed):
        return None
    words = tuple(word.text for word in content_words(typed, "", generation.tokenizer))
    return Topic(typed, words, is_bare=False) if words else None

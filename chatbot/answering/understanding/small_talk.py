"""Greetings, thanks, a cry for help, questions about the product itself -> a fixed reply."""

import re
from math import log

from chatbot.answering import replies
from chatbot.answering.understanding import safety
from chatbot.answering.understanding.safety import SafeReply
from chatbot.answering.understanding.sayings import said
from chatbot.answering.understanding.scripts import is_foreign
from chatbot.answering.weights import limit, weight
from index.language.tokens import is_han

_PERHAPS, _SURELY = weight("sayings", "perhaps"), weight("sayings", "surely")
_RATHER, _NOTHING = weight("sayings", "rather"), weight("sayings", "nothing")
_SURELY_IN_DANGER = weight("sayings", "surely_in_danger")
_PERHAPS_IN_DANGER = weight("sayings", "perhaps_in_danger")

_ENOUGH = limit("saying_chinese")
_LATIN = re.compile("[a-z]{4,}")  # a passport, and no curse of three letters
_APART = re.compile(r"[\s,，。.!！?？~～、;；]+")
_NEVER_SAID = re.compile(r"[<>={}\\“”「」『』《》\"]")  # code, and wordings that are asked for
_HELP = re.compile(  # nothing else is said than where help is to be had
    "(?:那|我们?|现在|这时候?|该|应该|要|得|能|可以|去|到|找|打|向|怎么|怎样|如何)*"
    "(?:哪里?|哪儿|谁|(?:什么|哪个)?电话|怎么办|咋办|求助|报警|帮帮?我|救救?我|帮忙)+"
    "(?:求助|报警|帮忙|告|说|呢|啊|呀|吗)*[?？!！。]*"
)
_TALK = re.compile(
    r"(你好|您好|喂|嗨|哈喽|hello|hi|在吗|早上好|上午好|中午好|下午好|晚上好|好的|好|嗯|再见|拜拜"
    r"|行|知道了|明白了|懂了|晓得了|收到|ok|太好了|不用了|没事了"
    r"|(好的?|那|太|真的?|非常|十分|实在)*((谢谢|多谢|感谢|谢)(谢|你们?|您|大家|了|啊|呀|啦|哈|哦|哟|不尽|万分)*)+"
    r"|(你们?|您)?(真的?|太)?(辛苦|麻烦)(你们?|您)?(了|啦|啊|呀)+"
    r"|你是谁|您是谁|你叫什么|你叫什么名字|你是什么|你是机器人吗|(你|您)?(能|会|可以)(做|干|帮我做)?(些)?(什么|啥)|怎么用|怎么使用|帮助)"
)
_REPLIES = (
    (re.compile(r"谁|叫什么|是什么|机器人|做|干|什么|啥"), replies.ABOUT),
    (re.compile(r"怎么用|怎么使用|帮助"), replies.HELP),
    (re.compile(r"谢|辛苦|麻烦"), replies.THANKS),
    (re.compile(r"再见|拜拜"), replies.FAREWELL),
)


def is_small_talk(text: str) -> bool:
    """Whether a folded text is to be answered with a fixed reply, and nothing searched."""
    return bool(safety.found_in(text) or _is_talk_throughout(text) or _learnt(text))


def is_cry_for_help(text: str) -> bool:
    """Whether a folded text holds words of danger or for a person, whatever else it says."""
    if safety.found_in(text):
        return True
    learnt = _learnt(text)
    return learnt is not None and learnt.is_danger


def tells_of_danger(text: str) -> bool:
    """Whether a folded text surely or perhaps tells that somebody is in danger."""
    reply = _safe(text) or perhaps_said(text)
    return reply is not None and reply.is_danger


def reply_to(text: str, contact: str) -> str:
    """The fixed reply to a folded piece of small talk."""
    if safe := _safe(text):
        return safe.reply(contact)
    if _is_talk_throughout(text):
        fixed = (reply for pattern, reply in _REPLIES if pattern.search(text))
        return next(fixed, replies.GREETING)
    learnt = perhaps_said(text)
    return learnt.reply(contact) if learnt else replies.GREETING


def may_be_left(text: str) -> bool:
    """Whether a folded piece of small talk is one that staff should hear: a complaint, anger."""
    reply = _safe(text) or (None if _is_talk_throughout(text) else perhaps_said(text))
    return reply is not None and reply.is_left


def goes_on_for_help(text: str, before: str) -> bool:
    """Whether a folded text asks where help is, after one that surely told of danger (去哪求助)."""
    told = _safe(before) or _learnt(before)
    return told is not None and told.is_danger and bool(_HELP.fullmatch(text))


def is_unclear(text: str) -> bool:
    """Whether a folded piece of small talk asks something that plans are not asked: 讲个笑话."""
    if _safe(text) or _is_talk_throughout(text):
        return False
    learnt = perhaps_said(text)
    return learnt is not None and learnt.is_unclear


def kind_of_talk(text: str) -> str:
    """What a folded piece of small talk is called, for staff."""
    if safe := _safe(text):
        return safe.name
    learnt = None if _is_talk_throughout(text) else perhaps_said(text)
    return learnt.name if learnt else "寒暄"


def perhaps_said(text: str) -> SafeReply | None:
    """The reply to a folded text that may be such words, and may be a question on plans as well."""
    likeliest, table = said(_without_foreign_words(text)), safety.safe_replies()
    reply = table.learnt(likeliest.name)
    if is_foreign(text) and not (reply.is_danger and likeliest.odds >= _SURELY_IN_DANGER):
        return table.learnt("language")
    perhaps = _PERHAPS_IN_DANGER if reply.is_danger else _PERHAPS
    return None if likeliest.odds < perhaps or _NEVER_SAID.search(text) else reply


def is_rather_said(text: str, likely: float, *, has_term: bool = False) -> bool:
    """Whether a folded text is rather such words, when the plans answer it so likely (0 to 1).

    With a term of the plans in it (`has_term`) it is not; what may tell of danger always is.
    """
    reply = perhaps_said(text)
    if reply is None or reply.is_danger or is_foreign(text):
        return reply is not None
    found = log(max(likely, _NOTHING) / (1 - min(likely, 1 - _NOTHING)))
    return not has_term and said(_without_foreign_words(text)).odds - found >= _RATHER


def _learnt(text: str) -> SafeReply | None:
    """The reply to a folded text that surely is such words."""
    reply = perhaps_said(text)
    if reply is None or reply.is_searched:
        return None
    surely = _SURELY_IN_DANGER if reply.is_danger else _SURELY
    is_sure = said(_without_foreign_words(text)).odds >= surely
    return reply if is_foreign(text) or is_sure else None


def _without_foreign_words(text: str) -> str:
    """The Chinese words of a text that has enough of them: a stray help tells nothing of it."""
    left = _LATIN.sub("", text)
    return left if sum(map(is_han, left)) >= _ENOUGH else text


def _is_talk_throughout(text: str) -> bool:
    parts = _parts(text)
    return bool(parts) and all(map(_is_talk, parts))


def _is_talk(part: str) -> bool:
    if len(part) > safety.LONGEST_ALONE:
        return False  # and a pattern that repeats would be slow on it
    return bool(_TALK.fullmatch(part) or _said_alone(part))


def _safe(text: str) -> SafeReply | None:
    """The most urgent reply of the table that fits."""
    return safety.found_in(text) or next(filter(None, map(_said_alone, _parts(text))), None)


def _said_alone(part: str) -> SafeReply | None:
    return safety.safe_replies().said_alone(part)


def _parts(text: str) -> list[str]:
    return [part for part in _APART.split(text) if part]

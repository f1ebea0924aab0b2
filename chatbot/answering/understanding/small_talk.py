"""Greetings, thanks and questions about the product itself -> a fixed reply."""

import re

from chatbot.answering import replies

_REPLIES = (
    (re.compile(r"谁|叫什么|是什么|机器人|做|干|什么|啥"), replies.ABOUT),
    (re.compile(r"怎么用|怎么使用|帮助"), replies.HELP),
    (re.compile(r"谢|感谢"), replies.THANKS),
    (re.compile(r"再见|拜拜"), replies.FAREWELL),
)


def reply_to(text: str) -> str:
    """The fixed reply to a folded piece of small talk."""
    return next((reply for pattern, reply in _REPLIES if pattern.search(text)), replies.GREETING)

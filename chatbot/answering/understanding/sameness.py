"""A question as typed -> its content, equal for two questions that differ only in form."""

import re

from index.language.tokens import Tokenizer, fold

Content = frozenset[str]

# Only what no meaning hangs on: 最高 and 最低, 是 and 不是, 以前 and 以后 all stay.
_COURTESIES = (
    "请问一下 请问 请教一下 请教 您好 你好 麻烦问一下 麻烦 劳驾 谢谢"
    " 我想问一下 我想问问 我想问 想问一下 想问问 想问 问一下"
    " 我想知道 想知道 我想了解一下 我想了解 想了解一下 想了解 帮我查一下 请告诉我 告诉我"
).split()
_FORMS = {
    "怎么": "怎么样 怎样 如何 咋样 咋",
    "什么时候": "啥时候 何时 什么时间",
    "什么": "啥",
    "哪里": "哪儿",
}
_PARTICLES = frozenset("的 了 呢 吗 呀 啊 吧 嘛 么 一下".split())

_plain_forms = {form: plain for plain, forms in _FORMS.items() for form in forms.split()}
_turns = re.compile("|".join(sorted([*_COURTESIES, *_plain_forms], key=len, reverse=True)))


def content(question: str, tokenizer: Tokenizer) -> Content:
    """Its words, folded, in no order: without courtesies, particles, punctuation.

    怎么 and 如何 are one word here, and so are 什么 and 啥; synonyms are not.
    """
    text = _turns.sub(lambda turn: _plain_forms.get(turn[0], " "), fold(question))
    return frozenset(tokenizer.words(text)) - _PARTICLES

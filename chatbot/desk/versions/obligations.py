"""Text -> its words of duty, ban, permission and advice: 应当 可以 不得 宜 鼓励."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.spans import Span

_WORDS = {
    "ban": "不得|不应当?|不准|不许|不可以|严禁|禁止|无权|(?<![是])不能(?!力)",
    "advice": "不宜|(?<![适便事时相合权])宜(?!居)",
    "duty": "应当|必须|务必|有义务|(?<!必)须(?!知)|"
    "(?<![相适反供对响效感回顺])应(?![急用对付届聘邀答收激县])",
    "permission": "可以|有权|(?<![许认宁不])可(?![能疑靠持行再燃是见比操追])",
    "encouragement": "鼓励|支持|提倡|倡导",
    "exemption": "不予|免予|免除|可以不",
}
_MODAL = re.compile("|".join(f"(?P<{force}>{words})" for force, words in _WORDS.items()))


@dataclass(frozen=True, slots=True)
class Obligation:
    """A word that says how binding a rule is: where it stands, and its force (duty, ban, …)."""

    span: Span
    force: str


def obligations(text: str) -> Iterator[Obligation]:
    """The words in order; 应当, 应 and 必须 have one force, 不得 and 禁止 another."""
    for found in _MODAL.finditer(text):
        yield Obligation(Span(found.start(), found.end()), str(found.lastgroup))

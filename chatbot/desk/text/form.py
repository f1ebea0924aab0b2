"""Signs that only look different: width, the form of quotation marks, of dashes, of full stops."""

import re

from chatbot.desk.text.squeezed import squeeze

_LOOKS = {
    '"': "“”„‟「」『』﹁﹂﹃﹄〝〞｢｣‘’‚‛'",
    "-": "—–―‐‑‒−─",
    "~": "～〜∼",
    "·": "•‧・･∙",
    ".": "。｡",
    "、": "､",
    "…": "⋯",
    "<": "〈",
    ">": "〉",
    "[": "〔",
    "]": "〕",
}
_WIDTHS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FORMS = {ord(sign): form for form, signs in _LOOKS.items() for sign in signs}
_ONE_FORM = {**{code: _FORMS.get(ord(half), half) for code, half in _WIDTHS.items()}, **_FORMS}
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.。](?=\d)")


def form(text: str) -> str:
    """The text with one sign for all that look different; one character for one."""
    return text.translate(_ONE_FORM)


def same_form(one: str, other: str) -> bool:
    """Whether nothing differs but white space, width and the form of signs.

    A full stop for a decimal point is another number: 3。5 for 3.5.
    """
    formed = form(squeeze(one).text) == form(squeeze(other).text)
    return formed and _points(one) == _points(other)


def _points(text: str) -> list[str]:
    """The signs between digits."""
    return _BETWEEN_DIGITS.findall(squeeze(text.translate(_WIDTHS)).text)

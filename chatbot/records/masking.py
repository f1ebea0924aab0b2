"""Personal numbers in a question -> ＊, before anything is kept."""

import re
import unicodedata

_MASK = "＊"
_GAP = r"[ \-]?"
_PATTERNS = (
    re.compile(  # identity card, 18 signs
        rf"(?<!\d)\d{{6}}{_GAP}(?:19|20)\d{{6}}{_GAP}\d{{3}}[\dXx](?![\dXx])"
    ),
    re.compile(r"(?<!\d)\d{15}(?!\d)"),  # identity card of the old kind
    re.compile(rf"(?<!\d)(?:\d{{4}}{_GAP}){{3}}\d{{4,7}}(?!\d)"),  # bank card
    re.compile(  # mobile telephone
        rf"(?<!\d)(?:86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)"
    ),
    re.compile(r"(?<!\d)0\d{2,3}[) \-]?\d{7,8}(?!\d)"),  # landline
    re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
)


def mask(text: str) -> str:
    """The text with each personal number replaced sign by sign; its length stays."""
    folded = "".join(_half_width(sign) for sign in text)
    for pattern in _PATTERNS:
        for found in pattern.finditer(folded):
            text = text[: found.start()] + _MASK * len(found[0]) + text[found.end() :]
    return text


def _half_width(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign

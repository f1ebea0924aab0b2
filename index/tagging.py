"""Which passages match everything and answer little: rituals, addressees, signatures."""

import re
from enum import Enum

from index.language.dates import find_dates
from index.spans import Span


class Tag(Enum):
    """What a passage is besides the plan's own matter."""

    MATTER = ""
    RITUAL = "ritual"  # 以…思想为指导，深入贯彻…精神
    ADDRESSEES = "addressees"  # 各省、自治区、直辖市人民政府：
    SIGNATURE = "signature"  # 国务院办公厅 2019年1月30日


_GUIDED = re.compile(
    r"以[^。]{2,60}为(指导|指引|统领)|(深入|全面|认真)?(学习|贯彻)(落实)?[^。]{2,40}(精神|思想)"
)
_RITUAL_HEADING = re.compile(r"指导思想|总体要求|总体思路|重大意义|重要意义|总要求")
_MATTER = re.compile(r"\d|到20|达到|建成|应当|不得|负责")
_ADDRESSED = re.compile(r"(各|本?市|全|省)[^。；]{3,120}[：:]")
_LONGEST_SIGNATURE = 80  # characters


def tag(text: str, path: tuple[str, ...], span: Span) -> Tag:
    """The tag of a passage of a document's text."""
    words = span.cut(text)
    if _ADDRESSED.fullmatch("".join(words.split())):
        return Tag.ADDRESSEES
    if _is_signature(words, at_end=not text[span.end :].strip()):
        return Tag.SIGNATURE
    under_ritual = bool(path) and bool(_RITUAL_HEADING.search(path[-1]))
    return Tag.RITUAL if under_ritual and is_ritual(words) else Tag.MATTER


def is_ritual(words: str) -> bool:
    """Whether a sentence invokes guidance and spirit, and says nothing of its own."""
    return bool(_GUIDED.search(words)) and not _MATTER.search(words)


def _is_signature(words: str, *, at_end: bool) -> bool:
    dates = list(find_dates(words))
    return (
        at_end
        and len(words) <= _LONGEST_SIGNATURE
        and bool(dates)
        and "。" not in words
        and words.rstrip().endswith(dates[-1].span.cut(words))
    )

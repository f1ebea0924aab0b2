"""The words of a draft before the words of a plan: who says it, in which document, its number."""

import re

from chatbot.desk.text.amounts import amounts
from chatbot.desk.text.clauses import MARKER
from chatbot.desk.wording.claims import claims

_SAYS = "指出|提出|强调|要求|规定|明确|写道|写明|载明|表述为|表述|表示|认为|所说|如下|说|称"
_SAID = rf"(?:{_SAYS})(?:了|到|过|道)?(?!的)"
_TO_TITLE = r"[^。；“”《]{0,40}《[^《》]*》[^。；“”]{0,30}?"
_NO_NOUN = "(?<![的有相等关项家])"  # 按照有关规定， tells nothing of where words come from
_LEAD = re.compile(
    rf"{_TO_TITLE}{_SAID}[，,：:]*|{_TO_TITLE}[，,：:]"
    rf"|[^。；“”《]{{0,60}}?{_SAID}[：:]+|[^。；“”《]{{0,30}}?{_NO_NOUN}{_SAID}[，,]+"
)
_TITLE = re.compile("《[^《》]*》(?:[（(][^（）()]{1,20}[)）])?")  # with its number or status
_REFERENCE = re.compile(
    r"第[一二三四五六七八九十百零0-9]+[条款项章节]|本(?:办法|法|条例|规定|细则)"
)
_A_MEETING = re.compile(r"[一二三四五六七八九十0-9]+(?:届|次|中)(?=.*会)")
_BROKEN = re.compile("^(?:违反|不符合|除)")  # a rule that is broken is part of what is said
_DENIALS = frozenset("不未无非勿莫禁")
_OWN_IN_A_LEAD = 12  # letters of a lead that are no title and no number of a section
_LINK = 10  # letters
_MARKS = " \t\n\u3000“”‘’「」『』\"'"


def lead_length(text: str) -> int:
    """How many characters a sentence has before what it quotes; 0 where nothing is quoted."""
    found = _LEAD.match(text)
    return found.end() if found and is_lead(found[0]) else 0


def is_lead(text: str) -> bool:
    """Whether words do no more than name who speaks, or a document and a place in it."""
    text = text.strip()
    if not _LEAD.fullmatch(text) or _BROKEN.match(text):
        return False
    before, titled, _ = text.partition("《")
    speaker, comma, asked = before.rpartition("，")
    if titled and comma and not is_lead(speaker + comma):
        return False
    own = (asked if titled else before) + _without_claims(text)[len(before) :]
    own = _A_MEETING.sub("", own)
    inside = own.rstrip("，,：:")
    plain = titled or not (_REFERENCE.search(own) or re.search("[，,]", inside))
    return bool(plain) and _states_nothing(own, _OWN_IN_A_LEAD)


def is_aside(text: str) -> bool:
    """Whether words of a draft around the words of a plan need no proof.

    A list number, a lead, both, or a few words without number or denial (我们要做到“……”).
    """
    bare = MARKER.sub("", text.strip(_MARKS), count=1) if MARKER.match(text.strip(_MARKS)) else text
    bare = bare.strip(_MARKS).removesuffix("要")
    own = _without_claims(bare)
    return not any(map(str.isalnum, own)) or is_lead(bare) or _states_nothing(own, _LINK)


def _without_claims(text: str) -> str:
    """The words without titles of documents and the numbers of sections named with them."""
    for claim in reversed(tuple(claims(text))):
        text = text[: claim.span.start] + text[claim.span.end :]
    return _TITLE.sub("", text)


def _states_nothing(text: str, most: int) -> bool:
    return sum(map(str.isalnum, text)) <= most and not any(amounts(text)) and not _DENIALS & {*text}

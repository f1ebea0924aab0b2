"""Which body a document says it comes from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.intake.facts.dating import is_date
from index.language.dates import find_dates
from index.language.divisions import first_place

_MOST_SIGNERS = 12
_ENDS = (
    "国务院 办公厅 办公室 委员会 人民政府 人民代表大会 中央 局 厅 部 委 院 署 会 处 科 司 政府"
    " 领导小组 中心 支队 总队 联合会 改办 指挥部 集团 公司 银行 支行"
).split()
BODY = re.compile(
    rf"[\u4e00-\u9fff（）()、]{{2,40}}?(?:{'|'.join(_ENDS)})(?:[（(][^（()）]{{2,20}}[)）])?"
)
_WORD = "(?:(?![年月日])[\u4e00-\u9fff])"  # “…7日公安部令第78号”: the date ends before the body
_ORDER_NUMBER = r"令\s*第?\s*[\d一二三四五六七八九十百]{1,5}\s*号"
ORDER = re.compile(rf"({_WORD}(?:{_WORD}|、){{1,24}}){_ORDER_NUMBER}")
_CONGRESS = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)?第[一二三四五六七八九十]+届(全国)?人民代表大会(常务委员会)?"
)
_PASSED = re.compile(r"通过|修正|修订|修改|公布|发布|批准")
_PREMIER = re.compile(r"国务院(总理|副总理)")
_HEAD = re.compile(  # a person who heads a government or a body, without the blanks between
    r"(?P<body>[\u4e00-\u9fff]{0,16}?)(?P<office>省长|市长|州长|县长|区长|旗长|盟长|主席|部长|主任|局长|总理)"
    r"[\u4e00-\u9fff·]{2,6}"
)
_OF_A_BODY = frozenset({"部长", "主任", "局长"})
_CABINET = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,12}?)第[一二三四五六七八九十]+届人民政府")
_SHORT = re.compile(r"(省|市|州|县|区)(人民)?政府")
_LETTERHEAD = re.compile(r"(?P<body>[\u4e00-\u9fff]{4,30}?)文\s*件")
_HANDING_ON = re.compile("转发|批转|印发")
_GAP = re.compile(r"[\s\u3000]+")
_WIDE_GAP = re.compile(r"[\s\u3000]{4,}")


@dataclass(frozen=True, slots=True)
class Signature:
    """The bodies that sign, apart by blanks, and the day in ISO form; "" where a person signs."""

    bodies: str
    day: str


def signature(lines: Sequence[str]) -> Signature | None:
    """The first bodies that stand alone above a date: of a letter, not of what it carries."""
    for place, line in enumerate(lines):
        dated = next(find_dates(line), None)
        if dated is None or not is_date(line, dated):
            continue
        signers: list[str] = []
        for above in reversed(lines[max(place - _MOST_SIGNERS, 0) : place]):
            bodies = _bodies(above)
            if not bodies:
                break
            signers = [*bodies, *signers]
        by_a_person = place > 0 and _HEAD.fullmatch("".join(lines[place - 1].split()))
        if signers or by_a_person:
            return Signature(" ".join(dict.fromkeys(signers)), dated.iso)
    return None


def _bodies(line: str) -> list[str]:
    """The bodies of a line that names nothing else; 国 务 院 is one, wide gaps part them."""
    parts = ["".join(part.split()) for part in _WIDE_GAP.split(line.strip())]
    if len(parts) == 1:
        parts = _GAP.split(line.strip())
    if all(BODY.fullmatch(part) for part in parts):
        return parts
    whole = "".join(parts)
    return [whole] if BODY.fullmatch(whole) else []


def issuer_of(title: str, head: Sequence[str], signed: Signature | None, told: str) -> str:
    """The issuer: named in the title, else signing, else told by the page, else at the head.

    省政府 is the government of the place that the title begins with.
    """
    found = (
        _before_about(title)
        or (signed.bodies if signed else "")
        or told
        or _order_or_congress(head)
        or _letterhead(head)
        or next(("国务院" for line in head if _PREMIER.match(line)), "")
        or _headed(head)
    )
    place = first_place(title)
    if _SHORT.fullmatch(found) and place and place.start == 0:
        return f"{title[: place.end]}人民政府"
    return found


def _headed(head: Sequence[str]) -> str:
    """The body whose head signs or speaks; where it is not named (省长 某某) the line itself."""
    for line in head:
        if person := _HEAD.fullmatch("".join(line.split())):
            named = person["office"] in _OF_A_BODY or BODY.fullmatch(person["body"])
            return person["body"] if named else line
    return ""


def _before_about(title: str) -> str:
    before, about, _ = title.partition("关于")
    bodies = _bodies(_HANDING_ON.split(before)[0]) if about else []
    return " ".join(bodies)


def _order_or_congress(head: Sequence[str]) -> str:
    for line, below in pairwise([*head, ""]):
        together = line + below if line.endswith("令") else line
        if order := ORDER.search(together):
            return order[1].replace("中华人民共和国", "")
        if (cabinet := _CABINET.search(_undated(line))) and _PASSED.search(line):
            return f"{cabinet['place']}人民政府"
        if (congress := _CONGRESS.search(_undated(line))) and _PASSED.search(line):
            return f"{congress[1] or ''}{congress[2] or ''}人民代表大会{congress[3] or ''}"
    return ""


def _undated(line: str) -> str:
    """A line with a gap for each date: 2021年7月30日云山省第十三届… names 云山省."""
    for found in reversed(list(find_dates(line))):
        line = f"{line[: found.span.start]} {line[found.span.end :]}"
    return line


def _letterhead(head: Sequence[str]) -> str:
    """云山市人民政府文件 at the very top, as official letters have it in red."""
    for line in head[:3]:
        if (found := _LETTERHEAD.match("".join(line.split()))) and BODY.fullmatch(found["body"]):
            return found["body"]
    return ""

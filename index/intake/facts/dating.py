"""When a document was signed, comes into force and ends, read from its own lines."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.language.dates import FoundDate, find_dates

_BESIDE_A_DATE = 4  # characters
_HEAD_LINES = 20
_PASSED = re.compile(r"通过|修正|修订|修改|公布|发布|批准")
_GIVEN = re.compile(r"^[-—―–]+\s*\d{4}年")  # ——2026年1月27日在…会议上
_PRINTED = re.compile(r"印发\s*$")
_IN_FORCE = re.compile(r"[年月日号]\s*(起)?施行[）)]?$")
_OF_ITSELF = re.compile(
    r"((?<![基根原日])本|该)[^，。；,;\n]{1,16}?(自|从|于)[^。；;\n]{4,20}?(施行|实施|生效|执行|试行)"
)
_OF_SOMETHING = re.compile(r"(?<!已)(自|从)[^。；;\n]{6,14}?起(施行|实施|生效|执行|试行)")
_FROM_ISSUE = re.compile(
    r"(自|从)[^，。；\n]{0,6}?(印发|发布|公布|下发|发文)之日起"
    r"[^，。；\n]{0,6}?(施行|实施|生效|执行|试行)"
)
_UNTIL = re.compile(
    r"(有效期(限)?(至|到|截至)|施行至|执行至|实施至|起?至)(?P<day>[^，。；\n]{6,14})止?"
)
_HOLDS = re.compile("施行|实施|执行|有效|试行")  # 从2010年6月1日统计至… ends no document
_LASTS = re.compile(
    r"(有效期限?为?|试行期限?为?|试行)\s*(?P<number>[\d一二三四五六七八九十]{1,2})\s*(?P<unit>年|个月)"
)
_ENDS = re.compile(  # 本细则自2010年1月1日起实施，2015年1月1日废止
    r"(?<![基根原日])本[^。；;\n]{0,40}?起(施行|实施|执行)[，,](至|到)?(?P<day>[^。；;，,\n]{6,14})(起)?(废止|失效)"
)
_OF_THE_DOCUMENT = re.compile("(?<![基根原日])本|施行|实施|执行|印发|发布|试行|条")
_CLAUSE = re.compile("[^，,。；;：:]+")
_NO_SUBJECT = 2  # characters before 有效期: 暂定有效期三年
_AFTER_THE_DATE = re.compile(r"^[（(]?此件|^公开方式|^抄送|^主送|^主题词|印发\s*$|^附件|^联系")
_LAST_LINES = 8
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}


def is_date(line: str, found: FoundDate) -> bool:
    """Whether a line is a date and hardly more: a bracket, a place to sign."""
    return len("".join(line.split())) - len(found.span) <= _BESIDE_A_DATE


def noted_date(head: Sequence[str], own: Sequence[str]) -> str:
    """The latest of the notes below the title (…通过 …修订), else the first date there.

    `own` are the lines of `head` that go by no other document: elsewhere a date alone says little.
    """
    given = [found.iso for line in head if _GIVEN.match(line) for found in find_dates(line)]
    noted = [found.iso for line in head if _PASSED.search(line) for found in _noted(line)]
    opened = [found.iso for line in own for found in find_dates(line)]
    return (given[:1] or sorted(noted)[-1:] or opened[:1] or [""])[0]


def _noted(line: str) -> Iterator[FoundDate]:
    return (found for found in find_dates(line) if not line[: found.span.start].endswith("自"))


def effective_date(lines: Sequence[str], issued: str) -> str:
    """The day from which a document is in force; of several that it names, its own.

    自印发之日起施行 means the day in the line that says when it was printed, else the day of issue.
    """
    text = "\n".join(lines)
    own = [match[0] for match in _OF_ITSELF.finditer(text)]
    named = [match[0] for match in _OF_SOMETHING.finditer(text)]
    noted = [line for line in lines[:_HEAD_LINES] if _IN_FORCE.search(line)]
    for said in (own, [*noted, *named]):
        found = [day.iso for words in said for day in find_dates(words)]
        if found:
            return found[-1]
    return (_printed(lines) or issued) if _FROM_ISSUE.search(text) else ""


def _printed(lines: Sequence[str]) -> str:
    printed = [line for line in lines if _PRINTED.search(line)]
    found = [day.iso for line in printed[-1:] for day in find_dates(line)]
    return found[-1] if found else ""


def last_day(lines: Sequence[str], effective: str) -> str:
    """The last day on which a document holds: 有效期5年 from its first day, or a day named."""
    for line in reversed(lines):
        if (ends := _ENDS.search(line)) and (day := next(find_dates(ends["day"]), None)):
            return _before_the_same_day(day.iso, 0)
        if lasts := _lasting(line):
            months = _number(lasts["number"]) * (12 if lasts["unit"] == "年" else 1)
            return _before_the_same_day(effective, months)
        for until in _UNTIL.finditer(line):
            day = next(find_dates(until["day"]), None)
            if day and (until[2] or _HOLDS.search(_sentence_before(line, until.start("day")))):
                return day.iso
    return ""


def _sentence_before(line: str, end: int) -> str:
    return line[max(line.rfind(sign, 0, end) for sign in "。；;") + 1 : end]


def _lasting(line: str) -> re.Match[str] | None:
    """How long a document holds, in a clause on itself: not 服务协议有效期为1年."""
    for clause in _CLAUSE.finditer(line):
        lasts = _LASTS.search(clause[0])
        subject = clause[0][: lasts.start()].strip() if lasts else ""
        if lasts and (len(subject) <= _NO_SUBJECT or _OF_THE_DOCUMENT.search(subject)):
            return lasts
    return None


def dated_at_end(lines: Sequence[str]) -> str:
    """The date that stands alone below the text, where no body signs: of a copy without seals."""
    for line in reversed(lines[-_LAST_LINES:]):
        found = next(find_dates(line), None)
        if found and is_date(line, found):
            return found.iso
        if line.strip() and not _AFTER_THE_DATE.search(line.strip()):
            break
    return ""


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else _HAN.get(numeral, 0)


def _before_the_same_day(day: str, months: int) -> str:
    """The day before the one that is so many months later; "" without a whole date."""
    try:
        first = date.fromisoformat(day)
        month = first.month - 1 + months
        year = first.year + month // 12
        return (
            date(year, month % 12 + 1, min(first.day, 28))
            + timedelta(first.day - min(first.day, 28) - 1)
        ).isoformat()
    except ValueError:
        return ""

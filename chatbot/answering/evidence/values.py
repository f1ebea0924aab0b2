"""What a sentence must hold to answer when, how much, who, or how to reach somebody."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chatbot.answering.understanding.kinds import Kind
from chatbot.answering.understanding.question import Understood
from index.language.tokens import fold

_NUMBER = "[0-9一二三四五六七八九十百千万亿两半.]+"
_UNITS = (
    "元|%|个百分点|张|人|名|个|所|家|项|倍|平方|公里|岁|床|套|次|天|日"  # money, shares, counts
    "|月|年|分|吨|毫米|米|户|村|件|小时|学时|课时|公顷|亩|辆|台|只|株|棵|升|克|斤|立方|厘米|千瓦|份|批|期"
)
_DURATION = rf"{_NUMBER}个?(月|日|天|年|小时|周(?!岁)|工作日)"
_A_DURATION = re.compile(_DURATION)
_A_NUMBER = re.compile(
    r"[0-9]+|[一二三四五六七八九十百千万]+(个|名|人|岁|元|项|年|月|日|分|倍|次|平方|亩|公里|所|家|套|张|件|户)"
)
_DATE = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇零o○]{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日"
)
_MUST_HOLD = {
    Kind.WHEN: re.compile(
        rf"{_NUMBER}[时点]|(\d{{2,4}}|[一二三四五六七八九〇零o○]{{4}})年|{_DURATION}"
        r"|每(年|月|周|季)|年(初|底|末|中)|月底|\d{4}\s*[-—–]{1,2}\s*\d{4}"
    ),
    Kind.AMOUNT: re.compile(
        rf"{_NUMBER}\s*(万|亿)?({_UNITS})|百分之{_NUMBER}|免费|不收"
        r"|\t[\d.,]+(?=\t|$)"  # a cell of a row, whose unit is named elsewhere
    ),
    Kind.WHO: re.compile(
        "局|厅|部|委|科|处|办|政府|中心|单位|机关|组织|小组|同志|书记|理|长|人|院|者|会|公司|社会"
        "|机构|学校|企业|街道|乡镇|业主|村民|居民|公民|国家|集体|家庭|父母|子女|配偶|亲属|教师|职工"
    ),
    Kind.CONTACT: re.compile(
        r"\d{3,4}-?\d{7,8}|1\d{10}|(?<!\d)1\d{4}(?![\d元人张个家名户万亿])"  # 12345热线
        r"|[\w.]+@[\w.]+|https?://|www\.|[路街巷道].{0,8}\d+号"
    ),
}
_PAID_OUT = re.compile(rf"{_NUMBER}\s*(万|亿)?元|{_NUMBER}%|{_NUMBER}倍|百分之")
_MONEY = re.compile(rf"{_NUMBER}\s*(万|亿)?元|{_NUMBER}%|{_NUMBER}倍|百分之|免费|不收")
_DAY = rf"{_NUMBER}(个工作)?[日号天]|\d{{1,2}}[-.]\d{{1,2}}|(星期|周)[一二三四五六日天]"
_FINE = re.compile("罚|拘留|没收|违法所得|判刑|有期徒刑|滞纳金|处.{1,8}元以[上下]")
_HOW_LONG = re.compile("多久|多长时间|时限|期限")
# A question that names what kind of value it wants -> the form that value has.
_NARROWER: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        Kind.AMOUNT,
        re.compile(r"百分之几|几成|比例|百分比"),
        re.compile(r"%|百分之|[一二三四五六七八九]成"),
    ),
    (Kind.AMOUNT, re.compile("[令文编]号|几号令"), re.compile(r"\d+\s*号")),
    (
        Kind.AMOUNT,
        re.compile("([给发领补奖]|津贴|奖金)[^,。]{0,4}(多少(?![个名人家张项])|几[万千百块元])"),
        _PAID_OUT,
    ),
    (
        Kind.AMOUNT,
        re.compile(
            r"(多少|几)(钱|元|万|亿|块|千|百)|金额|投资|罚款|工资|费"
            r"|[扣抵交缴罚补领发给赔返退收拿花][^,。]{0,3}多少(?![个名人家张项])|(标准|线)[^,。]{0,2}多少"
        ),
        _MONEY,
    ),
    (
        Kind.WHEN,
        re.compile(r"哪年到哪年|年限|起止|从.{0,2}年.{0,2}到"),
        re.compile(r"\d{4}年?\D{1,3}\d{4}"),
    ),
    (
        Kind.WHO,
        re.compile(r"负责|牵头|主管|归.{0,6}管|谁管|哪.{0,4}管"),
        re.compile(r"负责|牵头|责任|主管|组织实施|承担|归口|职责|由[^。；]{2,30}(管理|实施|办理)"),
    ),
    (
        Kind.WHO,
        re.compile("(哪个?|哪一个|什么|哪些)(部门|机关|单位|机构|科室|局|委)|哪一?级"),
        re.compile(
            "部门|局|厅|委|政府|机关|机构|单位|中心|办公室|科室?|处(?![罚理分])|法院|公安|派出所|街道|乡镇|银行"
            "|税务|海关|站|协会|联合会|公司|国务院|省级|市级|县级"
        ),
    ),
    (
        Kind.WHEN,
        _HOW_LONG,
        re.compile(rf"{_DURATION}|每(年|月|周|季|日|天)|长期|当[日天场]|立即|随时|即时"),
    ),
    (Kind.WHEN, re.compile("几月.?几[号日]"), re.compile(r"月[^,。;]{0,4}日|每年.{0,12}[日天周]")),
    (Kind.WHEN, re.compile("几点"), re.compile(rf"{_NUMBER}[时点]")),
    (Kind.WHEN, re.compile(r"几号|[哪几]天|哪一天|哪日|多少(天|日)"), re.compile(_DAY)),
)
_ASKED_UNIT = re.compile(
    r"(?:几|多少)(个月|个?小时|平方米|公里|毫米|厘米|[天次倍岁元年所家项张名户吨米分周位辆套床])"
)
# A person says 几天 and 多少元; the plan may write 三十日, 一倍以上五倍以下.
_ALSO = {
    "天": "(个工作)?[天日]",
    "元": "(元|倍|%)",
    "月": "个?月",
    "个月": "个?月",
    "小时": "个?小时",
    "个小时": "个?小时",
    "岁": "周?岁",
}
_RUN = re.compile(  # all that belongs to one value: 2020年初至2021年4月底, 五百元以上二千元以下
    r"每?[0-9一二三四五六七八九十百两半〇零](?:个?工作日|[0-9一二三四五六七八九十百千万亿两半〇零.元%个倍年月日天号时周"
    r"小底初末以上下内前后之分至—\-~～多余左右])*|百分之[一二三四五六七八九十百]+(?:以上|以下)?"
)
_NAMES = {
    Kind.WHEN: "时间",
    Kind.AMOUNT: "数额",
    Kind.WHO: "由谁负责",
    Kind.CONTACT: "联系方式",
}


def value_name(understood: Understood) -> str:
    """What the value asked for is called, in words for a person; "" when none is."""
    return _NAMES.get(understood.kind, "")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a question wants to find in a quote; `is_fine` is None when it makes no difference."""

    form: re.Pattern[str]
    unit: str
    counted: re.Pattern[str] | None
    is_fine: bool | None
    blanks_dates: bool


def _wanted(understood: Understood) -> _Wanted:
    return _wanted_by(understood.kind, understood.text, understood.follows)


@lru_cache(maxsize=64)  # read once a question, asked of each sentence
def _wanted_by(kind: Kind, text: str, follows: tuple[str, ...]) -> _Wanted:
    is_amount = kind is Kind.AMOUNT
    asked_unit = _ASKED_UNIT.search(text) if is_amount else None
    unit = asked_unit[1] if asked_unit else ""
    return _Wanted(
        _form(kind, text),
        unit,
        re.compile(_with_unit(unit)) if unit else None,
        _is_fine(" ".join((text, *follows))) if is_amount else None,
        is_amount or bool(_HOW_LONG.search(text)),
    )


def holds_value(understood: Understood, quote: str) -> bool:
    """Whether a quote holds a value of the type asked for; always so when none is."""
    if not understood.asks_for_value:
        return True
    wanted, folded = _wanted(understood), fold(quote)
    if wanted.is_fine is not None and wanted.is_fine != _is_fine(folded):
        return False  # what a thing costs is no fine, and a fine is no price
    if wanted.blanks_dates:
        folded = _without_dates(folded)
    return _counts_in(wanted, folded) and bool(wanted.form.search(folded))


def states_duration(words: str) -> bool:
    """Whether a text says how long something takes or lasts."""
    return bool(_A_DURATION.search(words))


def states_amount(words: str) -> bool:
    """Whether a text has a number in figures, or one in Chinese with what it counts."""
    return bool(_A_NUMBER.search(words))


def value_places(understood: Understood, quote: str) -> list[tuple[int, int]]:
    """Where the values of the type asked for stand in a quote: 15日以前, 五百元以上二千元以下."""
    wanted, folded = _wanted(understood), fold(quote)
    if wanted.blanks_dates:
        folded = _without_dates(folded)
    row = "\t" in folded
    form = wanted.counted if wanted.counted and not row else wanted.form
    found = [match.span() for match in form.finditer(folded)]
    runs = [match.span() for match in _RUN.finditer(folded)]
    places = (
        next((run for run in runs if run[0] <= start and end <= run[1]), (start, end))
        for start, end in found
    )
    return list(dict.fromkeys(places))


def _form(kind: Kind, text: str) -> re.Pattern[str]:
    """What the value asked for looks like."""
    narrower = (form for of, asks, form in _NARROWER if of is kind and asks.search(text))
    return next(narrower, _MUST_HOLD[kind])


def _without_dates(folded: str) -> str:
    """A text with its dates blanked out: 2011年 is neither an amount nor a duration."""
    return _DATE.sub(lambda date: " " * len(date[0]), folded)


def _is_fine(folded: str) -> bool:
    return bool(_FINE.search(folded))


def _counts_in(wanted: _Wanted, folded: str) -> bool:
    """Whether a number with the unit stands there; a row names the unit in a cell of its own."""
    if wanted.counted is None:
        return True
    row = "\t" in folded and wanted.unit in folded
    return row or bool(wanted.counted.search(folded))


def _with_unit(unit: str) -> str:
    return rf"{_NUMBER}\s*(万|亿)?{_ALSO.get(unit, unit)}|免费"

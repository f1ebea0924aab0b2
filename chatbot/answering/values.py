"""What a sentence must hold to answer when, how much, who, or how to reach somebody."""

import re

from chatbot.answering.question import Kind, Understood

_NUMBER = "[0-9０-９一二三四五六七八九十百千万亿两半.．]+"
_UNITS = (
    "元|[%％]|个百分点|张|人|名|个|所|家|项|倍|平方|公里|岁|床|套|次|天|日"  # money, shares, counts
    "|月|年|分|吨|毫米|米|户|村|件"
)
_MUST_HOLD = {
    Kind.WHEN: re.compile(
        rf"(\d{{2,4}}|[一二三四五六七八九〇零Oo○]{{2,4}})年|{_NUMBER}(个)?(月|日|天|年|小时|周|工作日)"
        r"|每(年|月|周|季)|年(初|底|末|中)|月底|\d{4}\s*[-—–－]{1,2}\s*\d{4}"
    ),
    Kind.AMOUNT: re.compile(rf"{_NUMBER}\s*(万|亿)?({_UNITS})|百分之{_NUMBER}"),
    Kind.WHO: re.compile(
        "局|厅|部|委|科|处|办|政府|中心|单位|机关|组织|小组|同志|书记|理|长|人|院|者|会|公司|社会"
    ),
    Kind.CONTACT: re.compile(
        r"\d{3,4}[-－]?\d{7,8}|1\d{10}|\b1\d{4}\b|[\w.]+@[\w.]+|https?://|www\."
    ),
}
_ASKS_MONEY = re.compile(r"多少(钱|元|万|亿|块)|金额|投资|罚款|工资|费")
_IS_MONEY = re.compile(rf"{_NUMBER}\s*(万|亿)?元|{_NUMBER}[%％]")
_ASKS_RANGE = re.compile(r"哪年到哪年|年限|起止|从.{0,4}到")
_IS_RANGE = re.compile(r"\d{4}年?\s*(?:[-—–－~～至到]|——)\s*\d{4}")


def asks_for_value(understood: Understood) -> bool:
    """Whether only a sentence with a value of some type can answer."""
    return understood.kind in _MUST_HOLD


def holds_value(understood: Understood, quote: str) -> bool:
    """Whether a quote holds a value of the type asked for; always so when none is."""
    pattern = _MUST_HOLD.get(understood.kind)
    if understood.kind is Kind.AMOUNT and _ASKS_MONEY.search(understood.text):
        pattern = _IS_MONEY
    if understood.kind is Kind.WHEN and _ASKS_RANGE.search(understood.text):
        pattern = _IS_RANGE
    return pattern is None or bool(pattern.search(quote))

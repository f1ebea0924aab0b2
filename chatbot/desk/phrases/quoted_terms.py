"""What plans put in quotation marks -> the terms coined there: 两个维护, 放管服, 无废城市."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_QUOTED = re.compile(r"[“「]([^“”「」。；！？]{2,40})[”」]")
_NUMERAL = "一二两三四五六七八九十百千万双0-9"
_PERIOD = re.compile("十[一二三四五六]五|[一二三四五六七八九]五$")  # that of other years is no slip
_A_TIME = re.compile(
    rf"[{_NUMERAL}]+[日天年月]|[0-9]{{4,}}"
)  # “五日”是指工作日; a telephone number
_NUMBERED = re.compile(rf"(?=.*[{_NUMERAL}])[\w+]{{2,8}}")
_COINED = re.compile(r"(?=.*[一-鿿])[^\W_]{3,10}|[^\W_]{2,12}(?:\+[^\W_]{2,12})*\+?")
_SEPARATOR = re.compile("[、,，]")
_LONGEST_ITEM = 9  # characters
_ORDINARY = 0.2  # of the places of a word: quoted so seldom it is a word, not a term
_OWN_WORDS = re.compile("[的了我你他们吗呢]|没有|^不?要")  # of a sentence, not of a term
_A_NAME = re.compile(
    "(?:管理|登记|占比|比例|情况|证明|结果|文件|纲领|条约|平台|系统|信息|津贴|户口|补录|与服务)$"
)
# What names a field of a form, a button, a stamp, another name of something, a title, a price.
_LABEL_BEFORE = re.compile(
    "(?:点击|点选|选择|勾选|进入|加盖|盖有|填写|填报|注明|标注|标明|登记为|显示为?|录入|选取|简称|统称"
    "|下称|称为?|名称为|名为|喷涂|粘贴|印有|打印|项目为?|栏|对应|出具|提示|字样为?|[(:>—])$"
)
_LABEL_AFTER = re.compile(
    "字样|一?栏|模块|选项|按钮|界面|页面|功能|菜单|图标|标志|标识|一词|印章|专用章|账号|用户|帐号|证明|业务|"
    "系统|软件|登记|状态|是指|指的是|[—>)]|的?请示|等?项目[,，、。]?|等?成果|奖"
)


def quoted_terms(texts: Iterable[str]) -> Iterator[str]:
    """The terms of squeezed, folded texts, each once."""
    texts = tuple(texts)
    quoted, labels = Counter[str](), Counter[str]()
    for text in texts:
        for found in _QUOTED.finditer(text):
            quoted[found[1]] += 1
            before, after = text[max(found.start() - 4, 0) : found.start()], found.end()
            named = _LABEL_BEFORE.search(before) or _LABEL_AFTER.match(text, after)
            labels[found[1]] += bool(named)
    for term, count in quoted.items():
        if _is_list(term) or (_is_coined(term) and 2 * labels[term] < count):
            everywhere = sum(text.count(term) for text in texts)
            if _says_a_number(term) or count >= _ORDINARY * everywhere:
                yield term


def _is_coined(term: str) -> bool:
    if _PERIOD.match(term) or _A_TIME.fullmatch(term):
        return False
    if _OWN_WORDS.search(term) or _A_NAME.search(term):
        return False
    return bool(_says_a_number(term) or _COINED.fullmatch(term)) and not _only_signs(term)


def _says_a_number(term: str) -> bool:
    return bool(_NUMBERED.fullmatch(term))


def _only_signs(term: str) -> bool:
    """Whether a term is two plain characters: 应急, 消防."""
    return len(term) == 2 and not _says_a_number(term)  # noqa: PLR2004  two signs


def _is_list(term: str) -> bool:
    """Whether a term is made of short clauses or items alike in length: 兜底线、织密网、建机制."""
    items = _SEPARATOR.split(term)
    lengths = [len(item) for item in items]
    alike = max(lengths) - min(lengths) <= 1
    return len(items) > 1 and alike and max(lengths) <= _LONGEST_ITEM and not _PERIOD.match(term)

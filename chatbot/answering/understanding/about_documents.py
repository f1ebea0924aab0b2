"""A question on a document itself (文号, 谁发的, 还有效吗) -> the facts that may answer it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOCUMENT = "(?:规划|纲要|方案|文件|意见稿|意见|通知|条例|办法|法律|法|计划|报告|规定|决定|细则)"
_WHEN = "(?:什么时候|啥时候|何时|哪天|哪一天|哪年|哪一年|几号|多会儿)"
_OUT = "(?:发布|公布|印发|转发|出台|制定|下发|发出|通过|发(?![放给钱现生展挥])|联合[印转下]?发)"
_ORGAN = "(?:机关|部门|单位|政府|机构|局|委)"
_WHO = rf"(?:谁|哪里|哪儿|哪一?家|(?:哪一?个|什么|哪[两几三四]个?|哪些){_ORGAN}?)"

_THIS = rf"(?:这|那|本|该|此|上述|上面)(?:个|份|部|项|篇|件|本|条)?的?{_DOCUMENT}"
_POINTED_AT = re.compile(rf"{_THIS}|^{_DOCUMENT}(?!的)")


# What a fact is called in Document, and how it is asked for; the first that fits comes first.
_HOLDS = "(?:施行|实施|实行|执行|生效|起效|起算|算起|算数)"
_SENT = "(?:印发|转发|下发|联合发|发出|制定|出台|通过)"
_SOME_DAY = rf"(?:{_WHEN}|何年(?:何月)?(?:何日)?|何日|几月几[号日]|哪一?[年月日]|什么日子|啥日子)"
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", "文号|发文字号|几号文|第?几号令|文件编?号|发文编号"),
    ("index_number", "索引号"),
    (
        "period",
        "哪几年|规划期限?[^,，。]{0,4}(?:哪|几|多)|哪一?年到哪一?年|从哪一?年|管(?:到哪|几年)|规划期限?(?:是|为|多|几|哪|[?？]|$)",
    ),
    (
        "expires",
        rf"(?:[到至]|管到|截止到?){_SOME_DAY}[^,，。、]{{0,2}}(?:为?止|失效|作废|到期|过期|废止|结束)?"
        rf"|{_SOME_DAY}[^,，。、]{{0,3}}(?:失效|作废|到期|过期|废止)|有效期(?:限)?(?:是|到|有|为)?(?:多|几|哪|什么|[?？]|$)",
    ),
    (
        "in_force",
        "(?:(?:还|仍|早就?|已经|现在|今天|眼下|目前|如今)[^,，。]{0,4})?(?:是不是|是否|有没有|能不能)?[^,，。]{0,2}"
        "(?:有效期?|失效|废止|作废|过期|过时|算数|作数|管用|能用|在用|(?:当|作为?)依据)[^,，。]{0,4}(?:吗|没|不|么|呢|[?？]|$)"
        "|规划期[^,，。]{0,3}过了?(?:吗|没)|(?:改|修改|修订)过(?:吗|没)|现行有效",
    ),
    (
        "effective",
        rf"(?:[自从打]?{_SOME_DAY}起?)[^,，。]{{0,4}}{_HOLDS}|{_HOLDS}的?(?:时间|日期|日子)",
    ),
    (
        "issued",
        rf"成文(?:时间|日期)?|落款|最近一次修[正订改]|签[发署](?:的?(?:时间|日期|日子))?|(?:标题|题目)[^,，。]{{0,4}}日期|{_SOME_DAY}[^,，。]{{0,8}}作的"
        rf"|{_SOME_DAY}[^,，。、]{{0,2}}{_SENT}[^,，。]{{0,3}}|{_SENT}的?(?:时间|日期|日子)",
    ),
    (
        "published",
        rf"{_SOME_DAY}[^,，。、]{{0,2}}(?:{_OUT}|刊登|登(?!记)|挂)[^,，。]{{0,3}}|(?:发布|公布|刊登|挂网|上网)的?(?:时间|日期|日子)",
    ),
    (
        "issuer",
        rf"{_WHO}[^,，。文]{{0,2}}(?:{_OUT}|出)的?|{_WHO}[^,，。]{{0,2}}的(?:文件|文)|发文(?:机关|单位|部门)|出自{_WHO}",
    ),
    (
        "source_url",
        "官方?网[站页址]?|官方(?:原文|文本|页面)|网址|链接|网页|哪个网站|(?:原文|网上)的?(?:页面|地址)"
        "|(?:哪里|哪儿|怎么|在哪)[^,，。]{0,4}(?:看|查|找|下载)到?[^,，。]{0,4}(?:全文|正式文本|原件|原文$)"
        "|(?:原件|全文)[^,，。]{0,4}(?:在?哪|怎么)",
    ),
    (
        "status",
        "(?:正式[^,，。]{0,6}?(?:文本|文件|稿|版本?|的)|征求意见稿?|草案|(?:草|定|初|送审)稿|稿子)[^,，。]{0,4}(?:吗|还是|不是|没有|呢|[?？])",
    ),
    ("title", "全称|全名|叫(?:什么|啥)名"),
)
_ASKED = tuple((field, re.compile(words)) for field, words in _WORDS)
_ALONE = frozenset({"number", "index_number"})  # no plan is asked for these of anything else
# Beside a word for a document, or alone, these can hardly ask for anything in it.
_BEFORE, _BEHIND = rf"{_DOCUMENT}(?!期)[^,，。]{{0,6}}?", rf"[^,，。]{{0,12}}{_DOCUMENT}"
_BESIDE = tuple(
    (field, re.compile(f"{_BEFORE}(?:{words})|(?:{words}){_BEHIND}|^是?(?:{words})[?？。]*$"))
    if field not in _ALONE
    else (field, re.compile(words))
    for field, words in _WORDS
)
_DAY = re.compile(_SOME_DAY)
_CLAUSE = re.compile("[,，。?？!！;；]")
_NAMED = re.compile(rf"{_DOCUMENT}(?![期者])")


@dataclass(frozen=True, slots=True)
class Described:
    """A folded question on a document: how it is `named`, the facts asked, what `rest` is left."""

    named: str
    fields: tuple[str, ...]
    rest: str


def described(text: str) -> Iterator[Described]:
    """How a folded question describes a document of which it asks a fact, the likeliest way first.

    What stands before its name describes it, what stands behind asks (…那个办法，现在还能用吗);
    else the whole clause does, but for what asks (…哪天印发的…办法).
    """
    nouns = list(reversed(list(_NAMED.finditer(text))))
    for noun in nouns:
        before, asked = _CLAUSE.split(text[: noun.end()])[-1], text[noun.end() :]
        if fields := _asked_freely(asked):
            yield Described(before, fields, _without_asking(asked))
    for noun in nouns:
        start = noun.end() - len(_CLAUSE.split(text[: noun.end()])[-1])
        clause = _CLAUSE.split(text[start:])[0]
        day = _DAY.search(clause, 0, noun.end() - start)
        fields = _asked_freely(clause) or _asked_freely(
            (day[0] if day else "") + clause[noun.end() - start :]
        )
        if fields:
            yield Described(_DAY.sub(" ", _without_asking(clause)), fields, "")


def _asked_freely(words: str) -> tuple[str, ...]:
    return tuple(field for field, pattern in _ASKED if pattern.search(words))


def _without_asking(words: str) -> str:
    for _, pattern in _ASKED:
        words = pattern.sub(" ", words)
    return words


def facts_asked(text: str) -> tuple[str, ...]:
    """The facts that a folded question may ask for, as Document calls them; none for another."""
    return tuple(field for field, pattern in _BESIDE if pattern.search(text))


def phrase_of_fact(text: str) -> str:
    """The part of a folded question that asks for a fact, "" for none."""
    found = (pattern.search(text) for _, pattern in _BESIDE)
    return next((one[0] for one in found if one), "")


def names_a_kind(text: str) -> bool:
    """Whether a folded question has a word for a document (规划, 办法), whichever it means."""
    return bool(_NAMED.search(text))


def points_at_a_document(text: str) -> bool:
    """Whether a folded question means a document that it does not name: 这个规划, 本办法."""
    return bool(_POINTED_AT.search(text))


def without_pointing(question: str) -> str:
    """A question as typed without the words that point: 谁发的 of 这份文件谁发的."""
    return re.sub(_THIS, "", question, count=1)

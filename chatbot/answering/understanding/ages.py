"""An age in a question -> whether a rule is about people of that age: 十六岁, 未满十八周岁的."""

import re
from functools import lru_cache

from chatbot.answering.weights import limit, weight
from index.language.numerals import whole_number

_NUMBER = "[0-9一二三四五六七八九十百]{1,4}"
_AGE = re.compile(f"({_NUMBER})(?:多|来)?周?岁(?:多|半)?")
_BOUND = re.compile(
    rf"(?P<below>未满|不满|不足|低于)?(?P<from>年满|已满|满|达到|超过)?(?P<age>{_NUMBER})周?岁"
    "(?P<side>以上|以下|以内)?"
)
_OF_AGE, _OLD = limit("of_age"), limit("old")
_MINORS = re.compile("未成年")
_OLD_PEOPLE = re.compile("老年人|老人")
_BY_AGE, _BY_GROUP = weight("words", "by_age"), weight("words", "by_group")
RELATED = ("周岁", "未成年人", "老年人")  # what rules on ages are found by


@lru_cache(maxsize=4096)
def age(word: str) -> int | None:
    """The years of a word that says how old somebody is (十六岁, 70多岁); None for any other."""
    said = _AGE.fullmatch(word)
    return whole_number(said[1]) if said else None


@lru_cache(maxsize=4096)
def concerns(years: int, folded_text: str) -> float:
    """How surely a text is on people of these years: it names their age, their group, neither."""
    if any(_within(years, bound) for bound in _BOUND.finditer(folded_text)):
        return _BY_AGE
    is_minor = years < _OF_AGE and _MINORS.search(folded_text)
    is_old = years >= _OLD and _OLD_PEOPLE.search(folded_text)
    return _BY_GROUP if is_minor or is_old else 0.0


def _within(years: int, bound: re.Match[str]) -> bool:
    named = whole_number(bound["age"])
    if named is None:
        return False
    if bound["below"]:
        return years < named
    if bound["side"] in ("以下", "以内"):
        return years <= named
    if bound["from"] or bound["side"]:
        return years >= named
    return years == named

"""The plans' lists -> those that are fixed formulations: items of one form, named principles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, combinations

from index.language.tokens import Tokenizer

_RUN = re.compile(r"[^\W\d_]{2,24}(?:、[^\W\d_]{2,24})+")
_PRINCIPLE = re.compile(
    "([^的]{2,8})的[^的]{0,6}?(?:原则|方针|理念|精神|要求|思路|格局|局面|方略|布局|基调|路子)"
)
_SHORTEST, _LONGEST = 3, 11  # characters of an item
_FOUR = 4  # characters: the measure of most Chinese formulations
_LEAST = 6  # characters of a principle's items together
# Items that end so are bodies, places, people, things: a list of them is only a list.
_NAMES_A_THING = re.compile(
    "[局科部厅处委院会办省市县区镇乡村员者人工生费税款金券法例物品证书表照站所店厂场馆车业类条项]$"
    "|(?:单位|机构|组织|机关|团体|社会|系统|平台|公司|材料|信息|情况|日期|住址|号码|相片|地址|设施|政府)$"
)
_NO_FORMULA = re.compile("^[的和与及或等省市县区各国其本该第]|[一二三四五六七八九十百]$")
_SHARED_END = re.compile("[化性]$|(?:意识|自信|优先|到位|公开|结合|导向|发展)$")  # 减量化、无害化
_COMPARED = 20  # lists with the same middle that are compared with one another
_Items = tuple[str, ...]


def formulas(texts: Iterable[str], tokenizer: Tokenizer) -> Iterator[str]:
    """The fixed formulations among the lists of squeezed, folded texts; some come twice."""
    by_middle: dict[_Items, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for text in texts:
        for found in _RUN.finditer(text):
            items = tuple(found[0].split("、"))
            if max(map(len, items[1:-1]), default=0) > _LONGEST:
                continue
            for known in (_principle(items, tokenizer), _of_one_form(items, tokenizer)):
                if known:
                    yield "、".join(known)
            by_middle[items[1:-1]][items[0], items[-1]] += 1
    for middle, ends in by_middle.items():
        yield from map("、".join, _come_again(middle, ends))


def _principle(items: _Items, tokenizer: Tokenizer) -> _Items:
    """The items of a list that is called a principle: 公开、公平、公正的原则."""
    found = _PRINCIPLE.match(items[-1])
    items = (*items[:-1], found[1]) if found else ()
    named = _of_one_length(items)
    long = len(items) > 2 or (named and len(named[0]) == _FOUR)  # noqa: PLR2004  a pair is short
    if not long or len("".join(named)) < _LEAST:
        return ()
    return named if _cut_between_words(items, named, tokenizer) else ()


def _of_one_form(items: _Items, tokenizer: Tokenizer) -> _Items:
    """The items if all have a character in common at one place: 乱收费、乱集资、乱罚款."""
    even = _of_one_length(items)
    length = len(even[0]) if even else 0
    if not _SHORTEST <= length <= _LONGEST or not _may_be_formula(even):
        return ()
    shared = [place for place in range(length) if len({item[place] for item in even}) == 1]
    if len(even) == 2 and (length != _FOUR or len(shared) < 2):  # noqa: PLR2004  a pair
        return ()
    only_end = shared == list(range(length - len(shared), length))
    if not shared or (only_end and even != items and not _SHARED_END.search(even[0])):
        return ()  # kinds of one thing
    return even if _cut_between_words(items, even, tokenizer) else ()


def _of_one_length(items: _Items) -> _Items:
    """The items without the words that run on before the first and after the last, or ()."""
    if not items:
        return ()
    first, *middle, last = items
    lengths = {len(item) for item in middle} or {min(len(first), len(last))}
    length = min(lengths)
    if len(lengths) > 1 or len(first) < length or len(last) < length:
        return ()
    return (first[len(first) - length :], *middle, last[:length])


def _cut_between_words(items: _Items, cut: _Items, tokenizer: Tokenizer) -> bool:
    before = len(items[0]) - len(cut[0])
    return _parts_words(items[0], before, tokenizer) and _parts_words(
        items[-1], len(cut[-1]), tokenizer
    )


def _parts_words(text: str, place: int, tokenizer: Tokenizer) -> bool:
    """Whether a word ends at this place."""
    if place in {0, len(text)}:
        return True
    return place in accumulate(map(len, tokenizer.words(text)))


def _come_again(middle: _Items, ends: dict[tuple[str, str], int]) -> Iterator[_Items]:
    """A list that stands at two places, without the words around it that do not."""
    again = [pair for pair, count in ends.items() if count > 1]
    for (one, other), (first, last) in combinations(list(ends)[:_COMPARED], 2):
        again.append((_same_beginning(one[::-1], first[::-1])[::-1], _same_beginning(other, last)))
    for first, last in again:
        items = (first, *middle, last.partition("的")[0])
        lengths = {len(item) for item in items}
        if len(items) < 3 or min(lengths) < 2 or not _may_be_formula(items):  # noqa: PLR2004
            continue
        begun = len({item[:1] for item in items}) == 1 and max(lengths) <= 2 * _FOUR
        ended = len({item[-1:] for item in items}) == 1
        if begun or (lengths == {_FOUR} and not ended):
            yield items


def _may_be_formula(items: _Items) -> bool:
    if any(_NO_FORMULA.search(item) for item in items):
        return False
    short = max(map(len, items)) == _SHORTEST and len({item[0] for item in items}) == 1  # 乱收费
    return short or not any(map(_NAMES_A_THING.search, items))


def _same_beginning(one: str, other: str) -> str:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]

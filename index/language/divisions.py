"""The places of China by rank: which of them a name begins with, and the chain they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.language import lexicon

_RANKS = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|省|市|盟|县|区|旗)$")
_PEOPLES = (
    "壮 回 维吾尔 藏 蒙古 苗 土家 彝 布依 侗 傣 白 哈尼 景颇 傈僳"
    " 羌 朝鲜 哈萨克 柯尔克孜 黎 瑶 畲 满 水 土 撒拉 裕固 东乡 保安 塔吉克"
    " 锡伯 达斡尔 鄂温克 鄂伦春 仡佬 毛南 仫佬 佤 拉祜 纳西 普米 怒 独龙 各 布朗"
).split()
_AUTONOMOUS = re.compile(rf"(.{{2,}}?)(?:(?:{'|'.join(_PEOPLES)})族?)+自治([州县旗区])")
_COUNTY = 2  # the lowest rank
_SHORTEST = 2  # characters of a short name
_LONGEST = 15  # of a full one


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a text names it, from the outermost part on: start, end, and its lowest rank.

    `rank` is 0 for a province, 1 for a city, 2 for a county or district.
    """

    start: int
    end: int
    rank: int


def first_place(text: str) -> NamedPlace | None:
    """The first place that a text names in full (广州市天河区), or shortened but ranked (恩施州).

    A name without its rank (广州) is none here: 长安汽车, 中山路. What follows at once and lies
    inside belongs to the name.
    """
    for start in range(len(text)):
        if found := _at(text, start):
            end, rank = found
            while rank < _COUNTY and (inner := _at(text, end)) and inner[1] > rank:
                end, rank = inner
            return NamedPlace(start, end, rank)
    return None


def _at(text: str, start: int) -> tuple[int, int] | None:
    """The end and the rank of the longest place that begins here."""
    ranks = _ranks()
    for size in range(_LONGEST, _SHORTEST, -1):
        if (rank := ranks.get(text[start : start + size])) is not None:
            return start + size, rank
    return None


@cache
def _ranks() -> dict[str, int]:
    """Full names, and shortened ones that keep their rank (恩施州), with the highest rank."""
    ranks: dict[str, int] = {}
    for name, rank in sorted(_names(), key=lambda pair: pair[1]):
        if len(name) > _SHORTEST:
            ranks.setdefault(name, rank)
    for name, rank in sorted(_names(), key=lambda pair: pair[1]):
        if peoples := _AUTONOMOUS.fullmatch(name):
            ranks.setdefault(peoples[1] + peoples[2], rank)
    return ranks


def _names() -> Iterator[tuple[str, int]]:
    for line in lexicon.lines("divisions.txt"):
        province, city, *counties = line.split()
        yield province, 0
        if _RANKS.search(city):
            yield city, 1
        for county in counties:
            yield county, 2

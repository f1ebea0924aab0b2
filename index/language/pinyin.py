"""Words -> how they sound: toneless syllables, those that many people mix up made equal."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

# Read by pypinyin when it is imported: single characters are enough here, and without its
# phrases and its second copy of the table it takes 12 MB instead of 57.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")

from pypinyin import Style, pinyin  # after the two lines above

_LONGEST_SYLLABLE = 6  # letters: zhuang
_MOST_READINGS = 16  # of a word, the product of its characters' readings
# The pairs that Chinese input methods offer as 模糊音: z/zh c/ch s/sh, l/n, an/ang en/eng in/ing.
_FLAT_TONGUE = re.compile("^([zcs])h")
_NOSE = re.compile("^l(?=.)")
_BACK = re.compile("(?<=[aei]n)g$")


def sounds(text: str) -> tuple[str, ...]:
    """How Han characters may be read aloud (zui di); at most 16 readings."""
    readings = product(*(_readings(character) for character in text))
    return tuple(" ".join(reading) for reading in islice(readings, _MOST_READINGS))


def typed_sounds(letters: str) -> tuple[str, ...]:
    """How pinyin sounds that was typed without gaps (wangba), in every way it can be divided."""
    divided = islice(_divided(letters), _MOST_READINGS)
    return tuple(" ".join(_plain(syllable) for syllable in way) for way in divided)


def _divided(letters: str) -> Iterator[tuple[str, ...]]:
    if not letters:
        yield ()
    for length in range(min(_LONGEST_SYLLABLE, len(letters)), 0, -1):
        if letters[:length] in _syllables():
            yield from ((letters[:length], *rest) for rest in _divided(letters[length:]))


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every syllable of the common characters, as it is spelled."""
    common = map(chr, range(0x4E00, 0x9FA6))
    return frozenset(
        syllable
        for one in common
        for syllable in pinyin(one, style=Style.NORMAL, heteronym=True)[0]
    )


def words_by_sound(words: Iterable[str]) -> dict[str, str]:
    """How words sound -> the first of the given words that sounds so."""
    found: dict[str, str] = {}
    for word in words:
        for sound in sounds(word):
            found.setdefault(sound, word)
    return found


def spelled(text: str) -> str:
    """Toneless syllables, each character as it is read by itself; what is no Han stays (zui di)."""
    return " ".join(one[0] for one in pinyin(text, style=Style.NORMAL))


@lru_cache(maxsize=8192)
def _readings(character: str) -> tuple[str, ...]:
    listed = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys(_plain(syllable) for syllable in listed))


def _plain(syllable: str) -> str:
    syllable = _FLAT_TONGUE.sub(r"\1", syllable)
    syllable = _NOSE.sub("n", syllable)
    return _BACK.sub("", syllable)

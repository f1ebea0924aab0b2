"""A text without Chinese characters -> whether it is in another language."""

import re

from chatbot.answering.weights import limit, weight

_HAN = re.compile("[㐀-鿿]")
_OTHER = re.compile(
    "[Ѐ-ӿ؀-ۿༀ-࿿ᄀ-ᇿ᠀-᢯가-힣぀-ヿ฀-๿ऀ-ॿ]"  # Cyrillic, Arabic, Tibetan, Hangul, Mongolian …
)
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_LATIN = re.compile("[a-zà-ỹ']{2,}")
_MOST_SIGNS = weight("enough", "signs")
_LETTERS, _WORDS = limit("foreign_letters"), limit("foreign_words")


def is_foreign(text: str) -> bool:
    """Whether a folded text is written in another language; a word or two of Latin is none."""
    signs = len(_SIGNS.findall(text))
    if _HAN.search(text) or signs > _MOST_SIGNS * len(text):
        return False  # 第5条, <script>
    return len(_OTHER.findall(text)) >= _LETTERS or len(_LATIN.findall(text)) >= _WORDS

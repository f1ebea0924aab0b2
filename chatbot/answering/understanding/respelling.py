"""A question with words typed for others that sound alike -> the question it was meant to be."""

import re
from collections.abc import Iterable, Iterator

from chatbot.answering.weights import limit, weight
from index.generation import Generation
from index.language.pinyin import sounds, typed_sounds
from index.language.synonyms import citizens_words_by_sound, synonyms
from index.language.tokens import fold, is_han, question_words, stop_words, without_question_phrases

_LETTERS = re.compile("[a-z]{4,24}")
_NOT = re.compile("[不没别]")
_LENGTHS = range(limit("respelled"), 1, -1)  # characters of a word, the longest tried first
_PAIR = 2  # characters: so short a stretch may not hold one that has its own work in a sentence
# How rare in general Chinese a word must be to be meant: one that the plans write (组织 is 0.14,
# 得到 0), one that only citizens use.
_PLANS_WORD, _CITIZENS_WORD = weight("enough", "plans_word"), weight("enough", "citizens_word")
# Words that ask what, who and who is in charge; they were never typed for others.
_ASKING = re.compile(
    "谁来?|[哪啥咋几]|什么|怎么|怎样|如何|多少|多久|为何|负责"
    "|[归由](?=[哪谁 ]|什么|.{0,6}[管负])|管(?=$|[ ?。吗呢啊])"
)


def respelled(text: str, generation: Generation) -> str:
    """The folded question with the plans' words for those that only sound like them, or "".

    A stretch is replaced when it is no word, stands in no plan, and one of the plans' words
    sounds the same (of several the one that most passages hold), or one that citizens use.
    """
    typed = fold(text)
    text = _LETTERS.sub(lambda letters: _spelled(letters[0], generation), typed)
    subject = without_question_phrases(text)
    asking = _asking(subject, generation)
    doubtful = _doubtful(subject, generation) - asking
    within = _within_words(subject, generation)
    found = text != typed
    for length in _LENGTHS:
        for start in range(len(subject) - length + 1):
            stretch = subject[start : start + length]
            if not doubtful & set(range(start, start + length)):
                continue
            if {start, start + length} & within:
                continue  # 公众|号 holds no 众号
            if asking & set(range(start, start + length)):
                continue  # 谁 in 谁负责 was typed for nothing else
            if meant := _meant(stretch, generation):
                text = text[:start] + meant + text[start + length :]
                subject = subject[:start] + " " * length + subject[start + length :]
                doubtful -= set(range(start, start + length))
                found = True
    return text if found else ""


def _asking(subject: str, generation: Generation) -> set[int]:
    """The places of words that ask."""
    placed = _placed(generation.tokenizer.words(subject), subject)
    words = {
        place
        for start, word in placed
        if len(word) > 1 and word in question_words()
        for place in range(start, start + len(word))
    }
    asked = _ASKING.finditer(subject)
    return words | {place for found in asked for place in range(*found.span())}


def _spelled(letters: str, generation: Generation) -> str:
    """The plans' word that letters spell in pinyin; the letters when the plans write them so."""
    if generation.writes(letters):
        return letters
    return next(_alike(typed_sounds(letters), generation), letters)


def _alike(sounding: Iterable[str], generation: Generation) -> Iterator[str]:
    """The telling words that sound so: the plans' own, then those by which citizens mean them."""
    sounding, citizens = tuple(sounding), citizens_words_by_sound()
    yield from (
        word
        for sound in sounding
        if (word := generation.words_by_sound.get(sound, ""))
        and generation.tokenizer.rarity(word) >= _PLANS_WORD
    )
    yield from (
        word
        for sound in sounding
        if (word := citizens.get(sound, "")) and _names_a_subject(word, generation)
    )


def _names_a_subject(word: str, generation: Generation) -> bool:
    """Whether a citizens' word is one of policy (低保户), no turn of speech (睡不着)."""
    if generation.tokenizer.rarity(word) < _CITIZENS_WORD or _works(word) or _NOT.search(word):
        return False
    return any(generation.writes(one.word) for one in synonyms(word))


def _doubtful(subject: str, generation: Generation) -> set[int]:
    """Where no plan's word stands: characters cut off by themselves, and words of no plan."""
    tokenizer, places = generation.tokenizer, set[int]()
    for start, word in _placed(tokenizer.words(subject), subject):
        if len(word) == 1 or not generation.writes(word):
            places |= set(range(start, start + len(word)))
    return places


def _within_words(subject: str, generation: Generation) -> set[int]:
    """The places inside words of the dictionary, where nothing begins or ends."""
    tokenizer = generation.tokenizer
    return {
        place
        for start, word in _placed(tokenizer.words(subject), subject)
        if tokenizer.is_listed(word)
        for place in range(start + 1, start + len(word))
    }


def _placed(words: list[str], subject: str) -> Iterator[tuple[int, str]]:
    place = 0
    for word in words:
        start = subject.find(word, place)
        if start >= 0:
            place = start + len(word)
            yield start, word


def _meant(stretch: str, generation: Generation) -> str:
    """The plans' word that a stretch sounds like, if the stretch itself is no word at all."""
    if not is_han(stretch) or generation.tokenizer.is_listed(stretch):
        return ""
    if len(stretch) == _PAIR and _works(stretch):
        return ""
    alike = _alike(sounds(stretch), generation)
    meant = next((word for word in alike if word != stretch), "")
    return "" if not meant or generation.writes(stretch) else meant


def _works(word: str) -> bool:
    """Whether a word holds a 个, 的, 我…, which were hardly typed for another character."""
    return any(character in question_words() | stop_words() for character in word)

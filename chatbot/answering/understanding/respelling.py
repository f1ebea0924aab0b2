"""A question with words typed for others that sound alike -> the question it was meant to be."""

import re
from collections.abc import Iterator

from index.generation import Generation
from index.language.pinyin import sounds, typed_sounds
from index.language.synonyms import citizens_words_by_sound
from index.language.tokens import fold, is_han, question_words, stop_words, without_question_phrases

_LETTERS = re.compile("[a-z]{4,24}")
_LENGTHS = range(6, 1, -1)  # characters of a word, the longest tried first
_PAIR = 2  # characters: so short a stretch may not hold one that has its own work in a sentence


def respelled(text: str, generation: Generation) -> str:
    """The folded question with the plans' words for those that only sound like them, or "".

    A stretch is replaced when it is no word, stands in no plan, and one of the plans' words
    sounds the same (of several the one that most passages hold), or one that citizens use.
    """
    typed = fold(text)
    text = _LETTERS.sub(lambda letters: _spelled(letters[0], generation), typed)
    subject = without_question_phrases(text)
    doubtful, within = _doubtful(subject, generation), _within_words(subject, generation)
    found = text != typed
    for length in _LENGTHS:
        for start in range(len(subject) - length + 1):
            stretch = subject[start : start + length]
            if not doubtful & set(range(start, start + length)):
                continue
            if {start, start + length} & within:
                continue  # 公众|号 holds no 众号
            if meant := _meant(stretch, generation):
                text = text[:start] + meant + text[start + length :]
                subject = subject[:start] + " " * length + subject[start + length :]
                doubtful -= set(range(start, start + length))
                found = True
    return text if found else ""


def _spelled(letters: str, generation: Generation) -> str:
    """The plans' word that letters spell in pinyin; the letters when the plans write them so."""
    if generation.writes(letters):
        return letters
    known = (generation.words_by_sound, citizens_words_by_sound())
    alike = (words.get(sound, "") for words in known for sound in typed_sounds(letters))
    return next(filter(None, alike), letters)


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
    known = (generation.words_by_sound, citizens_words_by_sound())
    alike = (words.get(sound, "") for words in known for sound in sounds(stretch))
    meant = next((word for word in alike if word and word != stretch), "")
    return "" if not meant or generation.writes(stretch) else meant


def _works(pair: str) -> bool:
    """Whether a pair holds a 个, 的, 我…, which were hardly typed for another character."""
    return any(character in question_words() | stop_words() for character in pair)

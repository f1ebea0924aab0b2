"""A question as typed -> what is asked: its kind, its content words, what it continues."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chatbot.answering.understanding.ages import age
from chatbot.answering.understanding.kinds import Kind, kind_of
from chatbot.answering.understanding.small_talk import is_small_talk
from chatbot.answering.weights import limit, weight
from index.language.numerals import whole_number
from index.language.synonyms import synonyms
from index.language.tokens import Tokenizer, fold, question_words, without_question_phrases


@dataclass(frozen=True, slots=True)
class Question:
    """What a person typed, the questions before it (oldest first), the documents to look in."""

    text: str
    history: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A content word; `window` is it with the characters beside it, should it be cut wrongly.

    `full` is what the plans may write for it: a short name in full (业委会), a number in figures.
    `boost` is how much it counts: less for a word that only asks (年限), less still for one
    carried over from the question before.
    """

    text: str
    window: str
    boost: float = 1.0
    full: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question after reading: folded text, kind, content words in order, each once.

    `quoted` are the words it puts in quotation marks.
    `ordinal` is the n of 第n条, `follows` the questions that this one continues, newest first
    (none when it stands alone); `asked_before` is the question that tells what is asked when this
    one only names another subject (那儿童呢), "" when it tells so itself.
    """

    text: str
    kind: Kind
    words: tuple[Word, ...]
    quoted: tuple[str, ...] = ()
    ordinal: int = 0
    follows: tuple[str, ...] = ()
    asked_before: str = ""

    @property
    def asking(self) -> str:
        """The folded words that tell what kind of thing is asked for."""
        return self.asked_before + self.text

    @property
    def asks_for_value(self) -> bool:
        """Whether a time, an amount, somebody or a way to reach somebody is asked for."""
        return self.kind in _OF_VALUES

    @property
    def asks_about_a_subject(self) -> bool:
        """Whether all that stands under a heading may answer, and not one sentence only."""
        return self.kind in _OF_SUBJECTS

    @property
    def newest_followed(self) -> str:
        """The question that this one goes on with, "" for none."""
        return self.follows[0] if self.follows else ""

    @property
    def wants_several(self) -> bool:
        """Whether a list may answer: a list is asked for, or which ones do something."""
        return self.kind is Kind.LIST or (
            self.kind is Kind.WHO and bool(_SEVERAL.search(self.text))
        )


_OF_SUBJECTS = (Kind.LIST, Kind.HOW, Kind.WHAT, Kind.DEFINITION)
_OF_VALUES = (Kind.WHEN, Kind.AMOUNT, Kind.WHO, Kind.CONTACT)
_SEVERAL = re.compile("哪些|哪几")
_QUOTED = re.compile(r"[“\"「『《]([^“”\"「」『』《》]{2,40})[”\"」』》]")
_ORDINAL = re.compile(r"第([一二三四五六七八九十\d]{1,3})(条|项|个|点|种|步|阶段|方面|部分|类|款)")
_ELLIPTICAL = re.compile(
    r"^(那|那么|还有|其中|它|他们|她|这|该|上述|再|另外)|呢[?？]?$|(这项|这个|这些|它|其中|上面)"
)
_OPENING = re.compile(  # that a person goes on, or turns to another: 那交居民医保的呢, 对了再问
    "^(?:[哎诶唉噢哦,、 ]|对了|(?:再|顺便)?(?:请问|问(?:一下|下|个))|那么"
    "|那(?![个些种边里儿样位年天时]))+"
)
_ASKS = re.compile("[哪啥咋谁]|什么|怎么|多少|^几.?$|^第?[一二三四五六七八九十]+[个项条种步]$")
_QUANTITY = re.compile("^[一两几半]")
_DIGITS = re.compile("[一二三四五六七八九十百千万两0-9]{2}")
_TRIGGER_BOOST, _CLASS_BOOST = weight("words", "trigger"), weight("words", "class")
SINGLE_BOOST = weight("words", "single")
_FEW_WORDS, _SHORT = limit("few_words"), limit("question_short")
_MOST_PARTS = limit("phrase_parts")
_SHORTEST_PHRASE, _LONGEST_PHRASE = limit("phrase_shortest"), limit("phrase_longest")


def understand(question: Question, tokenizer: Tokenizer) -> Understood:
    """Read one question; whether it continues the one before shows in `follows`."""
    text = fold(question.text.strip())
    kind, trigger = kind_of(text)
    words = content_words(text, trigger, tokenizer)
    ordinal = _ORDINAL.search(text)
    number = whole_number(ordinal[1]) if ordinal else None
    if kind is Kind.WHAT and len(words) == 1 and words[0].text == text.strip("?。 "):
        kind = Kind.DEFINITION  # a bare term asks what it is
    quoted = tuple(wording.strip("….·") for wording in _QUOTED.findall(text))
    alone = Understood(text, kind, words, quoted, number or 0)
    return continuing(alone, question, tokenizer) if _continues(text, words) else alone


def continuing(understood: Understood, question: Question, tokenizer: Tokenizer) -> Understood:
    """The reading of a question as one that goes on with those before it."""
    thread = _thread(question, tokenizer)
    if not thread or understood.kind is not Kind.WHAT:
        return replace(understood, follows=thread)
    before = fold(thread[0])  # “那儿童保障呢” asks of it what was asked before
    return replace(understood, follows=thread, kind=kind_of(before)[0], asked_before=before)


def _thread(question: Question, tokenizer: Tokenizer) -> tuple[str, ...]:
    """The question before, and those that it goes on with in its turn, newest first."""
    thread: list[str] = []
    for before in reversed(question.history):
        text = fold(before)
        if is_small_talk(text):
            break  # nothing is to be searched by its words
        thread.append(before)
        if not _continues(text, content_words(text, "", tokenizer)):
            break
    return tuple(thread)


def carried_words(before: str, tokenizer: Tokenizer) -> tuple[Word, ...]:
    """The content words of the question before, for one that continues it."""
    text = fold(before)
    return content_words(text, kind_of(text)[1], tokenizer)


def content_words(text: str, trigger: str, tokenizer: Tokenizer) -> tuple[Word, ...]:
    """The words that say what a folded question is about, in order, each once.

    `trigger` is the part of the text that told its kind; words inside it count little.
    """
    found: dict[str, Word] = {}
    place = 0
    subject = _OPENING.sub(_blank, without_question_phrases(text))
    for word in _as_citizens_say(subject, tokenizer):
        start = subject.find(word, place)
        if start < 0:  # a year in Chinese digits was turned into figures
            start = place
        place = start + len(word)
        if word in found or word in question_words() or _ASKS.search(word):
            continue
        window = subject[max(start - 1, 0) : place + 1].strip()
        asked_for = _ASKS.search(text[max(start - 3, 0) : start]) and not _ASKS.search(text[place:])
        faint = word in trigger or _QUANTITY.match(word)
        boost = _TRIGGER_BOOST if faint else _CLASS_BOOST if asked_for else 1.0
        found[word] = Word(word, window, boost * (SINGLE_BOOST if len(word) == 1 else 1.0))
    return tuple(found.values())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _as_citizens_say(text: str, tokenizer: Tokenizer) -> Iterator[str]:
    """The words, those put together that make one of the table of synonyms: 瘫在床上, 腿脚 + 不便.

    The longest phrases come first; one that begins and ends within words (能报销 in 不能报销售)
    is none.
    """
    edges, place = {0}, 0
    words = tokenizer.words(text)
    for word in words:
        start = text.find(word, place)
        if start >= 0:
            place = start + len(word)
            edges |= {start, place}
    start = rest = 0
    while start < len(text):
        lengths = range(min(_LONGEST_PHRASE, len(text) - start), _SHORTEST_PHRASE - 1, -1)
        phrases = (text[start : start + length] for length in lengths)
        found = next(
            (one for one in phrases if synonyms(one) and _stands(one, start, edges, text)), ""
        )
        if found:
            yield from _put_together(tokenizer.words(text[rest:start]), text)
            yield found
            rest = start + len(found)
        start += len(found) or 1
    yield from _put_together(words if not rest else tokenizer.words(text[rest:]), text)


def _stands(phrase: str, start: int, edges: set[int], text: str) -> bool:
    """Whether a phrase begins or ends where a word does, and not within a number: 六十八了."""
    in_number = start > 0 and bool(_DIGITS.fullmatch(text[start - 1 : start + 1]))
    return not in_number and (start in edges or start + len(phrase) in edges)


def _put_together(words: list[str], text: str) -> Iterator[str]:
    """Words in order, neighbours as one where together they are a synonym's head or an age."""
    place = 0
    while place < len(words):
        lengths = range(min(_MOST_PARTS, len(words) - place), 1, -1)
        joined = ("".join(words[place : place + length]) for length in lengths)
        phrase = next((one for one in joined if _is_one(one) and one in text), words[place])
        yield phrase
        while phrase:
            phrase = phrase.removeprefix(words[place])
            place += 1


def _is_one(joined: str) -> bool:
    return bool(synonyms(joined)) or age(joined) is not None


def _continues(text: str, words: tuple[Word, ...]) -> bool:
    return bool(
        _ELLIPTICAL.search(text)
        or _ORDINAL.search(text)
        or (len(words) < _FEW_WORDS and len(text) < _SHORT)
        or all(word.boost < 1 for word in words)
    )

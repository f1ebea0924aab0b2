"""How well the form of a sentence fits a question: it defines, it counts, it says so."""

import re

from chatbot.answering.question import Kind, Understood
from index.tokens import fold

_BY_COUNT = 0.25
_BY_DEFINITION = 0.35
_BY_QUOTE = 0.4


def fits(understood: Understood, quote: str) -> float:
    """What the form of a quote adds to its coverage; 0 for the most."""
    folded = fold(quote)
    bonus = _BY_QUOTE if _holds_quoted(understood, folded) else 0.0
    if understood.kind is Kind.LIST and _counts(understood, folded):
        bonus += _BY_COUNT
    if understood.kind is Kind.DEFINITION and _defines(understood, folded):
        bonus += _BY_DEFINITION
    return bonus


def _holds_quoted(understood: Understood, folded: str) -> bool:
    """Whether all that the question quotes stands in the sentence, word for word."""
    return bool(understood.quoted) and all(words in folded for words in understood.quoted)


def _counts(understood: Understood, folded: str) -> bool:
    """三个阶段, 五大体系: a number before a word that the question asks for."""
    asked = [re.escape(word.text) for word in understood.words if len(word.text) > 1]
    numbered = rf"[两二三四五六七八九十\d](个|项|大|条|类|种|步|方面)?(?:{'|'.join(asked)})"
    return bool(asked) and bool(re.search(numbered, folded))


def _defines(understood: Understood, folded: str) -> bool:
    """X是指…, 本法所称X, …（以下简称X）: a sentence that says what a word of the question is."""
    terms = (*understood.quoted, *_runs_of_words(understood))
    return any(
        re.search(
            rf"{re.escape(term)}[”\"’)]{{0,2}}[,，]?\s*(?:是指|指的是|指|即|系指|系|是以|就是)"
            rf"|(?:所称|称为|简称|统称|叫做)[的为“\"‘]{{0,2}}{re.escape(term)}"
            rf"|{re.escape(term)}[”\"]?[(（]",
            folded,
        )
        for term in terms
    )


def _runs_of_words(understood: Understood) -> list[str]:
    """The content words that stand together in the question: 刚性支出困难家庭 is one term."""
    runs: list[str] = []
    for word in understood.words:
        if runs and runs[-1] + word.text in understood.text:
            runs[-1] += word.text
        else:
            runs.append(word.text)
    return [run for run in runs if len(run) > 1]

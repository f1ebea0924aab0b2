"""How well the form of a sentence fits a question: it defines, it counts, it says so."""

import re
from collections.abc import Callable

from chatbot.answering.question import Kind, Understood
from index.tokens import fold


def fits(understood: Understood, quote: str) -> float:
    """What the form of a quote adds to its coverage; 0 for the most."""
    folded = fold(quote)
    rules = _RULES.get(understood.kind, ())
    return sum(worth for worth, holds in rules if holds(understood, folded))


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
            rf"{re.escape(term)}[”\"’)]{{0,2}}[,，]?\s*(?:是指|指的是|指|即|系|就是|是(?![否不由在有从要]))"
            rf"|(?:所称|称为|简称|统称|叫做)[的为“\"‘]{{0,2}}{re.escape(term)}"
            rf"|{re.escape(term)}[”\"]?[\u4e00-\u9fff]{{0,4}}\((?:即|指|是)",
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


def _announces(_: Understood, folded: str) -> bool:
    return folded.endswith(":")


def _assigns(understood: Understood, folded: str) -> bool:
    """(民政部、财政部负责): the sentence gives a task to somebody, as the question asks."""
    return bool(_TASK.search(understood.text) and _TASK.search(folded))


_TASK = re.compile(r"负责|牵头|主管|归.{0,3}管|组织实施|承担|审核|审批|监制|召集|主办")
_RULES: dict[Kind, tuple[tuple[float, Callable[[Understood, str], bool]], ...]] = {
    Kind.LIST: ((0.25, _counts), (0.2, _announces)),
    Kind.DEFINITION: ((0.35, _defines),),
    Kind.WORDING: ((0.4, _holds_quoted),),
    Kind.WHO: ((0.2, _assigns),),
}

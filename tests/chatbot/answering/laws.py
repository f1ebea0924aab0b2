"""The laws that every answer keeps, whatever was asked."""

import ast
import re
from functools import lru_cache
from pathlib import Path

from chatbot.answering.answer import Answer, Outcome
from chatbot.answering.citing import Citation
from chatbot.answering.parts import Places
from chatbot.answering.replies import shortened
from chatbot.answering.understanding.safety import safe_replies
from index.generation import Generation
from index.intake.documents import sha256
from index.language.tokens import fold

ANSWERING = Path(__file__).resolve().parents[3] / "chatbot" / "answering"
_HAN = re.compile(r"[\u3400-\u9fff]+")


def assert_lawful(answer: Answer, asked: str, generation: Generation) -> None:
    """Cited if and only if answered; every quote is the plan's; nothing else is made up."""
    assert (answer.outcome is Outcome.ANSWERED) == bool(answer.citations)
    assert answer.text.strip()
    assert answer.generation == generation.id
    assert [citation.number for citation in answer.citations] == list(
        range(1, len(answer.citations) + 1)
    )
    for citation in (*answer.citations, *answer.related):
        assert_verbatim(citation, generation)
    for citation in answer.citations:
        assert f"[{citation.number}]" in answer.text
    assert [word for word in unquoted_words(answer, generation) if word not in fold(asked)] == []


def assert_verbatim(citation: Citation, generation: Generation) -> None:
    document = generation.document(citation.document.id)
    assert document == citation.document
    assert document.text[citation.span.start : citation.span.end] == citation.quote
    assert sha256(document.text) == document.sha256
    paths = {section.path: section.span for section in generation.sections(document.id)}
    assert paths[citation.path].holds(citation.span), "the path is not that of the quote"


def unquoted_words(answer: Answer, generation: Generation) -> list[str]:
    """Chinese words of the reply that are no quote, fact or title, nor of a fixed reply."""
    left = answer.text
    titles = {shortened(document.title).rstrip("…") for document in generation.documents}
    for words in longest_first({*titles, *words_of_others(answer), *fixed_words()}):
        left = left.replace(words, " ")
    return _HAN.findall(left)


def words_of_others(answer: Answer) -> set[str]:
    """What a reply may repeat: quotes, what is known of their documents, words of the question."""
    repeated = {*answer.missing, answer.context}
    for part in answer.parts:
        if isinstance(part, Places):
            repeated |= set(part.wording.split("、"))  # what stands in the plans, by other words
    for citation in (*answer.citations, *answer.related):
        document = citation.document
        repeated |= {citation.quote, *citation.path, document.title, document.issuer}
        repeated.add(shortened(document.title).rstrip("…"))
        repeated |= {document.period, document.status, document.published, document.region}
    return {words for words in repeated if words}


@lru_cache(maxsize=1)
def fixed_words() -> list[str]:
    """The Chinese words of every string in the code of answering, and of the table of replies."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in ANSWERING.rglob("*.py"))
    strings = (
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    safe = (one.reply("") for one in safe_replies().replies)
    said = (*strings, *safe)
    return longest_first({word for string in said for word in _HAN.findall(string)})


def longest_first(words: set[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)

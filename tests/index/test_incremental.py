"""Building on the generation before gives the same, and tokenises only what is new."""

from dataclasses import replace
from pathlib import Path

import pytest

import index.build
from index.build import build_generation, passage_texts
from index.generation import Generation
from index.intake.documents import Document, sha256
from index.language.tokens import Tokenizer, fold
from tests.index.written import plan

ADDED = plan(
    "青河县殡葬改革方案\n一、任务\n推行“节地生态安葬”，完善“养老服务供给”。\n二、保障\n加强监督检查。",
    "青河县殡葬改革方案",
    "added",
)


class CountingTokenizer(Tokenizer):
    """A tokenizer that remembers which texts it was given."""

    given: list[str] = []  # noqa: RUF012  one list for every instance, emptied by the fixture

    def tokens(self, text: str) -> list[str]:
        self.given.append(text)
        return super().tokens(text)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts tokenised from here on."""
    monkeypatch.setattr(index.build, "Tokenizer", CountingTokenizer)
    CountingTokenizer.given.clear()
    return CountingTokenizer.given


def changed(document: Document, old: str, new: str) -> Document:
    assert old in document.text
    text = document.text.replace(old, new, 1)
    return replace(document, text=text, sha256=sha256(text), styles=())


def variants(documents: tuple[Document, ...]) -> dict[str, tuple[Document, ...]]:
    one, two = documents
    return {
        "added": (*documents, ADDED),
        "removed": (two,),
        "changed": (one, changed(two, "。", "。另行组织“专项评估”。")),
        "swapped": (two, one),
        "all of it": (changed(two, "。", "！"), ADDED),
        "none": (),
    }


@pytest.mark.parametrize("name", ["added", "removed", "changed", "swapped", "all of it", "none"])
def test_a_build_upon_the_one_before_equals_a_build_anew(
    name: str, documents: tuple[Document, ...], generation: Generation, cache: Path
) -> None:
    after = variants(documents)[name]
    anew = build_generation(after, cache_folder=cache)
    assert build_generation(after, cache_folder=cache, previous=generation) == anew


def test_going_back_and_forth_ends_where_it_began(
    documents: tuple[Document, ...], generation: Generation, cache: Path
) -> None:
    more = build_generation((*documents, ADDED), cache_folder=cache, previous=generation)
    assert build_generation(documents, cache_folder=cache, previous=more) == generation


def test_the_same_plans_are_not_tokenised_again(
    documents: tuple[Document, ...], generation: Generation, cache: Path, given: list[str]
) -> None:
    build_generation(documents, cache_folder=cache, previous=generation)
    assert given == []


@pytest.mark.parametrize("name", ["added", "removed", "changed"])
def test_only_new_passages_and_those_with_a_new_word_are_tokenised(
    name: str,
    documents: tuple[Document, ...],
    generation: Generation,
    cache: Path,
    given: list[str],
) -> None:
    before = texts_of(generation)
    after = build_generation(variants(documents)[name], cache_folder=cache, previous=generation)
    words = set(generation.user_words) ^ set(after.user_words)
    fresh = [
        parts
        for parts in texts_of(after)
        if parts not in before or any(word in fold("\n".join(parts)) for word in words)
    ]
    assert len(fresh) < len(after.passages) / 2
    assert {parts[0] for parts in fresh} <= set(given)
    assert len(given) == sum(len(parts) + 1 for parts in fresh)


def test_without_a_generation_before_every_passage_is_tokenised(
    cache: Path, given: list[str]
) -> None:
    built = build_generation((ADDED,), cache_folder=cache)
    assert {passage.span.cut(ADDED.text) for passage in built.passages} <= set(given)


def texts_of(generation: Generation) -> list[tuple[str, ...]]:
    found = {document.id: document for document in generation.documents}
    return [passage_texts(found[one.document_id], one) for one in generation.passages]

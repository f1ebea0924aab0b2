"""The same documents give the same generation, any other document another one."""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.build import build_generation, build_shelf
from index.chunking import Passage
from index.errors import PlansFaulty
from index.generation import Generation
from index.intake.documents import Document, sha256
from index.intake.faults import Fault
from index.intake.shelf import Shelf
from tests.index.written import plan

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import sys; from pathlib import Path; from index.build import build_generation;"
    "from index.intake.shelf import read_shelf;"
    "print(build_generation(read_shelf(Path(sys.argv[1])).documents, iter, Path(sys.argv[2])).id)"
)
TEXT = "一、任务\n(一)养老\n建设养老机构。\n(二)儿童\n加强儿童保护。"


@pytest.fixture(scope="module")
def small(cache: Path) -> Generation:
    """A generation of one small plan."""
    return build_generation((plan(TEXT, "民政规划"),), cache_folder=cache)


def test_the_same_documents_give_the_same_generation(
    documents: tuple[Document, ...], generation: Generation, cache: Path
) -> None:
    again = build_generation(documents, cache_folder=cache)
    assert replace(again, cache_folder=generation.cache_folder) == generation


def test_the_id_does_not_hang_on_the_process_that_builds(
    plans: Path, generation: Generation, cache: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(plans), str(cache)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == generation.id


@pytest.mark.parametrize(
    "other",
    [
        plan(TEXT + "！", "民政规划"),
        plan(TEXT, "养老规划"),
        replace(plan(TEXT, "民政规划"), official=False, published="2021-09-18"),
    ],
    ids=["another text", "another title", "another fact"],
)
def test_another_document_gives_another_id(other: Document, small: Generation, cache: Path) -> None:
    assert build_generation((other,), cache_folder=cache).id != small.id


def test_a_passage_is_found_by_its_title_and_headings(small: Generation) -> None:
    (tokens,) = (
        tokens
        for passage, tokens in zip(small.passages, small.tokens, strict=True)
        if passage.path == ("一、任务", "(二)儿童")
    )
    assert {"民政", "规划", "任务", "保护"} <= set(tokens)
    assert tokens.count("儿童") > 1
    assert "机构" not in tokens


def test_building_on_the_generation_before_gives_what_building_anew_gives(
    documents: tuple[Document, ...], generation: Generation, cache: Path
) -> None:
    third = plan("一、任务\n完善“养老服务供给”和“督促落实”机制。", "新规划")
    anew = build_generation((*documents[:1], third), cache_folder=cache)
    upon = build_generation((*documents[:1], third), cache_folder=cache, previous=generation)
    assert upon == anew


def test_a_generation_knows_its_documents_and_their_outlines(generation: Generation) -> None:
    for document, sections in zip(generation.documents, generation.outlines, strict=True):
        assert generation.document(document.id) == document
        assert generation.sections(document.id) == sections
        assert document.sha256 == sha256(document.text)
    assert generation.document("unknown") is None
    with pytest.raises(KeyError):
        generation.sections("unknown")


def test_progress_is_told_for_every_passage(cache: Path) -> None:
    seen: list[Passage] = []

    def watch(passages: Iterable[Passage]) -> Iterable[Passage]:
        for passage in passages:
            seen.append(passage)
            yield passage

    built = build_generation((plan(TEXT),), watch, cache)
    assert tuple(seen) == built.passages
    assert len(built.tokens) == 2


def test_a_document_that_cannot_be_outlined_is_named_and_the_others_are_built(
    small: Generation, cache: Path
) -> None:
    shelf = Shelf(
        (crooked("b.pdf"), plan(TEXT, "民政规划")), (Fault("c.txt", "c.txt：空的；请补上。"),)
    )
    built, faults = build_shelf(shelf, cache_folder=cache)
    assert built.id == small.id
    assert [fault.file for fault in faults] == ["c.txt", "b.pdf"]
    assert "AttributeError" in faults[1].told


def test_a_shelf_of_which_nothing_can_be_outlined_is_refused(cache: Path) -> None:
    with pytest.raises(PlansFaulty, match=r"b\.pdf：.*发给维护人员"):
        build_shelf(Shelf((crooked("b.pdf"),)), cache_folder=cache)


def crooked(file: str) -> Document:
    """A document with a style that is none: no outline can be drawn of it."""
    nonsense: Any = "no style"
    return replace(plan(TEXT), id="crooked", file=file, styles=(nonsense,))


def test_no_documents_give_an_empty_generation(cache: Path) -> None:
    empty = build_generation((), cache_folder=cache)
    assert (empty.documents, empty.passages) == ((), ())
    assert empty.bm25.get_scores({"养老": 1.0}).tolist() == []


def test_a_passage_is_made_of_its_sentences_and_stands_under_its_sections(
    generation: Generation,
) -> None:
    for passage in generation.passages:
        document = generation.document(passage.document_id)
        assert document is not None
        own, *_ = above = generation.sections_above(passage)
        assert own.path == passage.path
        assert all(section.span.holds(passage.span) for section in above)
        for span, words in generation.sentences(passage):
            assert passage.span.holds(span)
            assert span.cut(document.text) == words


def test_what_a_document_writes_is_told_by_its_title_and_its_text(small: Generation) -> None:
    assert small.writes("民政规划")
    assert small.writes("建设养老机构")
    assert not small.writes("殡葬")

"""Whatever one file throws is told by its name, and the others are still read."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.chunking import chunk
from index.errors import PlanFileEmpty, PlanFileUnreadable
from index.intake.documents import read_document
from index.intake.faults import Fault, naming, sifted
from index.outlining.outline import outline
from tests.index.odd import Odd
from tests.index.written import plan

SURPRISES = [RecursionError, ValueError, UnicodeError, MemoryError, KeyError]


@pytest.mark.parametrize("surprise", SURPRISES)
def test_a_surprise_becomes_a_fault_with_its_name_and_is_logged(
    surprise: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(PlanFileUnreadable) as refusal, naming("a.txt"):
        raise surprise
    assert str(refusal.value).startswith("a.txt：读取时出错（程序的问题：")
    for words in (surprise.__name__, "发给维护人员", "移走"):
        assert words in str(refusal.value)
    (logged,) = caplog.records
    assert (logged.levelno, logged.message) == (logging.ERROR, "a.txt")
    assert logged.exc_info, "the maintainer is given the traceback"


def test_a_refusal_in_our_own_words_stays_as_it_is() -> None:
    with pytest.raises(PlanFileEmpty, match=r"^a$"), naming("b.txt"):
        raise PlanFileEmpty("a")


def test_whoever_stops_the_program_is_obeyed() -> None:
    with pytest.raises(KeyboardInterrupt), naming("a.txt"):
        raise KeyboardInterrupt


def test_what_can_be_made_is_made_and_the_rest_is_told() -> None:
    def halved(number: int) -> int:
        with naming(f"{number}.txt"):
            return 12 // number

    made, faults = sifted([1, 0, 4], halved, lambda number: f"{number}.txt")
    assert made == [12, 3]
    assert [fault.file for fault in faults] == ["0.txt"]
    assert "ZeroDivisionError" in faults[0].told
    assert faults == [Fault("0.txt", faults[0].told, left_out=True)]


def test_a_surprise_while_a_file_is_read_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、任务\n建设养老机构。", encoding="utf-8")
    with pytest.raises(PlanFileUnreadable, match=r"^a\.txt：.*RecursionError"):
        read_document(Odd(tmp_path / "a.txt"), "a", None)


def test_a_name_of_another_encoding_is_refused_in_words_that_can_be_printed(tmp_path: Path) -> None:
    file = tmp_path / "规划.txt".encode("gbk").decode("utf-8", "surrogateescape")
    file.write_text("一、任务\n建设养老机构。", encoding="utf-8")
    with pytest.raises(PlanFileUnreadable, match=r"乱码.*改名") as refusal:
        read_document(file, "a", None)
    assert str(refusal.value).encode("utf-8")


def test_a_document_that_cannot_be_outlined_or_cut_is_named() -> None:
    document = replace(plan("一、任务\n建设养老机构。"), file="a.pdf")
    nonsense: Any = "neither a section nor a style"
    with pytest.raises(PlanFileUnreadable, match=r"^a\.pdf：.*AttributeError"):
        chunk(document, [nonsense])
    with pytest.raises(PlanFileUnreadable, match=r"^a\.pdf：.*AttributeError"):
        outline(replace(document, styles=(nonsense,)))

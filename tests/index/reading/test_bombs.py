"""A bomb is refused or read in seconds; the memory and processes of the reader do not move."""

import contextlib
import gc
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import PlanError, PlanFileUnreadable
from index.intake.documents import read_document
from index.reading import child, read_paragraphs
from tests.index.reading import bombs, pdf_files
from tests.index.reading.word import word_files

SECONDS = 10
MEMORY = 40 * 2**10  # KiB: a page of 5 MB, read, takes half of it

WEIGHED = "压缩内容解开后过大"
REFUSED: dict[Callable[[Path], Path], str] = {
    bombs.swollen_word_file: WEIGHED,
    bombs.crowded_word_file: WEIGHED,
    bombs.nested_page: "套得太深",
    bombs.nested_word_file: WEIGHED,
    bombs.pdf_packed_twice: "；请",
    bombs.pdf_of_many_pages: "超过 1000 页",
    bombs.page_of_spanning_cells: "TableTooLarge",
    bombs.text_of_newlines: "文字超过 6 MB",
    bombs.text_of_short_lines: "行，不像一份规划",
}


@pytest.mark.parametrize("bomb", bombs.BOMBS, ids=lambda bomb: bomb.__name__)
def test_a_bomb_hurts_nobody(tmp_path: Path, bomb: Callable[[Path], Path]) -> None:
    file = bomb(tmp_path)
    others, held = processes(), memory_from_now()
    begun = time.perf_counter()
    told = refusal(file)
    assert time.perf_counter() - begun < SECONDS
    assert memory("VmHWM") - held < MEMORY
    assert processes() == others
    assert REFUSED.get(bomb, "") in told


def refusal(file: Path) -> str:
    try:
        read_paragraphs(file)
    except PlanError as error:
        assert file.name in str(error)
        return str(error)
    return ""


@pytest.mark.parametrize("bomb", [bombs.page_of_5_mb, bombs.page_of_5_mb_in_one_line])
def test_a_page_of_5_mb_is_read(tmp_path: Path, bomb: Callable[[Path], Path]) -> None:
    assert sum(len(line.text) for line in read_paragraphs(bomb(tmp_path))) > 10**6


@pytest.mark.parametrize("bomb", [bombs.markdown_of_bars, bombs.text_of_information])
def test_a_text_of_fifty_thousand_lines_is_read_or_refused_in_seconds(
    tmp_path: Path, bomb: Callable[[Path], Path]
) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(PlanError):
        read_document(bomb(tmp_path), "bomb", None)
    assert time.perf_counter() - begun < SECONDS


def test_another_file_is_never_drawn_into_a_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    text = ""
    with contextlib.suppress(PlanFileUnreadable):
        lines = read_paragraphs(bombs.outside_entity(tmp_path, secret))
        text = "".join(line.text for line in lines)
    assert "geheim" not in text


def test_a_parser_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = processes()
    monkeypatch.setattr(child, "WALL_SECONDS", 0.02)
    with pytest.raises(PlanFileUnreadable, match="超出内存或时间的限制"):
        read_paragraphs(word_files.of_body(tmp_path, word_files.paragraph("养老。")))
    assert processes() == others


def test_reading_leaves_no_process_and_no_open_file_behind(tmp_path: Path) -> None:
    (tmp_path / "网页.html").write_text("<p>养老。</p>", encoding="utf-8")
    pdf_files.of_pages(tmp_path, lambda canvas: pdf_files.put_lines(canvas, ["养老服务。" * 6]))
    word_files.of_body(tmp_path, word_files.paragraph("养老。"))
    others, opened = processes(), open_files()
    for file in tmp_path.iterdir():
        assert read_paragraphs(file)
    assert (processes(), open_files()) == (others, opened)


def memory_from_now() -> int:
    """What this process holds, in KiB; its high-water mark begins again here."""
    gc.collect()
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return memory("VmRSS")


def memory(name: str) -> int:
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found
    return int(found[1])


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def processes() -> set[int]:
    """The processes that this one started and that are still there."""
    found: set[int] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(stat.parent.name))
    return found

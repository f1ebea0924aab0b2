"""What cannot be read is refused by name, with the fault and what to do about it."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import PlanError, PlanFileEmpty, PlanFileUnreadable
from index.reading import FORMATS, MOST_BYTES, office, read_paragraphs
from tests.index.reading.word import word_files

EVERY_FORMAT = sorted(FORMATS)
NOBODY = 65534


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".DOC"])
@pytest.mark.usefixtures("without_office")
def test_an_old_word_file_without_libreoffice_names_the_package(
    tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"规划{suffix}"
    file.write_bytes(b"\xd0\xcf\x11\xe0 Word")
    with pytest.raises(PlanFileUnreadable, match=f"规划{suffix}：.*libreoffice-writer"):
        read_paragraphs(file)


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice, first on the path."""
    folder.mkdir()
    soffice = folder / "soffice"
    soffice.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    soffice.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def old_file(folder: Path) -> Path:
    file = folder / "规划.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0 Word")
    return file


def test_an_old_word_file_is_read_as_libreoffice_converts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = word_files.of_body(tmp_path, word_files.paragraph("养老。"))
    copy = f'while [ "$1" != --outdir ]; do shift; done; cp "{made}" "$2/plan.docx"'
    program(tmp_path / "bin", copy, monkeypatch)
    assert [line.text for line in read_paragraphs(old_file(tmp_path))] == ["养老。"]


def test_an_old_word_file_that_libreoffice_cannot_convert_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin", "exit 1", monkeypatch)
    with pytest.raises(PlanFileUnreadable, match=r"规划\.doc：LibreOffice 没能转换"):
        read_paragraphs(old_file(tmp_path))


def test_a_refusal_of_a_converted_file_names_the_file_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = 'while [ "$1" != --outdir ]; do shift; done; echo no > "$2/plan.docx"'
    program(tmp_path / "bin", copy, monkeypatch)
    with pytest.raises(PlanFileUnreadable, match=r"规划\.doc"):
        read_paragraphs(old_file(tmp_path))


def test_a_libreoffice_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    program(tmp_path / "bin", f"sleep 60 &\necho $! > '{started}'\nwait", monkeypatch)
    monkeypatch.setattr(office, "_SECONDS", 1)
    with pytest.raises(PlanFileUnreadable, match="LibreOffice 没能转换"):
        read_paragraphs(old_file(tmp_path))
    assert ends_soon(Path("/proc", started.read_text(encoding="utf-8").strip(), "stat"))


def ends_soon(state: Path) -> bool:
    """Whether a process that was killed is gone, or a zombie; the system may take a moment."""
    for _ in range(50):
        if not state.exists() or state.read_text(encoding="utf-8").split()[2] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("name", ["规划.rtf", "规划", "规划.docx.bak", "规划.xlsx"])
def test_an_unknown_format_is_refused_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"words")
    with pytest.raises(PlanFileUnreadable, match=r"不认识的文件格式.*\.docx.*\.pdf"):
        read_paragraphs(file)


@pytest.mark.parametrize("suffix", EVERY_FORMAT)
def test_a_file_of_51_mb_is_refused(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"规划{suffix}"
    with file.open("wb") as opened:
        opened.truncate(MOST_BYTES + 2**20)
    with pytest.raises(PlanFileUnreadable, match="超过 50 MB"):
        read_paragraphs(file)


@pytest.mark.parametrize("suffix", EVERY_FORMAT)
def test_a_file_without_permission_is_refused(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"规划{suffix}"
    file.write_bytes("养老".encode())
    file.chmod(0)
    with as_nobody(tmp_path), pytest.raises(PlanFileUnreadable, match=r"文件打不开.*检查权限"):
        read_paragraphs(file)


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Without the rights of root, which may read everything."""
    is_root = os.geteuid() == 0
    if is_root:
        for parent in [folder, *folder.parents[:2]]:
            parent.chmod(parent.stat().st_mode | 0o711)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.parametrize("suffix", EVERY_FORMAT)
def test_what_is_no_file_is_refused(tmp_path: Path, suffix: str) -> None:
    folder, pipe = tmp_path / f"夹{suffix}", tmp_path / f"管{suffix}"
    folder.mkdir()
    os.mkfifo(pipe)
    for place in (folder, pipe, tmp_path / f"无{suffix}"):
        with pytest.raises(PlanFileUnreadable, match="不是文件"):
            read_paragraphs(place)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("suffix", EVERY_FORMAT)
@pytest.mark.usefixtures("without_office")
def test_an_empty_file_of_any_format_is_refused(
    tmp_path: Path, suffix: str, content: bytes
) -> None:
    file = tmp_path / f"规划{suffix}"
    file.write_bytes(content)
    with pytest.raises(PlanError, match=f"规划{suffix}"):
        read_paragraphs(file)


def test_a_word_file_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(PlanFileEmpty, match="文件里没有文字"):
        read_paragraphs(word_files.of_body(tmp_path, word_files.paragraph(" ")))

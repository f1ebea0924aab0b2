"""A file is kept as it came, under a name that harms nobody."""

import io
from pathlib import Path

import pytest

from chatbot.desk.publishing.uploads import Uploads, fit_name, free_name
from chatbot.records.errors import IntakeUnfit


def test_the_bytes_are_kept_as_they_came(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    kept = uploads.keep(io.BytesIO("规划。".encode()), "规划.txt")
    assert uploads.file(kept.sha256, "规划.txt").read_bytes() == "规划。".encode()
    assert kept.size == 9
    assert uploads.keep(io.BytesIO("规划。".encode()), "规划.txt") == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("规划.TXT", "规划.txt"),
        (r"C:\文件\规划.pdf", "规划.pdf"),
        ("../../etc/规划.md", "规划.md"),
        ("规划\n<b>.html", "规划_b_.html"),
        (".隐藏.txt", "隐藏.txt"),
        ("长" * 200 + ".docx", "长" * 58 + ".docx"),
    ],
)
def test_a_name_is_made_fit(sent: str, kept: str) -> None:
    assert fit_name(sent) == kept


@pytest.mark.parametrize("name", ["规划.exe", "", "catalogue.csv", "规划"])
def test_what_is_no_plan_is_refused(name: str) -> None:
    with pytest.raises(IntakeUnfit, match="不认识这种文件"):
        fit_name(name)


def test_an_empty_file_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(IntakeUnfit, match="是空的"):
        Uploads(tmp_path).keep(io.BytesIO(b""), "规划.txt")
    assert list((tmp_path / "uploads").iterdir()) == []


def test_a_name_of_another_plan_gets_a_number_so_that_no_address_changes() -> None:
    assert free_name("规划.pdf", ["规划.txt", "规划-2.docx"]) == "规划-3.pdf"
    assert free_name("规划.pdf", ["办法.txt"]) == "规划.pdf"

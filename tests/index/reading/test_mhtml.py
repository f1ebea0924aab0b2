"""A page saved as one file is read as the page; of frames, the one with the text."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from index.errors import PlanFileEmpty
from index.reading import read_paragraphs

SENTENCE = "到2025年，每个镇街建成一个综合养老服务中心，为居家的老年人提供助餐服务。"
PAGE = f"<html><head><meta charset=gb2312></head><body><h1>规划</h1><p>{SENTENCE}</p></body></html>"
FRAMES = "<html><frameset><frame src='cid:a'><frame src='cid:b'></frameset></html>"
MENU = "<html><body><a href='/'>首页</a></body></html>"


def saved(folder: Path, *pages: str, name: str = "规划.mht") -> Path:
    """As Chromium saves it: quoted-printable parts, pictures beside them."""
    message = EmailMessage()
    message["Subject"] = "规划"
    message.make_related()
    for page in pages:
        part = EmailMessage()
        part.set_content(page.encode("gb18030"), "text", "html", cte="quoted-printable")
        message.attach(part)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", "image", "png")
    message.attach(picture)
    file = folder / name
    file.write_bytes(message.as_bytes())
    return file


@pytest.mark.parametrize("name", ["规划.mht", "规划.mhtml", "规划.MHT"])
def test_the_page_is_read_in_its_own_encoding(tmp_path: Path, name: str) -> None:
    texts = [line.text for line in read_paragraphs(saved(tmp_path, PAGE, name=name))]
    assert texts == ["规划", SENTENCE]


def test_of_frames_the_one_with_the_text_is_read(tmp_path: Path) -> None:
    texts = [line.text for line in read_paragraphs(saved(tmp_path, FRAMES, MENU, PAGE))]
    assert texts == ["规划", SENTENCE]


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 99, "没有网页".encode()])
def test_a_file_without_a_page_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "规划.mht"
    file.write_bytes(content)
    with pytest.raises(PlanFileEmpty, match=r"规划\.mht：里面没有网页；请"):
        read_paragraphs(file)

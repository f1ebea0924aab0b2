"""Small files that unpack, expand or nest beyond all use, each written without doing so itself."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx

from tests.index.reading import ofd_files
from tests.index.reading.word.word_files import DECLARED, saved, with_document

MB = 2**20
_ROOM = 8 * MB  # written at a time


def swollen_word_file(folder: Path) -> Path:
    """Half a gigabyte of text in half a megabyte."""
    file = saved(docx.Document(), folder)
    bomb = folder / "炸弹.docx"
    with zipfile.ZipFile(file) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for name in set(good.namelist()) - {"word/document.xml"}:
            package.writestr(name, good.read(name))
        with package.open("word/document.xml", "w", force_zip64=True) as opened:
            opened.write(_document("<w:p><w:r><w:t>").split(b"</w:body>")[0])
            for _ in range(500 * MB // _ROOM):
                opened.write(b"a" * _ROOM)
            opened.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return bomb


def swollen_but_denied(folder: Path) -> Path:
    """The same, where the directory of the package says it were one kilobyte."""
    file = swollen_word_file(folder)
    content = file.read_bytes()
    with zipfile.ZipFile(file) as package:
        size = package.getinfo("word/document.xml").file_size
    file.write_bytes(content.replace(size.to_bytes(4, "little"), (1024).to_bytes(4, "little")))
    return file


def crowded_word_file(folder: Path) -> Path:
    file = saved(docx.Document(), folder)
    with zipfile.ZipFile(file, "a") as package:
        for number in range(3000):
            package.writestr(f"word/media/{number}.txt", b"")
    return file


def pdf_packed_twice(folder: Path) -> Path:
    """A page whose content is a gigabyte of blanks behind two filters."""
    once, twice = zlib.compressobj(1), zlib.compressobj(9)
    packed = b"".join(
        twice.compress(once.compress(b" " * _ROOM)) for _ in range(1024 * MB // _ROOM)
    )
    packed += twice.compress(once.flush()) + twice.flush()
    return _pdf(folder, b"/Filter [/FlateDecode /FlateDecode]", packed)


def pdf_packed_once(folder: Path) -> Path:
    once = zlib.compressobj(9)
    packed = b"".join(once.compress(b"0 g " * (_ROOM // 4)) for _ in range(512 * MB // _ROOM))
    return _pdf(folder, b"/Filter /FlateDecode", packed + once.flush())


def pdf_of_many_pages(folder: Path) -> Path:
    return _pdf(folder, b"", b"BT ET", pages=3_000)


def billion_laughs(folder: Path) -> Path:
    entities = '<!ENTITY l0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY l{number + 1} "{f"&l{number};" * 10}">' for number in range(9)
    )
    return with_document(folder, _document("<w:p><w:r><w:t>养老&l9;</w:t></w:r></w:p>", entities))


def quadratic_laughs(folder: Path) -> Path:
    words = "<w:p><w:r><w:t>养老" + "&l;" * 50_000 + "</w:t></w:r></w:p>"
    return with_document(folder, _document(words, f'<!ENTITY l "{"哈" * 50_000}">'))


def nested_word_file(folder: Path) -> Path:
    deep = "<w:p>" * 200_000 + "<w:r><w:t>养老</w:t></w:r>" + "</w:p>" * 200_000
    return with_document(folder, _document(deep))


def nested_tables(folder: Path) -> Path:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return with_document(folder, _document(opened * 80 + "<w:p/>" + closed * 80))


def nested_page(folder: Path) -> Path:
    return _page(folder, "<div>" * 200_000 + "养老" + "</div>" * 200_000)


def nested_page_tables(folder: Path) -> Path:
    return _page(folder, "<table><tr><td>养老" * 60_000)


def page_of_5_mb(folder: Path) -> Path:
    words = "健全居家社区机构相协调、医养康养相结合的养老服务体系，推动养老事业协同发展。"
    paragraph = f"<p class='a'>{words}</p>\n"
    return _page(folder, paragraph * (5 * MB // len(paragraph.encode())))


def page_of_5_mb_in_one_line(folder: Path) -> Path:
    return _page(folder, "养" * (5 * MB // 3))


def page_of_spanning_cells(folder: Path) -> Path:
    return _page(
        folder, "<table>" + "<tr><td>1</td><td rowspan=200 colspan=200>2</td></tr>" * 40_000
    )


def text_of_newlines(folder: Path) -> Path:
    return _written(folder / "空行.txt", b"\n" * 10**7)


def markdown_of_newlines(folder: Path) -> Path:
    return _written(folder / "空行.md", b"\n" * 10**7)


def text_of_short_lines(folder: Path) -> Path:
    return _written(folder / "短行.txt", b"- \n" * (2 * 10**6))


def markdown_of_bars(folder: Path) -> Path:
    return _written(folder / "竖线.md", b"|a|b|\n" * 49_000)


def text_of_information(folder: Path) -> Path:
    return _written(folder / "信息.txt", "发布日期：2021-01-01\n".encode() * 49_000)


def ofd_of_many_steps(folder: Path) -> Path:
    """A count of steps between characters that no line has."""
    return ofd_files.of_pages(folder, ofd_files.line("养老", 0, 0).replace("g 1 ", "g 999999999 "))


def ofd_of_units_in_units(folder: Path) -> Path:
    """Each unit draws itself twenty times."""
    draws = '<ofd:CompositeObject ResourceID="5" Boundary="0 0 9 9"/>' * 20
    unit = (
        f'<ofd:Res xmlns:ofd="{ofd_files.NAMESPACE}"><ofd:CompositeGraphicUnit ID="5">{draws}'
        f"{ofd_files.line('养老服务', 0, 0)}</ofd:CompositeGraphicUnit></ofd:Res>"
    )
    return ofd_files.of_pages(folder, draws, parts={"Doc_0/PublicRes.xml": unit})


def _written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def page_of_open_comments(folder: Path) -> Path:
    return _page(folder, "<!--" * 51_200)


def page_of_open_tags(folder: Path) -> Path:
    return _page(folder, "<" * 200_000 + "<a href='" * 50_000)


BOMBS: tuple[Callable[[Path], Path], ...] = (
    *(ofd_of_many_steps, ofd_of_units_in_units),
    *(swollen_word_file, swollen_but_denied, crowded_word_file, billion_laughs, quadratic_laughs),
    *(nested_word_file, nested_tables, pdf_packed_twice, pdf_packed_once, pdf_of_many_pages),
    *(nested_page, nested_page_tables, page_of_5_mb, page_of_5_mb_in_one_line),
    *(page_of_spanning_cells, page_of_open_comments, page_of_open_tags),
    *(text_of_newlines, markdown_of_newlines, text_of_short_lines),
)


def _document(body: str, entities: str = "") -> bytes:
    declared = f"<!DOCTYPE d [{entities}]>" if entities else ""
    return f"{declared}<w:document {DECLARED}><w:body>{body}</w:body></w:document>".encode()


def outside_entity(folder: Path, secret: Path) -> Path:
    """A text that asks for another file's words."""
    entity = f'<!ENTITY other SYSTEM "{secret.as_uri()}">'
    words = "<w:p><w:r><w:t>养老&other;服务</w:t></w:r></w:p>"
    return with_document(folder, _document(words, entity))


def _page(folder: Path, body: str) -> Path:
    file = folder / "炸弹.html"
    file.write_text(f"<html><body>{body}", encoding="utf-8")
    return file


def _pdf(folder: Path, filters: bytes, content: bytes, pages: int = 1) -> Path:
    file = folder / "炸弹.pdf"
    kids = b"".join(b"%d 0 R " % (number + 4) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<<%s/Length %d>>stream\n%s\nendstream" % (filters, len(content), content),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"] * pages,
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    file.write_bytes(body + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end)
    return file

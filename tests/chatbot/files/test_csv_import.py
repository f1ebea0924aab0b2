"""A table comes back from a spreadsheet as it was taken away, in whatever encoding."""

import pytest

from chatbot.files.csv_export import csv_file
from chatbot.files.csv_import import CsvUnfit, csv_rows

HEADS = ("主题", "电话")


def test_what_was_exported_comes_back() -> None:
    rows = [["低保\n申请", "+86 753"], ["养老，“一老”", "12345"]]
    back = [[row[head] for head in HEADS] for row in csv_rows(csv_file(HEADS, rows), HEADS)]
    assert back == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    written = "电话,主题,备注\r\n12345,低保,略\r\n,,\r\n".encode(encoding)
    assert csv_rows(written, HEADS) == [{"主题": "低保", "电话": "12345"}]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "缺少这些列名：主题、电话"),
        ("主题\n低保\n".encode(), "缺少这些列名：电话"),
        ('主题,电话\n"低保,1\n'.encode(), "引号不成对"),
        (b"PK\x03\x04\xff\xff\xff\x80\x81", "看不出文件的编码"),
    ],
)
def test_what_is_no_such_table_is_refused_with_the_remedy(content: bytes, told: str) -> None:
    with pytest.raises(CsvUnfit, match=told):
        csv_rows(content, HEADS)

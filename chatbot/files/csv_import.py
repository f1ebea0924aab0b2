"""A CSV file of a spreadsheet -> rows by their heads: UTF-8, or what Chinese Excel writes."""

import csv
import io
from collections.abc import Sequence


class CsvUnfit(ValueError):
    """The file is no table of these heads; the text tells what is wrong and what to do."""


def csv_rows(content: bytes, heads: Sequence[str]) -> list[dict[str, str]]:
    """Each row by head, without white space around its cells; rows that are empty are left out.

    The columns may stand in any order. The ' that `csv_file` puts before what looks like a formula
    is taken off again. Raises CsvUnfit.
    """
    reader = csv.reader(io.StringIO(_decoded(content), newline=""), strict=True)
    try:
        lines = [line for line in reader if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise CsvUnfit(
            f"第 {reader.line_num} 行引号不成对，读不了：请用表格软件重新存为 CSV。"
        ) from error
    named = [cell.strip() for cell in lines[0]] if lines else []
    if missing := [head for head in heads if head not in named]:
        raise CsvUnfit(f"第一行缺少这些列名：{'、'.join(missing)}；请先导出一份，在它上面改。")
    places = {head: named.index(head) for head in heads}
    return [
        {head: _cell(line[at]) if at < len(line) else "" for head, at in places.items()}
        for line in lines[1:]
    ]


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CsvUnfit("看不出文件的编码：请用表格软件另存为“CSV UTF-8”再传。")


def _cell(cell: str) -> str:
    return cell.strip().removeprefix("'")

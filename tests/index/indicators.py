"""A plan with a table of indicators, written for a test as a web page and as a Word file."""

from pathlib import Path

import docx

TITLE = "云山市养老服务体系建设“十四五”规划"
HEADER = ("指标", "2020年", "2025年", "属性")
ROWS = (
    ("护理型床位占比", "38%", "58%", "约束性"),
    ("人均预期寿命（岁）", "78.2", "79.5", "预期性"),
    ("社区日间照料机构覆盖率", "71%", "95%", "预期性"),
    ("养老机构床位数（张）", "4200", "6100", "预期性"),
)
BEFORE = ("一、发展目标", "到规划期末，养老服务供给更加充分，主要指标如下。")
AFTER = ("二、主要任务", "在城区新建护理院三所，改造敬老院。")


def web_page(folder: Path) -> Path:
    """The plan as a saved page; the column of kinds is named by a cell over two rows."""
    rows = "".join(f"<tr>{cells('td', row)}</tr>" for row in ROWS)
    body = "".join(f"<p>{line}</p>" for line in BEFORE)
    table = f"<table><tr>{cells('th', HEADER)}</tr>{rows}</table>"
    after = "".join(f"<p>{line}</p>" for line in AFTER)
    page = f"<html><body><h1>{TITLE}</h1>{body}{table}{after}</body></html>"
    return written(folder / "plan.html", page)


def merged_page(folder: Path) -> Path:
    """The same with a header of two rows, and a kind that stands once for two indicators."""
    header = (
        '<tr><th rowspan="2">类别</th><th rowspan="2">指标</th><th colspan="2">目标</th></tr>'
        "<tr><th>2020年</th><th>2025年</th></tr>"
    )
    rows = (
        '<tr><td rowspan="2">机构</td><td>护理型床位占比</td><td>38%</td><td>58%</td></tr>'
        "<tr><td>养老机构床位数（张）</td><td>4200</td><td>6100</td></tr>"
    )
    page = (
        f"<html><body><h1>{TITLE}</h1><p>{BEFORE[0]}</p><table>{header}{rows}</table></body></html>"
    )
    return written(folder / "merged.html", page)


def word_file(folder: Path) -> Path:
    """The plan as a Word file."""
    document = docx.Document()
    for line in (TITLE, *BEFORE):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(HEADER))
    for row in (HEADER, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in AFTER:
        document.add_paragraph(line)
    file = folder / "plan.docx"
    document.save(str(file))
    return file


def cells(tag: str, row: tuple[str, ...]) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in row)


def written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file

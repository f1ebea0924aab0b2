"""flask inspect: what the product makes of one file, before it is taken in."""

from collections.abc import Iterator
from pathlib import Path

import click

from chatbot.cli.doors import FILE, refusing
from chatbot.services import Services
from chatbot.told.inspection import Inspection, heading_of, inspection
from index.intake.documents import read_document
from index.outlining.outline import outline


def command(_: Services) -> click.Command:
    @click.command(
        "inspect", help="查看一份文件读出来的样子：可信程度、信息、提纲、表格、去掉的行。"
    )
    @click.argument("file", type=FILE)
    def inspect(file: Path) -> None:
        with refusing():
            document = read_document(file, "inspected", None)
            for line in report(inspection(document, outline(document))):
                click.echo(line)

    return inspect


def report(found: Inspection) -> Iterator[str]:
    """The lines of the report, in order; what to doubt comes first."""
    document, sections = found.document, found.sections
    yield f"可信程度：{found.trust}（满分 100），{found.verdict}"
    yield f"疑点（{len(found.doubts)}）：" if found.doubts else "疑点：没有"
    yield from (f"  {doubt.told}" for doubt in found.doubts)
    yield "文件信息："
    for fact in found.facts:
        where = f"（{fact.where}）" if fact.where else ""
        yield f"  {fact.name}：{fact.value or '（没有找到）'}{where}"
    yield f"提纲（{len(sections) - 1} 个章节，{len(document.text)} 字）："
    for section in sections[1:]:
        own = f"（{len(section.body)} 字）" if section.body else ""
        yield f"{'  ' * section.level}{heading_of(section)}{own}"
    yield f"表格（{len(found.tables)}）：" if found.tables else "表格：没有"
    for table in found.tables:
        yield f"  表 {table.number}：{table.rows} 行，{table.opening}"
    kinds = "，".join(f"{kind} {count} 行" for kind, count in found.removed.most_common())
    yield f"去掉的行（{len(document.removed)}）：{kinds or '没有'}"
    for line in document.removed:
        yield f"  第 {line.number} 行 [{line.reason}] {line.text}"

"""flask inspect: what the product makes of one file, before it is taken in."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from chatbot.cli.doors import FILE, refusing
from chatbot.services import Services
from index.intake.documents import Document, read_document
from index.outlining.markers import COUNTED
from index.outlining.outline import Section, outline

_FACTS = {
    "title": "标题",
    "issuer": "发布机关",
    "number": "文号",
    "index_number": "索引号",
    "region": "地区",
    "level": "层级",
    "period": "期限",
    "status": "状态",
    "issued": "成文日期",
    "published": "发布日期",
    "effective": "施行日期",
}
_HEADING_SHOWN = 50  # characters
_LONG_BODY = 3000  # characters under one heading: perhaps a heading was not seen
_STRANGE = re.compile("[\ufffd\u202a-\u202e\u2066-\u2069\u200b-\u200f\ue000-\uf8ff]")


def command(_: Services) -> click.Command:
    @click.command("inspect", help="查看一份文件读出来的样子：去掉的行、信息、提纲、疑点。")
    @click.argument("file", type=FILE)
    def inspect(file: Path) -> None:
        with refusing():
            document = read_document(file, "inspected", None)
            for line in report(document, outline(document)):
                click.echo(line)

    return inspect


def report(document: Document, sections: tuple[Section, ...]) -> Iterator[str]:
    """The lines of the report, in order."""
    yield f"去掉的行（{len(document.removed)}）："
    for line in document.removed:
        yield f"  第 {line.number} 行 [{line.reason}] {line.text}"
    yield "文件信息："
    for field, name in _FACTS.items():
        yield f"  {name}：{getattr(document, field) or '（没有找到）'}"
    yield f"提纲（{len(sections) - 1} 个章节，{len(document.text)} 字）："
    for section in sections[1:]:
        own = f"（{len(section.body)} 字）" if section.body else ""
        name = section.path[-1] if section.heading else "（表后或列举后的文字）"
        yield f"{'  ' * section.level}{name[:_HEADING_SHOWN]}{own}"
    rows = sum(1 for style in document.styles if style.table)
    yield f"表格：{rows} 行"
    found = list(warnings(document, sections))
    yield f"疑点（{len(found)}）：" if found else "疑点：没有"
    yield from (f"  {warning}" for warning in found)


def warnings(document: Document, sections: tuple[Section, ...]) -> Iterator[str]:
    """What a person should look at before trusting the outline."""
    if len(sections) == 1:
        yield "没有看出任何标题；全文会按句子切分。"
    if not document.title or document.title == Path(document.file).stem:
        yield "没有看出标题，暂用文件名；请在 catalogue.csv 填写。"
    for section in sections:
        if section.body and len(section.body) > _LONG_BODY:
            where = section.path[-1] if section.path else "标题之前"
            yield f"“{where[:_HEADING_SHOWN]}”之下有 {len(section.body)} 字，可能漏看了标题。"
    yield from _gaps(sections)
    if strange := sorted({f"U+{ord(sign):04X}" for sign in _STRANGE.findall(document.text)}):
        yield f"含有看不见的或无法显示的字符：{' '.join(strange)}。"


def _gaps(sections: tuple[Section, ...]) -> Iterator[str]:
    before: dict[tuple[int, object], int] = {}
    for section in sections:
        key = (section.level, section.kind)
        expected = before.get(key, 0) + 1
        if section.kind in COUNTED and section.number not in {1, expected}:
            yield f"“{section.path[-1][:_HEADING_SHOWN]}”之前缺第 {expected} 项。"
        before[key] = section.number

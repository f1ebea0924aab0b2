"""What the product makes of one file, for the person who takes it in: facts, outline, doubts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.intake.cleaning import DECLARED, OUTSIDE
from index.intake.documents import Document
from index.language.dates import find_dates
from index.outlining.markers import COUNTED
from index.outlining.outline import Section
from index.reading.paragraphs import Role

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
    "expires": "有效期至",
}
_CONCLUDED = frozenset({"level", "period", "status"})
_DATES = frozenset({"issued", "published", "effective", "expires"})
_SHOWN = 50  # characters of a heading, a row, a sentence
_LONG_BODY = 3000  # characters under one heading: perhaps a heading was not seen
_MANY_REMOVED = 0.4  # of the lines: perhaps the plan went with the page
_STRANGE = re.compile("[\ufffd\u202a-\u202e\u2066-\u2069\u200b-\u200f\ue000-\uf8ff]")
_LONG_LINE, _TAIL = 25, 12  # characters of a line that is no heading; of its end that is shown
_SOME_TORN = 3
_FULL = 100
_GOOD, _FAIR = 85, 60


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact as it is called, its value ("" when the file does not state it), where it was read."""

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at, and how much less the reading is to be trusted for it."""

    told: str
    costs: int


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table: its number, its first line, how many rows it has, whether its columns are named."""

    number: int
    opening: str
    rows: int
    has_names: bool


@dataclass(frozen=True, slots=True)
class Inspection:
    """The report on one file; `trust` is from 0 to 100."""

    document: Document
    sections: tuple[Section, ...]
    facts: tuple[FoundFact, ...]
    tables: tuple[TableFound, ...]
    doubts: tuple[Doubt, ...]

    @property
    def trust(self) -> int:
        return max(_FULL - sum(doubt.costs for doubt in self.doubts), 0)

    @property
    def verdict(self) -> str:
        if self.trust >= _GOOD:
            return "可以直接用"
        return "请看一看疑点" if self.trust >= _FAIR else "请逐项核对后再用"

    @property
    def removed(self) -> Counter[str]:
        """How many lines were removed, by the kind of line."""
        return Counter(line.reason for line in self.document.removed)


def inspection(document: Document, sections: Sequence[Section]) -> Inspection:
    """What was read of a file, and what is to be doubted."""
    facts = tuple(
        FoundFact(name, value, _where(document, field, value))
        for field, name in _FACTS.items()
        for value in [getattr(document, field)]
    )
    tables = tuple(_tables(document))
    return Inspection(
        document, tuple(sections), facts, tables, tuple(_doubts(document, sections, tables))
    )


def heading_of(section: Section) -> str:
    return section.path[-1][:_SHOWN] if section.heading else "（表后或列举后的文字）"


def _where(document: Document, field: str, value: str) -> str:
    """Which line says it; else what it was concluded from."""
    if not value:
        return ""
    if field in _CONCLUDED:
        return "由标题或发布机关看出"
    information = {
        line.span.cut(document.text) for line in document.styles if line.role is Role.INFORMATION
    }
    for number, line in enumerate(document.text.split("\n"), 1):
        if _says(line, field, value):
            return "文件信息" if line in information else f"正文第 {number} 行"
    if any(_says(line.text, field, value) for line in document.removed):
        return "网页上正文以外的文字"
    return "推算" if field in _DATES else "文件名"


def _says(line: str, field: str, value: str) -> bool:
    if field in _DATES:
        return any(found.iso == value for found in find_dates(line))
    return "".join(value.split()) in "".join(line.split())


def _tables(document: Document) -> Iterator[TableFound]:
    rows: dict[int, list[str]] = {}
    named: set[int] = set()
    for style in document.styles:
        if style.table:
            rows.setdefault(style.table, []).append(style.span.cut(document.text))
            if style.role is Role.TABLE_HEADER:
                named.add(style.table)
    for number, lines in rows.items():
        opening = " ".join(lines[0].split())[:_SHOWN]
        yield TableFound(number, opening, len(lines), number in named)


def _doubts(
    document: Document, sections: Sequence[Section], tables: Sequence[TableFound]
) -> Iterator[Doubt]:
    yield from _doubts_of_facts(document)
    yield from _doubts_of_lines(document)
    yield from _doubts_of_sections(sections)
    for table in tables:
        if not table.has_names:
            yield Doubt(f"表 {table.number}（{table.opening}）没有看出表头。", 3)


def _doubts_of_facts(document: Document) -> Iterator[Doubt]:
    shown = "".join(document.title.split()) in "".join(document.text.split())
    if not document.title or (document.title == Path(document.file).stem and not shown):
        yield Doubt("没有看出标题，暂用文件名；请在 catalogue.csv 填写。", 20)
    if not document.issuer:
        yield Doubt("没有看出发布机关；请在 catalogue.csv 填写。", 10)
    if not (document.issued or document.published):
        yield Doubt("没有看出成文日期或发布日期。", 5)


def _doubts_of_lines(document: Document) -> Iterator[Doubt]:
    """What is known of the text: whether part of the plan went with the page, and odd signs."""
    if document.unconfirmed_pages:
        yield Doubt(
            f"由扫描件录入，有 {document.unconfirmed_pages} 页还没有人对照原件核对；核对后在"
            f" {document.file}.txt 那一页写“=== 第 1 页 已核对 姓名 日期 ===”。",
            20,
        )
    around = [line.text for line in document.removed if line.reason == OUTSIDE]
    gone = sum(line.reason not in {OUTSIDE, DECLARED} for line in document.removed)
    every = document.text.count("\n") + 1 + gone
    if gone > _MANY_REMOVED * every:
        yield Doubt(f"去掉了 {gone} 行，占 {gone * 100 // every}%；请看去掉的行。", 10)
    if sentences := [line for line in around if line.endswith("。")]:
        yield Doubt(f"正文以外有 {len(sentences)} 句话，第一句是“{sentences[0][:_SHOWN]}”。", 5)
    torn = _torn_lines(document)
    if len(torn) >= _SOME_TORN:
        yield Doubt(f"有 {len(torn)} 行没有写完就断开，第一处是“…{torn[0][-_TAIL:]}”。", 10)
    if strange := sorted({f"U+{ord(sign):04X}" for sign in _STRANGE.findall(document.text)}):
        yield Doubt(f"含有看不见的或无法显示的字符：{' '.join(strange)}。", 5)


def _torn_lines(document: Document) -> list[str]:
    """Long lines of text that end in the middle of a sentence: the file's line ends were kept."""
    known = {style.span.start for style in document.styles}
    torn, start = [], 0
    for line in document.text.split("\n"):
        is_text = start not in known and len(line) >= _LONG_LINE
        if is_text and "\u4e00" <= line.rstrip()[-1:] <= "\u9fff":
            torn.append(line.rstrip())
        start += len(line) + 1
    return torn


def _doubts_of_sections(sections: Sequence[Section]) -> Iterator[Doubt]:
    if len(sections) == 1:
        yield Doubt("没有看出任何标题；全文会按句子切分。", 30)
    for section in sections:
        if section.body and len(section.body) > _LONG_BODY:
            where = heading_of(section) if section.path else "标题之前"
            yield Doubt(f"“{where}”之下有 {len(section.body)} 字，可能漏看了标题。", 5)
    yield from (Doubt(told, 3) for told in _gaps(sections))


def _gaps(sections: Sequence[Section]) -> Iterator[str]:
    before: dict[tuple[int, object], int] = {}
    for section in sections:
        key = (section.level, section.kind)
        expected = before.get(key, 0) + 1
        if section.kind in COUNTED and section.number not in {1, expected}:
            yield f"“{heading_of(section)}”之前缺第 {expected} 项。"
        before[key] = section.number

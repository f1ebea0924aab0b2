"""flask compare: what changed from one version of a plan or law to the next."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from chatbot.cli.doors import refusing
from chatbot.desk.versions.comparing import compare
from chatbot.files.comparison_docx import comparison_docx
from chatbot.files.comparison_html import comparison_html
from chatbot.files.made import Made
from chatbot.services import Services
from chatbot.told.comparison.comparison_json import comparison_json
from chatbot.told.comparison.comparison_report import report
from index.errors import PlanError
from index.intake.documents import Document, read_document
from index.outlining.outline import Section, outline

_TO = click.Path(path_type=Path, dir_okay=False)


class VersionUnknown(PlanError):
    """What was named is neither a file nor a document that is served."""


class ReportNotWritten(PlanError):
    """The file of a report cannot be written."""


def command(services: Services) -> click.Command:
    @click.command("compare", help="比较两个版本：增、删、改、移位、改编号，实质改动排在最前。")
    @click.argument("old")
    @click.argument("new")
    @click.option("--json", "as_json", is_flag=True, help="输出 JSON，含每处改动的起止位置")
    @click.option("--html", type=_TO, help="另存为左右对照的网页")
    @click.option("--docx", type=_TO, help="另存为 Word 对照表")
    def compare_versions(
        old: str, new: str, as_json: bool, html: Path | None, docx: Path | None
    ) -> None:
        with refusing():
            found = compare(_version(old, services), _version(new, services))
            if html:
                _write(html, comparison_html(found).encode("utf-8"))
            if docx:
                made = Made(services.bureau.name, datetime.now(UTC))
                _write(docx, comparison_docx(found, made))
        if as_json:
            click.echo(json.dumps(comparison_json(found), ensure_ascii=False, indent=2))
            return
        for line in report(found):
            click.echo(line)

    return compare_versions


def _version(name: str, services: Services) -> tuple[Document, tuple[Section, ...]]:
    """A file by its path, else a served document by its id."""
    file = Path(name)
    if file.is_file():
        document = read_document(file, file.stem, None)
        return document, outline(document)
    shelf = services.shelf.current()
    served = shelf.document(name)
    if served is None:
        known = "、".join(document.id for document in shelf.documents)
        raise VersionUnknown(f"{name} 既不是文件，也不是现有文件的编号；现有：{known}。")
    return served, outline(served)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise ReportNotWritten(
            f"{file}：写不进去（{error.strerror}）；请换一个文件夹或文件名。"
        ) from error

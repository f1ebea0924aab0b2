"""flask add-plan: files into the folder of plans, their facts into the catalogue, a new index."""

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace as replaced
from pathlib import Path

import click

from chatbot.cli.doors import FILE, refusing
from chatbot.cli.plans.build_index import build_index
from chatbot.services import Services
from index.build import part
from index.errors import PlanError
from index.intake.catalogue import NAME, CatalogueRow, read_catalogue, write_catalogue
from index.intake.documents import Document, read_document
from index.intake.faults import sifted
from index.intake.folders import PlanFolders, plan_files
from index.reading import transcript_beside


class PlanAlreadyThere(PlanError):
    """Another file of this name is in the folder of plans."""


def command(services: Services) -> click.Command:
    @click.command("add-plan", help="收入规划文件：复制、登记目录、重建索引。")
    @click.argument("files", nargs=-1, required=True, type=FILE)
    @click.option("--replace", is_flag=True, help="同名文件以新换旧")
    def add(files: tuple[Path, ...], replace: bool) -> None:
        with refusing():
            add_plans(files, services.settings.plans, services.settings.data, replace=replace)

    return add


def add_plans(files: tuple[Path, ...], plans: Path, data: Path, *, replace: bool) -> None:
    """Take the files in; all are read first, so that a faulty one changes nothing.

    Another file of the folder that cannot be read is named, and keeps no other out.
    """
    documents = [part(read_document(file, "new", None)).document for file in files]
    copied = [one for file in files for one in (file, transcript_beside(file)) if one]
    for file in copied:
        _refuse_another(file, plans / file.name, replace=replace)
    for file in files:
        _refuse_namesake(file, files)
    rows = {row.file: row for row in _rows_so_far(plans)}
    plans.mkdir(parents=True, exist_ok=True)
    with _all_or_nothing([plans / NAME, *(plans / file.name for file in copied)]):
        for file in copied:
            if file.resolve() != (plans / file.name).resolve():
                shutil.copyfile(file, plans / file.name)
        for file, document in zip(files, documents, strict=True):
            if replace or file.name not in rows:
                rows[file.name] = _described_anew(rows.get(file.name), document)
            _show(rows[file.name], document)
        write_catalogue(plans, rows.values())
        build_index(plans, data)
    _tell_of_the_desk(PlanFolders.of(plans, data), files)


@contextlib.contextmanager
def _all_or_nothing(targets: Iterable[Path]) -> Iterator[None]:
    """Put the files back as they were when another plan of the folder turns out faulty."""
    before = {target: target.read_bytes() if target.exists() else None for target in targets}
    try:
        yield
    except PlanError:
        for target, content in before.items():
            if content is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(content)
        raise


def _tell_of_the_desk(folders: PlanFolders, files: Iterable[Path]) -> None:
    """What was taken in or withdrawn at the desk goes before what lies in the folder of plans."""
    for file in files:
        if file.name in folders.hidden():
            click.echo(f"注意：{file.name} 在工作台撤下过，仍不使用；请在工作台重新收入。")
        elif folders.file(file.name).parent != folders.given:
            click.echo(f"注意：{file.name} 在工作台收入过，仍以那一份为准；请在工作台换新版。")


def _rows_so_far(plans: Path) -> tuple[CatalogueRow, ...]:
    """The catalogue; where there is none, a row for every plan that is already there."""
    rows = read_catalogue(plans) if plans.is_dir() else ()
    if rows is not None:
        return rows
    present = plan_files(plans) if any(plans.iterdir()) else []
    read, _ = sifted(
        present, lambda file: read_document(file, "present", None), lambda file: file.name
    )
    return tuple(map(_row, read))


def _refuse_another(file: Path, target: Path, *, replace: bool) -> None:
    if target.exists() and not replace and target.read_bytes() != file.read_bytes():
        raise PlanAlreadyThere(
            f"{file.name}：规划文件夹里已有内容不同的同名文件；请改名，或加 --replace 以新换旧。"
        )


def _refuse_namesake(file: Path, files: tuple[Path, ...]) -> None:
    if any(other != file and other.name == file.name for other in files):
        raise PlanAlreadyThere(f"{file.name}：这一次给了两个同名文件；请改名后再收入。")


def _row(document: Document) -> CatalogueRow:
    return CatalogueRow(
        file=document.file,
        title=document.title,
        issuer=document.issuer,
        region=document.region,
        period=document.period,
        status=document.status,
        published=document.published,
    )


def _described_anew(before: CatalogueRow | None, document: Document) -> CatalogueRow:
    """The facts of the new file; where it came from and whether it is official no file says."""
    row = _row(document)
    if before is None:
        return row
    return replaced(row, source_url=before.source_url, official=before.official)


def _show(row: CatalogueRow, document: Document) -> None:
    click.echo(f"{row.file}：{len(document.text)} 字，去掉网页零件 {len(document.removed)} 行")
    for name, value in (
        ("标题", row.title),
        ("发布机关", row.issuer),
        ("文号", document.number),
        ("地区", row.region),
        ("期限", row.period),
        ("状态", row.status),
        ("发布日期", row.published),
    ):
        click.echo(f"    {name}：{value or '（文件没有写明，请在 catalogue.csv 补上）'}")

"""flask build-index: plan files -> the generation that is served."""

import contextlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import click

from chatbot.answering.pins.pin import relocated
from chatbot.cli.doors import FOLDER, progress, refusing, tell_faults
from chatbot.records.arrivals import Arrivals
from chatbot.records.pins import Pins, Rechecked
from chatbot.records.staff import audit
from chatbot.services import Services
from index.build import build_shelf
from index.errors import PlanError
from index.generation import Generation
from index.intake.documents import Document
from index.intake.faults import Fault, left_out
from index.intake.shelf import code_fingerprint, fingerprint, read_shelf
from index.rows import MadeFrom
from index.store import Store

SOME_LEFT_OUT = 3  # exit code; click takes 1 and 2
_HELP = f"""读取规划文件，建立索引；文件没有变化时不重做。

读不了的文件逐个说明原因，其余的照常建立索引。

\b
退出码：
  0  全部读入
  {SOME_LEFT_OUT}  已建立索引，但有文件没有收入
  1  没有建成，原来的索引不变"""


def command(services: Services) -> click.Command:
    @click.command("build-index", help=_HELP)
    @click.option("--plans", type=FOLDER, default=services.settings.plans, help="规划文件夹")
    @click.option("--data", type=FOLDER, default=services.settings.data, help="索引和记录的文件夹")
    @click.option("--force", is_flag=True, help="文件没有变化也重做")
    def build(plans: Path, data: Path, force: bool) -> None:
        with refusing():
            faults = build_index(plans, data, force=force)
        if left_out(faults):
            click.get_current_context().exit(SOME_LEFT_OUT)

    return build


def build_index(plans: Path, data: Path, *, force: bool = False) -> tuple[Fault, ...]:
    """Build and swap in a generation unless the present one was made from the same files.

    Tells and returns what is wrong with the folder.
    """
    store = Store(data)
    made_from = MadeFrom(fingerprint(plans), code_fingerprint())
    before = store.made_from()
    if not force and before == made_from:
        click.echo(f"规划文件没有变化，沿用索引 {store.current_name()}；要重读请加 --force。")
        return _told(store.faults(store.current_name()))
    shelf = read_shelf(plans, lambda files: progress(files, "读取文件"))
    same_code = before is not None and before.code == made_from.code and not force
    generation, faults = build_shelf(
        shelf,
        lambda passages: progress(passages, "建立索引"),
        data / "cache",
        _present(store) if same_code else None,
    )
    store.write(generation, plans, made_from, faults)
    _tell(generation)
    Arrivals(data / "records.db").note(generation.documents)
    _recheck_pins(data, generation)
    return _told(faults)


def _tell(generation: Generation) -> None:
    documents, count = generation.documents, len(generation.passages)
    click.echo(f"已建立索引 {generation.id}：{len(documents)} 份文件，{count} 个段落。")
    for files in _same_text(documents):
        click.echo(f"注意：{'、'.join(files)} 的文字完全相同，请只保留一份。")


def _told(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    tell_faults(faults)
    return faults


def _recheck_pins(data: Path, generation: Generation) -> None:
    """Hold each pin against the new texts; till then, one made for another text answers nothing."""
    checked = Pins(data / audit.FILE).recheck(lambda pin: relocated(pin, generation))
    if checked != Rechecked(0, 0, 0):
        click.echo(
            f"指定答复：沿用 {checked.kept} 条，移位 {checked.moved} 条，"
            f"停用待复核 {checked.suspended} 条。"
        )


def _present(store: Store) -> Generation | None:
    with contextlib.suppress(PlanError):
        return store.load(store.current_name())
    return None


def _same_text(documents: Iterable[Document]) -> list[list[str]]:
    files: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        files[document.sha256].append(document.file)
    return [names for names in files.values() if len(names) > 1]

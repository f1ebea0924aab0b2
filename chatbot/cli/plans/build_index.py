"""flask build-index: plan files -> the generation that is served."""

from pathlib import Path

import click

from chatbot.cli.doors import FOLDER, progress, refusing, tell_faults
from chatbot.desk.publishing import building
from chatbot.desk.publishing.building import NOTHING_RECHECKED, Built
from chatbot.desk.publishing.staging import recover
from chatbot.services import Services
from index.intake.faults import Fault, left_out
from index.intake.folders import PlanFolders

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

    Tells and returns what is wrong with the folders.
    """
    with building.building(data):
        recover(data)
        folders = PlanFolders.of(plans, data)
        built = building.build_index(folders, data, progress, force=force)
    _tell(built)
    tell_faults(built.faults)
    return built.faults


def _tell(built: Built) -> None:
    if built.generation is None:
        click.echo(f"规划文件没有变化，沿用索引 {built.name}；要重读请加 --force。")
        return
    documents, count = built.generation.documents, len(built.generation.passages)
    click.echo(f"已建立索引 {built.generation.id}：{len(documents)} 份文件，{count} 个段落。")
    for files in built.same_text:
        click.echo(f"注意：{'、'.join(files)} 的文字完全相同，请只保留一份。")
    if built.pins != NOTHING_RECHECKED:
        click.echo(
            f"指定答复：沿用 {built.pins.kept} 条，移位 {built.pins.moved} 条，"
            f"停用待复核 {built.pins.suspended} 条。"
        )

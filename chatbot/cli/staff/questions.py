"""flask questions: what was asked, listed or taken away as a workbook."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from chatbot.answering.answer import Outcome
from chatbot.cli.doors import refusing
from chatbot.files.made import Made
from chatbot.files.workbook import workbook
from chatbot.records.asked.reviewing import Asked, Wanted
from chatbot.records.staff.audit import OPERATOR, Action, Deed
from chatbot.services import Services
from chatbot.told import questions_told

_MOST = 100_000
_Command = Callable[..., None]


class _Chosen(TypedDict):
    """The options that choose among the questions."""

    first: datetime | None
    last: datetime | None
    outcome: str | None
    unhandled: bool


def command(services: Services) -> click.Command:
    group = click.Group("questions", help="居民问了什么、答上没有：列出，或导出 Excel 表格。")
    group.add_command(_listing(services))
    group.add_command(_export(services))
    return group


def _filters(decorated: _Command) -> _Command:
    """A command that takes these options."""
    day = click.DateTime(["%Y-%m-%d"])
    for option in (
        click.option("--unhandled", is_flag=True, help="只要还没有处理的"),
        click.option("--outcome", type=click.Choice([one.value for one in Outcome]), help="结果"),
        click.option("--last", type=day, help="到哪天，如 2026-01-31"),
        click.option("--first", type=day, help="从哪天，如 2026-01-01"),
    ):
        decorated = option(decorated)
    return decorated


def _listing(services: Services) -> click.Command:
    @click.command("list", help="列出问题：次数、结果、问题、文件里没有的词。")
    @_filters
    def show(**chosen: Unpack[_Chosen]) -> None:
        for one in _asked(services, chosen, Action.QUESTIONS_READ):
            missing = f"\t没有的词：{'、'.join(one.missing)}" if one.missing else ""
            outcome = questions_told.OUTCOMES[one.outcome]
            click.echo(f"{one.times} 次\t{outcome}\t{one.question}{missing}")

    return show


def _export(services: Services) -> click.Command:
    @click.command("export", help="导出 Excel 表格（.xlsx）；已有的文件会被替换。")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False, writable=True))
    @_filters
    def export(file: Path, **chosen: Unpack[_Chosen]) -> None:
        found = _asked(services, chosen, Action.QUESTIONS_EXPORTED)
        with refusing():
            shelf = services.shelf.current().documents
        titles = {document.id: document.title for document in shelf}
        rows = [questions_told.row(one, titles) for one in found]
        made = Made(services.bureau.name, datetime.now(UTC))
        file.write_bytes(workbook("居民提问", questions_told.HEADS, rows, made))
        click.echo(f"已导出 {len(rows)} 个问题：{file}")

    return export


def _asked(services: Services, chosen: _Chosen, action: Action) -> tuple[Asked, ...]:
    """The questions chosen; that they were looked at is written down."""
    wanted = Wanted(
        first=chosen["first"].date() if chosen["first"] else None,
        last=chosen["last"].date() if chosen["last"] else None,
        outcome=Outcome(chosen["outcome"]) if chosen["outcome"] else None,
        handled=False if chosen["unhandled"] else None,
    )
    with refusing():
        services.staff.write_down(Deed(OPERATOR, action, questions_told.filters(wanted)))
        return services.records.asked(wanted, _MOST)[0]

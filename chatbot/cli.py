"""The `flask` commands of the operator: build the index, ask, evaluate."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click
from flask import Flask

from chatbot.answering.answer import Answer
from chatbot.evaluation.judged import read_questions
from chatbot.evaluation.measures import Judged, judge_all, measure
from chatbot.services import Services
from index.build import build_generation
from index.errors import PlanError
from index.shelf import fingerprint, read_shelf
from index.store import Store

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_Item = TypeVar("_Item")


def register(app: Flask) -> None:
    """Give `app` its commands; they read its settings, and refuse in one Chinese sentence."""
    services: Services = app.extensions["planbot"]
    for command in (_build_index(services), _ask(services), _evaluate(services)):
        app.cli.add_command(command)


def _build_index(services: Services) -> click.Command:
    @click.command("build-index", help="读取规划文件，建立索引；文件没有变化时不重做。")
    @click.option("--plans", type=_FOLDER, default=services.settings.plans, help="规划文件夹")
    @click.option("--data", type=_FOLDER, default=services.settings.data, help="索引和记录的文件夹")
    @click.option("--force", is_flag=True, help="文件没有变化也重做")
    def command(plans: Path, data: Path, force: bool) -> None:
        with _refusing():
            build_index(plans, data, force=force)

    return command


def build_index(plans: Path, data: Path, *, force: bool = False) -> None:
    """Build and swap in a generation unless the present one was made from the same files."""
    store = Store(data)
    inputs = fingerprint(plans)
    if not force and store.inputs() == inputs:
        click.echo(f"规划文件没有变化，沿用索引 {store.current_id()}。")
        return
    documents = read_shelf(plans, lambda files: _bar(files, "读取文件"))
    generation = build_generation(
        documents, lambda passages: _bar(passages, "建立索引"), data / "cache"
    )
    store.write(generation, plans, inputs)
    click.echo(
        f"已建立索引 {generation.id}：{len(documents)} 份文件，{len(generation.passages)} 个段落。"
    )


def _ask(services: Services) -> click.Command:
    @click.command("ask", help="提一个问题，看答复和出处。")
    @click.argument("question")
    def command(question: str) -> None:
        with _refusing():
            _show(services.answer(question))

    return command


def _show(answer: Answer) -> None:
    click.echo(answer.text)
    for citation in (*answer.citations, *answer.related):
        place = " > ".join((f"《{citation.document.title}》", *citation.path))
        span = citation.span
        click.echo(
            f"[{citation.number}] {place}（{citation.document.file} 第 {span.start}–{span.end} 字）"
        )
    for suggestion in answer.suggestions:
        click.echo(f"还可以问：{suggestion}")


def _evaluate(services: Services) -> click.Command:
    @click.command("evaluate", help="用标注问题评测当前索引，打印指标。")
    @click.argument("files", nargs=-1, required=True, type=_FILE)
    @click.option("--show-wrong", is_flag=True, help="列出答错的问题")
    def command(files: tuple[Path, ...], show_wrong: bool) -> None:
        with _refusing():
            questions = [question for file in files for question in read_questions(file)]
            services.shelf.warm_up()
            judged = judge_all(
                _bar(questions, "评测"), lambda turns: services.answer(turns[-1], turns[:-1])
            )
            if show_wrong:
                _list_wrong(judged)
            for name, value in measure(judged).items():
                click.echo(f"{name:28} {value}")

    return command


def _list_wrong(judged: list[Judged]) -> None:
    for one in judged:
        if not one.right:
            asked = " / ".join(one.question.turns)
            quoted = " ".join(citation.quote[:50] for citation in one.answer.citations[:3])
            outcome = one.answer.outcome.value
            click.echo(f"{one.question.id} {one.question.kind} {asked} -> {outcome} {quoted}")


def _bar(items: Iterable[_Item], label: str) -> Iterable[_Item]:
    """The same items, a progress bar on stderr as they are taken."""
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """The command line's door: our errors become one message and exit code 1."""
    try:
        yield
    except PlanError as error:
        raise click.ClickException(str(error)) from error

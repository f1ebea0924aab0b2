"""flask evaluate: judged questions against the index that is served."""

from pathlib import Path

import click

from chatbot.cli.doors import FILE, progress, refusing
from chatbot.evaluation.judged import read_questions
from chatbot.evaluation.measures import Judged, judge_all, measure
from chatbot.services import Services


def command(services: Services) -> click.Command:
    @click.command("evaluate", help="用标注问题评测当前索引，打印指标。")
    @click.argument("files", nargs=-1, required=True, type=FILE)
    @click.option("--show-wrong", is_flag=True, help="列出答错的问题")
    def evaluate(files: tuple[Path, ...], show_wrong: bool) -> None:
        with refusing():
            questions = [question for file in files for question in read_questions(file)]
            services.shelf.warm_up()
            judged = judge_all(
                progress(questions, "评测"), lambda turns: services.answer(turns[-1], turns[:-1])
            )
            if show_wrong:
                list_wrong(judged)
            for name, value in measure(judged).items():
                click.echo(f"{name:28} {value}")

    return evaluate


def list_wrong(judged: list[Judged]) -> None:
    for one in judged:
        if not one.right:
            asked = " / ".join(one.question.turns)
            quoted = " ".join(citation.quote[:50] for citation in one.answer.citations[:3])
            outcome = one.answer.outcome.value
            click.echo(f"{one.question.id} {one.question.kind} {asked} -> {outcome} {quoted}")

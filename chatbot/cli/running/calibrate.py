"""flask calibrate: fit the weights to judged questions, and show what each threshold costs."""

import re
from itertools import chain
from pathlib import Path

import click

from chatbot.answering.weights import WEIGHTS, weight
from chatbot.cli.doors import progress, refusing, tell_faults
from chatbot.evaluation.examples import examples, heading_examples
from chatbot.evaluation.fitting import Example, Fit, fit, trade_off
from chatbot.evaluation.judged import read_questions
from chatbot.services import Services
from index.build import build_shelf
from index.intake.shelf import read_shelf


def command(services: Services) -> click.Command:
    @click.command("calibrate", help="用标注问题重新拟合答与不答的分界，打印取舍曲线。")
    @click.argument("pairs", nargs=-1, required=True)
    @click.option("--write", is_flag=True, help="写入系数文件；不写则只打印")
    def calibrate(pairs: tuple[str, ...], write: bool) -> None:
        """Each PAIR is FOLDER=FILE: a folder of plans and the questions asked of it."""
        with refusing():
            shelves = [pair.partition("=") for pair in pairs]
            found = [
                example
                for folder, _, file in shelves
                for example in _examples_of(Path(folder), Path(file), services)
            ]
            _report(found)
            if write:
                WEIGHTS.write_text(refitted(WEIGHTS.read_text("utf-8"), fit(found)), "utf-8")

    return calibrate


def _examples_of(plans: Path, file: Path, services: Services) -> list[Example]:
    questions = read_questions(file)
    cache = services.settings.data / "cache"
    generation, faults = build_shelf(read_shelf(plans), cache_folder=cache)
    tell_faults(faults)
    asked = chain(examples(generation, questions), heading_examples(generation))
    return list(progress(asked, f"{plans.name}"))


def _report(found: list[Example]) -> None:
    """The weights, and the curve on the half that they were not fitted to and on the whole."""
    half, whole = fit(found[::2]), fit(found)
    click.echo(f"{'依据':12}{'现在':>8}{'重新拟合':>8}{'只用一半':>8}")
    for name in ("constant", *whole.weights):
        values = (weight("answer", name), *(_weight(one, name) for one in (whole, half)))
        click.echo(f"{name:12}" + "".join(f"{value:10.3f}" for value in values))
    sure = weight("grades", "sure")
    for name, fitted, of in (("另一半", half, found[1::2]), ("全部", whole, found)):
        click.echo(f"{name}（{len(of)} 例）  门槛  答对的留下  答错的放出  不该答的放出")
        for point in trade_off(fitted, of):
            click.echo(
                f"{point.threshold:20.2f}{point.kept:12.2f}{point.wrong_shown:12.2f}"
                f"{point.false_answers:14.2f}" + ("  ← 现在的门槛" * (point.threshold == sure))
            )


def _weight(fitted: Fit, name: str) -> float:
    return fitted.constant if name == "constant" else fitted.weights[name]


def refitted(toml: str, fitted: Fit) -> str:
    """The file of weights with those of [answer] put in the place of the old; all else stays."""
    before, title, rest = toml.partition("\n[answer]")
    table, gap, after = rest.partition("\n\n")
    for name in ("constant", *fitted.weights):
        value = f"\\g<1>{_weight(fitted, name):.3f}"
        table = re.sub(rf"(?m)^({name} = )\S+", value, table)
    return before + title + table + gap + after

"""flask calibrate: fit the weights to judged questions, and show what they are worth elsewhere."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from chatbot.answering.weights import WEIGHTS, weight
from chatbot.cli.doors import progress, refusing, tell_faults
from chatbot.evaluation.examples import Example, examples
from chatbot.evaluation.fitting import Fit, Worth, effect, fit, spreads, worth
from chatbot.evaluation.judged import read_questions
from chatbot.services import Services
from index.build import build_shelf
from index.intake.shelf import read_shelf

_BAR = 30  # signs of the longest bar


def command(services: Services) -> click.Command:
    @click.command(
        "calibrate", help="用标注问题重新拟合各条规则的权重，打印每批文件留出不用时的成绩。"
    )
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
            whole = fit(found)
            _tell_weights(whole, spreads(found), found)
            _tell_worth(whole, found)
            if write:
                WEIGHTS.write_text(refitted(WEIGHTS.read_text("utf-8"), whole), "utf-8")

    return calibrate


def _examples_of(plans: Path, file: Path, services: Services) -> list[Example]:
    questions = read_questions(file)
    cache = services.settings.data / "cache"
    generation, faults = build_shelf(read_shelf(plans), cache_folder=cache)
    tell_faults(faults)
    asked = examples(str(plans), generation, questions)
    return list(progress(asked, f"{plans.name}"))


def _tell_weights(whole: Fit, spread: dict[str, float], found: Sequence[Example]) -> None:
    """Each rule with its weight now, refitted, its spread, and a bar for what it is worth."""
    effects = effect(whole, found)
    most = max(effects.values())
    click.echo(f"{'依据':18}{'现在':>8}{'重新拟合':>8}{'误差':>8}  作用")
    for name, weighs in whole.weights.items():
        bar = "█" * round(_BAR * effects[name] / most)
        now = weight("rules", name)
        click.echo(f"{name:20}{now:10.3f}{weighs:10.3f}{spread[name]:10.3f}  {bar}")
    click.echo(f"{'nothing':20}{weight('nothing', 'constant'):10.3f}{whole.constant:10.3f}")


def _tell_worth(whole: Fit, found: Sequence[Example]) -> None:
    """Each shelf, with weights that were fitted on the others and on all."""
    click.echo(f"{'':12}选对   答对   放出的对 误答")
    for shelf in dict.fromkeys(example.shelf for example in found):
        own = [example for example in found if example.shelf == shelf]
        others = [example for example in found if example.shelf != shelf]
        click.echo(f"{shelf}（{len(own)} 问）")
        if others:
            click.echo(f"{'留出不用':10}{_told(worth(fit(others), own))}")
        click.echo(f"{'一起拟合':10}{_told(worth(whole, own))}")


def _told(one: Worth) -> str:
    shares = (one.chosen, one.right, one.shown_right, one.false_answers)
    return "".join(f"{share:8.3f}" for share in shares)


def refitted(toml: str, fitted: Fit) -> str:
    """The file of weights with [nothing] and [rules] as fitted; all else stays."""
    for table, values in (("nothing", {"constant": fitted.constant}), ("rules", fitted.weights)):
        before, title, rest = toml.partition(f"\n[{table}]")
        own, gap, after = rest.partition("\n\n")
        for name, value in values.items():
            own = re.sub(rf"(?m)^({name} = )\S+", f"\\g<1>{value:.3f}", own)
        toml = before + title + own + gap + after
    return toml

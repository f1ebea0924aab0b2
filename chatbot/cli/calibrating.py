"""flask calibrate: fit the gate to judged questions, and show what each threshold costs."""

from itertools import chain
from pathlib import Path

import click

from chatbot.answering.gate import COEFFICIENTS, Gate
from chatbot.cli.doors import progress, refusing
from chatbot.cli.left_out import tell_faults
from chatbot.evaluation.examples import examples, heading_examples
from chatbot.evaluation.fitting import Example, fit, trade_off
from chatbot.evaluation.judged import read_questions
from chatbot.services import Services
from index.build import build_shelf
from index.shelf import read_shelf


def command(services: Services) -> click.Command:
    @click.command("calibrate", help="用标注问题重新拟合答与不答的分界，打印取舍曲线。")
    @click.argument("pairs", nargs=-1, required=True)
    @click.option("--threshold", default=0.4, show_default=True, help="答复的门槛")
    @click.option("--write", is_flag=True, help="写入系数文件；不写则只打印")
    def calibrate(pairs: tuple[str, ...], threshold: float, write: bool) -> None:
        """Each PAIR is FOLDER=FILE: a folder of plans and the questions asked of it."""
        with refusing():
            shelves = [pair.partition("=") for pair in pairs]
            found = [
                example
                for folder, _, file in shelves
                for example in _examples_of(Path(folder), Path(file), services)
            ]
            _report(found, threshold)
            if write:
                Path(str(COEFFICIENTS)).write_text(as_toml(fit(found, threshold)), "utf-8")

    return calibrate


def _examples_of(plans: Path, file: Path, services: Services) -> list[Example]:
    questions = read_questions(file)
    cache = services.settings.data / "cache"
    generation, faults = build_shelf(read_shelf(plans), cache_folder=cache)
    tell_faults(faults)
    asked = chain(examples(generation, questions), heading_examples(generation))
    return list(progress(asked, f"{plans.name}"))


def _report(found: list[Example], threshold: float) -> None:
    """The curve on the half that the gate was not fitted to, and on the whole."""
    half = fit(found[::2], threshold)
    for name, gate, of in (("另一半", half, found[1::2]), ("全部", fit(found, threshold), found)):
        click.echo(f"{name}（{len(of)} 例）  门槛  答对的留下  答错的放出  不该答的放出")
        for point in trade_off(gate, of):
            click.echo(
                f"{point.threshold:20.2f}{point.kept:12.2f}{point.wrong_shown:12.2f}"
                f"{point.false_answers:14.2f}"
            )


def as_toml(gate: Gate) -> str:
    """The gate as the readable file that it is loaded from."""
    weights = "\n".join(f"{name} = {weight:.3f}" for name, weight in gate.weights.items())
    return (
        "# The gate: a draft is shown when 1 / (1 + e^-(constant + sum of weight x feature))\n"
        "# reaches the threshold. Written by `flask calibrate --write`; features.py tells what\n"
        "# each feature is.\n"
        f"threshold = {gate.threshold}\nconstant = {gate.constant:.3f}\n\n[weights]\n{weights}\n"
    )

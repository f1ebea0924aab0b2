"""Calibrating prints what each threshold costs, and writes only when it is told to."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from chatbot.answering.weights import WEIGHTS, weights
from chatbot.cli.running import calibrate
from chatbot.cli.running.calibrate import refitted
from chatbot.evaluation.fitting import Fit
from tests.chatbot.cli.desk import Desk, assert_refused

GOLD = Path(__file__).resolve().parents[3] / "gold" / "questions.jsonl"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights that `--write` changes, so that no test changes the product's own."""
    file = tmp_path / "weights.toml"
    shutil.copy(WEIGHTS, file)
    monkeypatch.setattr(calibrate, "WEIGHTS", file)
    return file


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A dozen of the judged questions, answerable and not, so that fitting is quick."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    answerable = [line for line in lines if json.loads(line)["answerable"]]
    others = [line for line in lines if not json.loads(line)["answerable"]]
    file = tmp_path / "few.jsonl"
    file.write_text("\n".join((*answerable[::12], *others[::5])), encoding="utf-8")
    return file


def test_the_curve_is_printed_for_the_other_half_and_for_all(
    real_desk: Desk, plans: Path, few: Path
) -> None:
    before = WEIGHTS.read_bytes()
    done = real_desk.run("calibrate", f"{plans}={few}")
    assert done.exit_code == 0, done.output
    assert "另一半" in done.output
    assert "全部" in done.output
    rows = [line.split() for line in done.output.splitlines() if line.startswith(" " * 16)]
    assert [row[0] for row in rows] == [f"{n / 20:.2f}" for n in range(2, 19)] * 2
    sure = f"{weights('grades')['sure']:.2f}"
    marked = [row for row in rows if row[-1] == "现在的门槛"]
    assert [row[0] for row in marked] == [sure] * 2, "the curve shows the threshold in force"
    assert WEIGHTS.read_bytes() == before, "nothing is written unasked"


def test_only_the_weights_of_the_answer_are_written_when_asked_for(
    real_desk: Desk, plans: Path, few: Path, written: Path
) -> None:
    done = real_desk.run("calibrate", f"{plans}={few}", "--write")
    assert done.exit_code == 0, done.output
    before = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    after = tomllib.loads(written.read_text(encoding="utf-8"))
    assert after["answer"].keys() == before["answer"].keys()
    assert after.pop("answer") != before.pop("answer")
    assert after == before


def test_questions_that_tell_nothing_apart_are_refused_and_write_nothing(
    real_desk: Desk, plans: Path, tmp_path: Path, written: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    assert_refused(real_desk.run("calibrate", f"{plans}={empty}", "--write"), "标注问题")
    assert written.read_bytes() == WEIGHTS.read_bytes()


@pytest.mark.parametrize("pair", ["{plans}", "{plans}=nowhere.jsonl", "nowhere={few}"])
def test_a_pair_that_names_nothing_is_refused(
    real_desk: Desk, plans: Path, few: Path, pair: str
) -> None:
    assert_refused(real_desk.run("calibrate", pair.format(plans=plans, few=few)), "请")


def test_what_is_fitted_is_read_again_and_the_comments_stay() -> None:
    toml = WEIGHTS.read_text(encoding="utf-8")
    rules = dict.fromkeys(weights("answer"), 0.25)
    constant = rules.pop("constant")
    again = refitted(toml, Fit(constant, rules))
    assert set(tomllib.loads(again)["answer"].values()) == {0.25}
    assert again.count("#") == toml.count("#")

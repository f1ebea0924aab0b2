"""Calibrating prints what was fitted and its worth, and writes only when it is told to."""

import json
import re
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


@pytest.fixture
def elsewhere(plans: Path, tmp_path: Path) -> Path:
    """The same plans as a shelf of another name."""
    return Path(shutil.copytree(plans, tmp_path / "elsewhere"))


def rows_of(output: str) -> dict[str, list[str]]:
    """The table by the first word of each line."""
    lines = [line.split() for line in output.splitlines() if line.strip()]
    return {words[0]: words[1:] for words in lines}


def test_each_weight_is_printed_as_it_is_and_refitted_with_its_spread(
    real_desk: Desk, plans: Path, few: Path
) -> None:
    before = WEIGHTS.read_bytes()
    done = real_desk.run("calibrate", f"{plans}={few}")
    assert done.exit_code == 0, done.output
    rows = rows_of(done.output)
    now, fitted, spread = {}, {}, {}
    for name in weights("rules"):
        now[name], fitted[name], spread[name] = map(float, rows[name][:3])
    assert now == pytest.approx(weights("rules"), abs=1e-3)
    assert fitted != now
    assert all(each >= 0 for each in spread.values())
    assert any(spread.values())
    assert any("█" in "".join(rows[name]) for name in now)
    assert float(rows["nothing"][0]) == pytest.approx(weights("nothing")["constant"], abs=1e-3)
    assert len(rows["nothing"]) == 2
    assert WEIGHTS.read_bytes() == before, "nothing is written unasked"


def test_each_shelf_is_told_as_if_it_had_been_left_out(
    real_desk: Desk, plans: Path, elsewhere: Path, few: Path
) -> None:
    done = real_desk.run("calibrate", f"{plans}={few}", f"{elsewhere}={few}")
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    heads = [line.rpartition("（")[0] for line in lines if line.endswith("问）")]
    assert heads == [str(plans), str(elsewhere)]
    left_out = [list(map(float, line.split()[1:])) for line in lines if line.startswith("留出")]
    together = [line.split()[1:] for line in lines if line.startswith("一起拟合")]
    assert [len(shares) for shares in left_out] == [len(shares) for shares in together] == [4, 4]
    assert all(0 <= share <= 1 for shares in left_out for share in shares)


def test_one_shelf_alone_is_left_out_of_nothing(real_desk: Desk, plans: Path, few: Path) -> None:
    done = real_desk.run("calibrate", f"{plans}={few}")
    assert "一起拟合" in done.output
    assert "留出不用" not in done.output


def test_only_what_was_fitted_is_written_when_asked_for(
    real_desk: Desk, plans: Path, few: Path, written: Path
) -> None:
    done = real_desk.run("calibrate", f"{plans}={few}", "--write")
    assert done.exit_code == 0, done.output
    before, after = WEIGHTS.read_text(encoding="utf-8"), written.read_text(encoding="utf-8")
    old, new = tomllib.loads(before), tomllib.loads(after)
    for table in ("nothing", "rules"):
        assert new[table].keys() == old[table].keys()
        assert new.pop(table) != old.pop(table)
    assert new == old
    assert without_numbers(after) == without_numbers(before), "comments and order stay"
    rows = rows_of(done.output)
    fitted = {name: float(rows[name][1]) for name in weights("rules")}
    assert tomllib.loads(after)["rules"] == fitted, "what is written is what was printed"


def without_numbers(toml: str) -> list[str]:
    """The lines of a file of weights, those that give a number without it."""
    return [re.sub(r"= \S+", "=", line) for line in toml.splitlines()]


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
    again = refitted(toml, Fit(0.125, dict.fromkeys(weights("rules"), -12.25)))
    read = tomllib.loads(again)
    assert read["nothing"] == {"constant": 0.125}
    assert read["rules"] == dict.fromkeys(weights("rules"), -12.25)
    assert without_numbers(again) == without_numbers(toml)
    assert refitted(again, Fit(0.125, read["rules"])) == again

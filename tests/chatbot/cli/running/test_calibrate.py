"""Calibrating prints what each threshold costs, and writes only when it is told to."""

import json
import tomllib
from pathlib import Path

import pytest

from chatbot.answering.evidence.gate import COEFFICIENTS, Gate, fitted_gate
from chatbot.answering.evidence.ranking import Features
from chatbot.cli.running import calibrate
from chatbot.cli.running.calibrate import as_toml
from tests.chatbot.cli.desk import Desk, assert_refused

GOLD = Path(__file__).resolve().parents[3] / "gold" / "questions.jsonl"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where `--write` puts the gate, so that no test changes the product's own."""
    file = tmp_path / "gate.toml"
    monkeypatch.setattr(calibrate, "COEFFICIENTS", file)
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
    before = Path(str(COEFFICIENTS)).read_bytes()
    done = real_desk.run("calibrate", f"{plans}={few}")
    assert done.exit_code == 0, done.output
    assert "另一半" in done.output
    assert "全部" in done.output
    rows = [line.split() for line in done.output.splitlines() if line.startswith(" " * 16)]
    assert [row[0] for row in rows] == [f"{n / 20:.2f}" for n in range(2, 19)] * 2
    assert Path(str(COEFFICIENTS)).read_bytes() == before, "nothing is written unasked"


def test_the_gate_is_written_when_asked_for_and_can_be_loaded(
    real_desk: Desk, plans: Path, few: Path, written: Path
) -> None:
    done = real_desk.run("calibrate", f"{plans}={few}", "--threshold", "0.35", "--write")
    assert done.exit_code == 0, done.output
    values = tomllib.loads(written.read_text(encoding="utf-8"))
    assert values["threshold"] == 0.35
    assert tuple(values["weights"]) == Features.names()


def test_questions_that_tell_nothing_apart_are_refused_and_write_nothing(
    real_desk: Desk, plans: Path, tmp_path: Path, written: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    assert_refused(real_desk.run("calibrate", f"{plans}={empty}", "--write"), "标注问题")
    assert not written.exists()


@pytest.mark.parametrize("pair", ["{plans}", "{plans}=nowhere.jsonl", "nowhere={few}"])
def test_a_pair_that_names_nothing_is_refused(
    real_desk: Desk, plans: Path, few: Path, pair: str
) -> None:
    assert_refused(real_desk.run("calibrate", pair.format(plans=plans, few=few)), "请")


def test_a_gate_is_written_as_it_is_read() -> None:
    gate = Gate(0.4, -1.5, {name: place / 8 for place, name in enumerate(Features.names())})
    assert Gate(**tomllib.loads(as_toml(gate))) == gate
    assert as_toml(fitted_gate()).splitlines()[0].startswith("# ")

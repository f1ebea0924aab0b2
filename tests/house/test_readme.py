"""The README opens with the two commands and stays a front page."""

import re

from tools.sources import ROOT

README = ROOT / "README.md"
MOST_LINES = 130


def test_the_readme_opens_with_the_two_commands() -> None:
    before, block = re.split(r"^```\w*\n", README.read_text(encoding="utf-8"), flags=re.M)[:2]
    commands = [line.partition("#")[0].strip() for line in block.partition("```")[0].splitlines()]
    assert commands == ["make run", "make test"]
    assert len(before.strip().splitlines()) <= 3, "only the title and one sentence come before"


def test_the_readme_stays_a_front_page() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES, "what is longer belongs on a page in docs/"

"""The README opens with the two commands."""

import re

from tools.sources import ROOT

README = ROOT / "README.md"


def test_the_readme_opens_with_the_two_commands() -> None:
    before, block = re.split(r"^```\w*\n", README.read_text(encoding="utf-8"), flags=re.M)[:2]
    commands = [line.partition("#")[0].strip() for line in block.partition("```")[0].splitlines()]
    assert commands == ["make run", "make test"]
    assert len(before.strip().splitlines()) <= 3, "only the title and one sentence come before"

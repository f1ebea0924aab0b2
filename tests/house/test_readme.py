"""The README opens with the two commands, and its map is the captions."""

import re

from tools.readme_map import README, drawn_map, readme_with


def test_the_readme_opens_with_the_two_commands() -> None:
    before, block = re.split(r"^```\w*\n", README.read_text(encoding="utf-8"), flags=re.M)[:2]
    commands = [line.partition("#")[0].strip() for line in block.partition("```")[0].splitlines()]
    assert commands == ["make run", "make test"]
    assert len(before.strip().splitlines()) <= 3, "only the title and one sentence come before"


def test_the_map_in_the_readme_equals_the_captions() -> None:
    drawn = readme_with(drawn_map())
    assert README.read_text(encoding="utf-8") == drawn, "run `python -m tools.readme_map`"

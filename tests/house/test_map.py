"""The map in ARCHITECTURE.md is the captions of the modules, and nothing else."""

from tools.architecture_map import PAGE, drawn_map, page_with


def test_the_map_equals_the_captions() -> None:
    drawn = page_with(drawn_map())
    assert PAGE.read_text(encoding="utf-8") == drawn, "run `python -m tools.architecture_map`"

"""Captions are read from the first line of a module's docstring."""

from pathlib import Path

from tools.sources import ROOT, caption, relative, source_files


def test_a_caption_is_the_first_line_of_the_docstring(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""Plans in, answers out.\n\nAnd more.\n"""\n', encoding="utf-8")
    assert caption(module) == "Plans in, answers out."


def test_a_module_without_a_docstring_has_no_caption(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("x = 1\n", encoding="utf-8")
    assert caption(module) == ""


def test_only_files_of_ours_are_source(tmp_path: Path) -> None:
    for name in ("index/tokens.py", ".venv/lib.py", "index/__pycache__/tokens.py", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert list(source_files(".py", under=tmp_path)) == [tmp_path / "index" / "tokens.py"]


def test_a_package_is_named_as_its_folder() -> None:
    assert relative(ROOT / "index" / "__init__.py") == "index/"

"""The pages lead somewhere, and tell the commands and settings there are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import click

from chatbot.app import create_app
from chatbot.settings import Settings, SettingWrong
from tools.sources import ROOT, relative

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
_FENCED = re.compile(r"^```.*?^```", re.M | re.S)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+?) *$", re.M)
_ROW = re.compile(r"^\| `([^`]+)` \|([^|]*)\|", re.M)


def test_every_link_leads_to_a_file_or_a_heading() -> None:
    broken = [(relative(page), link) for page in PAGES for link in links(page) if lost(page, link)]
    assert broken == []


def test_every_page_of_docs_is_linked_from_another() -> None:
    reached = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in PAGES
        for link in links(page)
        if link.partition("#")[0]
    }
    assert [relative(page) for page in DOCS.rglob("*.md") if page not in reached] == []


def test_the_page_of_commands_names_every_flask_command_and_no_other() -> None:
    told = [row for row, _ in rows("commands.md") if row.startswith("flask ")]
    commands = set(flask_commands(create_app().cli.commands))
    assert sorted(command_of(row, commands) for row in told) == sorted(commands)


def test_the_page_of_commands_names_every_make_target_and_no_other() -> None:
    told = [row.split()[1] for row, _ in rows("commands.md") if row.startswith("make ")]
    phony = re.search(r"^\.PHONY:(.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert phony
    assert sorted(told) == sorted(phony[1].split())


def test_the_page_of_settings_names_every_setting_with_its_default() -> None:
    told = {name: default.strip(" `") for name, default in rows("settings.md", "服务读的")}
    assert told == {
        f"PLANBOT_{field.name.upper()}": written(field.default)
        for field in fields(Settings)
        if is_read(field.name)
    }


def test_the_page_of_settings_names_every_fixed_limit_with_its_size() -> None:
    told = {name: in_bytes(size) for name, size in rows("settings.md", "写在程序里的限度")}
    assert told == {
        field.name: field.default for field in fields(Settings) if not is_read(field.name)
    }


def links(page: Path) -> list[str]:
    """The relative links of a page, those in examples of code aside."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return [link for link in _LINK.findall(text) if "://" not in link]


def lost(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    if not target.exists():
        return True
    return bool(anchor) and anchor not in anchors(target)


def anchors(page: Path) -> set[str]:
    """The headings of a page as they stand in addresses: no punctuation, dashes for spaces."""
    headings = _HEADING.findall(_FENCED.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def rows(name: str, heading: str = "") -> list[tuple[str, str]]:
    """The first two cells of the rows of a page, or of one of its chapters, that name some code."""
    text = (DOCS / name).read_text(encoding="utf-8")
    if heading:
        text = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return _ROW.findall(text)


def flask_commands(found: Mapping[str, click.Command], above: str = "flask") -> Iterator[str]:
    """Each command as it is typed; a group counts by its commands."""
    for name, command in found.items():
        if isinstance(command, click.Group):
            yield from flask_commands(command.commands, f"{above} {name}")
        else:
            yield f"{above} {name}"


def command_of(row: str, commands: set[str]) -> str:
    """The command that a row tells of, without its arguments; else the row as it stands."""
    words = row.split()
    begun = (" ".join(words[:length]) for length in (3, 2))
    return next((begin for begin in begun if begin in commands), row)


def is_read(field: str) -> bool:
    """Whether the environment can change a setting."""
    try:
        given = Settings.from_environment({f"PLANBOT_{field.upper()}": "1"})
    except SettingWrong:
        return True
    return given != Settings()


def written(default: object) -> str:
    if isinstance(default, bool):
        return str(int(default))
    return "" if default == () else str(default)


def in_bytes(size: str) -> int:
    number, unit = size.split()
    return int(number) * {"KB": 1024, "MB": 1024**2}[unit]

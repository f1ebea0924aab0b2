"""What may not be written, and where: the environment, unescaped HTML, places on one machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.offenders import assert_nobody
from tools.sources import ROOT, parsed, read, relative, source_files

SHIPPED = ("wsgi.py", "index", "chatbot", "deploy", "tools")
SETTINGS = ROOT / "chatbot" / "settings.py"
UNESCAPED = re.compile(r"\|\s*safe\b|\bMarkup\(|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b")
ONE_MACHINE = re.compile(r"(?<![\w./}])/(?:work|root|home|Users)(?![\w-])")
URL_HOST = re.compile(r"https?://([\w.-]+)")
GOLD = ROOT / "benchmarks" / "gold"
# The last are names of vocabularies: nothing is fetched from there.
PUBLIC_HOST = re.compile(
    r"127\.0\.0\.1|localhost|(?:[\w-]+\.)*example(?:\.\w+)*|(?:www\.)?(?:w3|schema|sitemaps)\.org"
)

shipped_modules = [p for p in source_files(".py") if p.relative_to(ROOT).parts[0] in SHIPPED]
chatbot_files = [
    *source_files(".py", ".html", ".js", ".css", under=ROOT / "chatbot"),
]
text_files = [
    *source_files(".py", ".html", ".js", ".css", ".md", ".toml", ".txt", ".sh", ".yml", ".yaml"),
    *source_files(".json", ".jsonl", ".csv", ".tsv", ".service", ".conf", ".svg"),
    *(path for path in source_files("") if path.name in {"Makefile", "run", ".gitignore"}),
]


def test_only_settings_reads_the_environment() -> None:
    assert_nobody(
        f"{relative(module)}:{line}"
        for module in shipped_modules
        if module != SETTINGS
        for line in environment_reads(parsed(module))
    )


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ['A']",
        "import os as system\nsystem.getenv('A')",
        "from os import environ",
        "from os import getenv as g",
        "import os\na = os.environ.setdefault('A', '')",
    ],
)
def test_a_read_of_the_environment_is_noticed(code: str) -> None:
    assert environment_reads(ast.parse(code))


def test_nothing_reaches_a_page_unescaped() -> None:
    assert_nobody(found(UNESCAPED, chatbot_files))


@pytest.mark.parametrize(
    "code",
    [
        "{{ text |safe }}",
        "markupsafe.Markup(text)",
        "node.innerHTML = text",
        "node.insertAdjacentHTML('beforeend', text)",
    ],
)
def test_a_way_around_escaping_is_noticed(code: str) -> None:
    assert UNESCAPED.search(code)


def test_no_file_names_a_place_on_one_machine() -> None:
    assert_nobody(found(ONE_MACHINE, text_files))


def test_no_file_points_at_a_host_on_the_internet() -> None:
    assert_nobody(
        f"{relative(file)}: {host}"
        for file in text_files
        if GOLD not in file.parents  # what it quotes of documents may hold their addresses
        for host in URL_HOST.findall(read(file))
        if not PUBLIC_HOST.fullmatch(host)
    )


def found(pattern: re.Pattern[str], files: list[Path]) -> Iterator[str]:
    """Each match of the pattern, after the file it stands in."""
    return (f"{relative(file)}: {match}" for file in files for match in pattern.findall(read(file)))


def environment_reads(tree: ast.Module) -> list[int]:
    """The lines that read it: any use of environ or getenv on the os module, or their import.

    `os.environ.setdefault(…)` on a line of its own tells a library how to load, and reads nothing.
    """
    told = {
        node.value.func.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr == "setdefault"
    }
    names = {"environ", "environb", "getenv", "getenvb"}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    modules = {
        alias.asname or alias.name
        for node in imports
        for alias in node.names
        if alias.name in {"os", "posix"}
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and names & {alias.name for alias in node.names})
        or (
            isinstance(node, ast.Attribute)
            and node.attr in names
            and isinstance(node.value, ast.Name)
            and node.value.id in modules
            and node not in told
        )
    ]

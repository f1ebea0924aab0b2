"""What may not be written, and where: the environment, unescaped HTML, places on one machine."""

import ast
import re
from pathlib import Path

import pytest

from tools.sources import ROOT, relative, source_files

SHIPPED = ("wsgi.py", "index", "chatbot", "deploy", "tools")
SETTINGS = ROOT / "chatbot" / "settings.py"
UNESCAPED = re.compile(r"\|\s*safe\b|\bMarkup\(|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b")
ONE_MACHINE = re.compile(r"(?<![\w./}])/(?:work|root|home|Users)(?![\w-])")
URL_HOST = re.compile(r"https?://([\w.-]+)")
PUBLIC_HOST = re.compile(r"127\.0\.0\.1|localhost|(?:[\w-]+\.)*example(?:\.\w+)*|(?:www\.)?w3\.org")

shipped_modules = [p for p in source_files(".py") if p.relative_to(ROOT).parts[0] in SHIPPED]
chatbot_files = [
    *source_files(".py", ".html", ".js", ".css", under=ROOT / "chatbot"),
]
text_files = [
    *source_files(".py", ".html", ".js", ".css", ".md", ".toml", ".txt", ".sh", ".yml", ".yaml"),
    *source_files(".json", ".jsonl", ".csv", ".tsv", ".service", ".conf", ".svg"),
    *(path for path in source_files("") if path.name in {"Makefile", "run", ".gitignore"}),
]


@pytest.mark.parametrize("module", shipped_modules, ids=relative)
def test_only_settings_reads_the_environment(module: Path) -> None:
    if module != SETTINGS:
        assert environment_reads(module.read_text(encoding="utf-8")) == []


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
    assert environment_reads(code)


@pytest.mark.parametrize("file", chatbot_files, ids=relative)
def test_nothing_reaches_a_page_unescaped(file: Path) -> None:
    assert UNESCAPED.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", text_files, ids=relative)
def test_no_file_names_a_place_on_one_machine(file: Path) -> None:
    assert ONE_MACHINE.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", text_files, ids=relative)
def test_no_file_points_at_a_host_on_the_internet(file: Path) -> None:
    hosts = URL_HOST.findall(file.read_text(encoding="utf-8"))
    assert [host for host in hosts if not PUBLIC_HOST.fullmatch(host)] == []


def environment_reads(code: str) -> list[int]:
    """The lines that read it: any use of environ or getenv on the os module, or their import.

    `os.environ.setdefault(…)` on a line of its own tells a library how to load, and reads nothing.
    """
    tree = ast.parse(code)
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

"""The widget's files: small, at a lasting address, loadable by any portal."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from chatbot.slimming import slimmed

FILES = sorted(Path("chatbot/static/widget").iterdir())

REGRETTED = (
    "innerHTML outerHTML insertAdjacentHTML eval( document.write .cookie"
    " localStorage http:// https://"
).split()


def test_the_launcher_is_light() -> None:
    assert zipped([Path("chatbot/static/widget/plan-chat.js")]) <= 3 * 1024


def test_the_whole_widget_is_light() -> None:
    assert zipped(FILES) <= 17 * 1024  # test_sending: what Brotli makes of it, 16


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_opens_with_a_one_line_caption(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("/* ")
    assert first.endswith(". */")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_can_be_loaded_by_a_page_of_another_site(client: FlaskClient, file: Path) -> None:
    with client.get(f"/widget/v1/{file.name}") as reply:
        pass
    assert reply.status_code == 200
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age=3600" in reply.headers["Cache-Control"]


def test_what_travels_has_no_comments_and_all_its_words(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text("/* 说明. */\nconst a = `两  个 ${b} 空格`; // 完\nlet c = '/* 不是 */';\n")
    assert slimmed(script).decode() == "const a=`两  个 ${b} 空格`;let c='/* 不是 */';"
    style = tmp_path / "a.css"
    style.write_text("/* 说明. */\n.a > .b {\n  color: #fff;\n}\n")
    assert slimmed(style).decode() == ".a>.b{color:#fff}"


@pytest.mark.parametrize("word", REGRETTED)
def test_no_module_uses_what_a_portal_would_regret(word: str) -> None:
    for file in FILES:
        assert word not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["../site.css", "nothing.js", "%2e%2e/openapi.json"])
def test_nothing_else_is_served_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/widget/v1/{name}").status_code == 404


def zipped(files: list[Path]) -> int:
    return sum(len(gzip.compress(slimmed(file), 9)) for file in files)

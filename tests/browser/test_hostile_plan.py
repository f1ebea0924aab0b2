"""A plan full of scripts and hidden signs is read in a real browser as words, and runs nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from chatbot.services import Services
from index.intake.documents import Document
from tests.browser.serving import serving
from tests.chatbot.web.conftest import built_app
from tests.chatbot.web.test_hostile_text import HOSTILE, PLAN


@dataclass(frozen=True, slots=True)
class Poisoned:
    """A service on a hostile plan."""

    address: str
    document: Document


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Poisoned]:
    plans = tmp_path_factory.mktemp("hostile-plans")
    (plans / "plan.txt").write_text(PLAN, encoding="utf-8")
    app = built_app(plans, tmp_path_factory.mktemp("hostile-data"))
    services: Services = app.extensions["planbot"]
    (document,) = services.shelf.current().documents
    with serving(app) as address:
        yield Poisoned(address, document)


@pytest.fixture
def alarms(page: Page) -> list[str]:
    """What ran or was refused: dialogs, errors, and complaints of the content policy."""
    heard: list[str] = []
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda message: heard.append(message.text))
    return heard


def test_the_reader_shows_a_hostile_plan_as_words(
    page: Page, poisoned: Poisoned, alarms: list[str]
) -> None:
    text = poisoned.document.text
    page.goto(f"{poisoned.address}/plans/{poisoned.document.id}?start=0&end={len(text)}#mark")
    marks = "".join(page.locator("article mark").all_text_contents())
    assert marks == text
    assert page.locator("article script, article img, article svg").count() == 0
    assert alarms == []


@pytest.mark.parametrize("question", [f"养老服务{words}要求" for words in HOSTILE])
def test_a_hostile_question_to_a_hostile_plan_runs_nothing(
    page: Page, poisoned: Poisoned, alarms: list[str], question: str
) -> None:
    page.goto(f"{poisoned.address}/ask")
    page.locator("textarea[name=question]").fill(question)
    page.locator("form.question button.primary").click()
    page.locator(".asked").wait_for()
    assert page.locator("main script, main img, main svg, main iframe").count() == 0
    assert alarms == []

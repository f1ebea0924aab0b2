"""An old citation opens the words it was made of, and says how they stand to what is served now."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot.app import create_app
from chatbot.desk.publishing.staging import Change, in_place, staged
from chatbot.settings import Settings
from index.build import build_generation, build_shelf
from index.intake.catalogue import CatalogueRow
from index.intake.documents import sha256
from index.intake.folders import PlanFolders
from index.intake.shelf import code_fingerprint, fingerprint, read_shelf
from index.storage.rows import MadeFrom
from index.store import Store

OLD = (
    "青河县养老规划\n一、总体要求\n坚持为民服务。\n"
    "二、主要任务\n新建养老床位三百张。\n三、服务网络\n每个街道建一处中心。"
)
NEW = OLD.replace("三百张", "五百张").replace("坚持为民", "坚持以人为本、为民")
KEPT, CHANGED = "每个街道建一处中心。", "新建养老床位三百张。"


class Bureau:
    """A folder of plans, and an application that serves it."""

    def __init__(self, folder: Path, dictionary: Path) -> None:
        self.plans, self.data = folder / "plans", folder / "data"
        self.plans.mkdir()
        shutil.copytree(dictionary / "cache", self.data / "cache")
        self.write("plan.txt", OLD)
        self.write("other.txt", "青河县殡葬办法\n第一条 建公墓。\n第二条 收费公示。")
        self.build()
        self.app: Flask = create_app(Settings(plans=self.plans, data=self.data))

    def write(self, name: str, text: str) -> None:
        (self.plans / name).write_text(text, encoding="utf-8")

    def build(self) -> None:
        folders = PlanFolders.of(self.plans, self.data)
        generation, faults = build_shelf(read_shelf(folders), cache_folder=self.data / "cache")
        made_from = MadeFrom(fingerprint(folders), code_fingerprint())
        Store(self.data).write(generation, folders, made_from, faults)

    def publish(self, *changes: Change) -> None:
        with (
            staged(self.data, changes) as own,
            in_place(self.plans, self.data, own),
        ):
            self.build()

    @property
    def client(self) -> FlaskClient:
        return self.app.test_client()

    def citation(self, words: str) -> str:
        """The address that an answer with these words gives today."""
        answer = self.client.post("/api/answers", json={"question": words}).get_json()
        cited = [*answer["citations"], *answer["related"]]
        found = [one for one in cited if words.rstrip("。") in one["quote"]]
        assert found, answer
        return str(found[0]["url"])

    def opened(self, url: str) -> tuple[str, str]:
        """The words that are marked on the page, and what is said of the version."""
        page = self.client.get(url).text
        marked = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page, re.DOTALL))
        told = re.search(r'class="alert [^"]*version".*?(?=<p><button)', page, re.DOTALL)
        return marked, told[0] if told else ""


@pytest.fixture
def bureau(tmp_path: Path, built: Path) -> Bureau:
    return Bureau(tmp_path, built)


def test_a_citation_of_today_says_nothing_of_versions(bureau: Bureau) -> None:
    marked, told = bureau.opened(bureau.citation(CHANGED))
    assert CHANGED in marked
    assert not told


@pytest.mark.parametrize("words", [KEPT, CHANGED])
def test_of_a_replaced_plan_the_old_words_open_and_the_page_says_so(
    bureau: Bureau, words: str
) -> None:
    url = bureau.citation(words)
    bureau.write("plan.txt", NEW)
    bureau.build()
    marked, told = bureau.opened(url)
    assert words in marked
    assert "这是旧版" in told
    assert ("新版里也有这段话" in told) is (words == KEPT)


def test_a_plan_replaced_by_a_file_of_another_name_leads_there(bureau: Bureau) -> None:
    url = bureau.citation(CHANGED)
    (bureau.data / "new.txt").write_text(NEW, encoding="utf-8")
    row = CatalogueRow("plan-2.txt", title="青河县养老规划（修订）")
    change = Change("plan-2.txt", row, bureau.data / "new.txt", replaces="plan.txt")
    bureau.publish(change)
    marked, told = bureau.opened(url)
    assert CHANGED in marked
    assert "看新版：青河县养老规划（修订）" in told
    assert "/plans/plan-2" in told


def test_a_withdrawn_plan_answers_no_more_and_its_old_citations_still_open(bureau: Bureau) -> None:
    url = bureau.citation(CHANGED)
    bureau.publish(Change("plan.txt"))
    marked, told = bureau.opened(url)
    assert CHANGED in marked
    assert "已经撤下" in told
    answer = bureau.client.post("/api/answers", json={"question": CHANGED}).get_json()
    assert answer["outcome"] != "answered"
    assert "已经撤下" in bureau.opened("/plans/plan")[1]


def test_a_closed_plan_can_be_opened_by_nobody(bureau: Bureau) -> None:
    url = bureau.citation(CHANGED)
    bureau.publish(Change("plan.txt", is_closed=True))
    reply = bureau.client.get(url)
    assert reply.status_code == 410
    assert CHANGED not in reply.text


def test_words_that_a_newer_program_reads_elsewhere_are_found_again(bureau: Bureau) -> None:
    url = bureau.citation(KEPT)
    _read_anew(bureau, lambda text: text.replace("\n一、总体要求", "\n（公开稿）\n一、总体要求"))
    marked, told = bureau.opened(url)
    assert KEPT in marked
    assert "重新找到" in told


def test_words_that_a_newer_program_reads_otherwise_open_as_they_were(bureau: Bureau) -> None:
    url = bureau.citation(CHANGED)
    _read_anew(bureau, lambda text: text.replace("三百张", "三 百 张"))
    marked, told = bureau.opened(url)
    assert CHANGED in marked
    assert "重新读过" in told


def test_a_link_without_a_version_offers_the_old_ones(bureau: Bureau) -> None:
    url = re.sub(r"&sha256=[0-9a-f]+", "", bureau.citation(CHANGED))
    bureau.write("plan.txt", NEW)
    bureau.build()
    page = bureau.client.get(url).text
    assert "没有写明是哪一版" in page
    older = re.search(r'href="(/plans/plan\?[^"]*sha256=[^"]*)"', page)
    assert older
    assert CHANGED in bureau.opened(older[1].replace("&amp;", "&"))[0]


def test_what_was_never_served_is_not_there(bureau: Bureau) -> None:
    assert bureau.client.get("/plans/nothing").status_code == 404
    assert bureau.client.get("/plans/plan?start=1&end=5&sha256=00000000").status_code == 200


def _read_anew(bureau: Bureau, change: Callable[[str], str]) -> None:
    """Serve the text of the same file as another program would read it."""
    documents = tuple(
        replace(one, text=change(one.text), sha256=sha256(change(one.text)))
        for one in read_shelf(bureau.plans).documents
    )
    generation = build_generation(documents, cache_folder=bureau.data / "cache")
    Store(bureau.data).write(generation, bureau.plans, MadeFrom("", ""))

"""The first page of the desk tells what there is to do, with counts, and to whom it may concern."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.beijing_time import today_in_china
from chatbot.records.asked.growing import WEEK, growing
from chatbot.records.asked.questions import Records
from chatbot.records.staff.audit import Action, Deed
from chatbot.services import Services
from tests.chatbot.web.desk.plans.desks import Desk
from tests.chatbot.web.elements import find_all, texts, tree_of

DEED = Deed("test", Action.GUIDE_KEPT)
ASKED = "住房公积金怎么提取？"


@pytest.fixture
def bureau(tmp_path: Path, built: Path) -> Iterator[Desk]:
    yield Desk(tmp_path, built)


def told(client: FlaskClient) -> list[str]:
    return texts(tree_of(client.get("/desk").text), ".to-do li")


def test_with_nothing_to_do_it_says_so(bureau: Desk) -> None:
    assert told(bureau["editor"]) == []
    assert "眼下没有要办的" in bureau["editor"].get("/desk").text


def test_what_waits_is_told_with_its_count(bureau: Desk) -> None:
    today = today_in_china()
    for days, topic in ((-1, "低保"), (10, "殡葬"), (200, "养老")):
        until = (today + timedelta(days=days)).isoformat()
        guidance = Guidance(topic, today.isoformat(), until, phone="12345")
        bureau.services.guides.keep(Guide(0, (topic,), guidance), DEED)
    for _ in range(3):
        bureau.app.test_client().post("/api/answers", json={"question": ASKED})
    address = bureau.send("editor")
    found = told(bureau["editor"])
    assert "1 份上传的规划等着核对" in found
    assert "1 条办事指引已经过期，居民看不到" in found
    assert "1 条办事指引三十天内到期" in found
    assert any("没有答上（最近七天" in one for one in found), found
    version = bureau.fields("editor", address)["version"]
    bureau.post("editor", f"{address}/offer", version=version)
    assert "1 件规划等着公布或撤下" in told(bureau["publisher"])
    assert not any("等着公布" in one for one in told(bureau["editor"]))
    assert told(bureau["auditor"]) == []


def test_each_task_leads_to_where_it_is_done(bureau: Desk) -> None:
    bureau.send("editor")
    (link,) = [
        one.get("href") for one in find_all(tree_of(bureau["editor"].get("/desk").text), ".to-do a")
    ]
    assert bureau["editor"].get(str(link)).status_code == 200


def test_only_what_is_asked_more_often_than_before_grows(
    services: Services, tmp_path: Path
) -> None:
    today = today_in_china()
    days = {"旧": (today - timedelta(days=WEEK + 1), 5), "新": (today, 4), "少": (today, 2)}
    answer = services.answer(ASKED)
    for word, (day, times) in days.items():
        records = Records(tmp_path / "records.db", partial(str, f"{day}T02:00:00+00:00"))
        for _ in range(times):
            records.keep_question(f"{word}{ASKED}", replace(answer, missing=(word,)))
    found = growing(Records(tmp_path / "records.db").asked, today)
    assert [(one.word, one.now, one.before) for one in found] == [("新", 4, 0)]

"""Staff write what to do next on a topic; citizens see it below the plan's words, framed apart."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from chatbot.answering.guidance.guide import Guide
from chatbot.answering.parts import Guidance
from chatbot.beijing_time import today_in_china
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from tests.chatbot.web.elements import texts, tree_of
from tests.chatbot.web.pinning import asked, post

LIST, EDIT, TAKE, CSV = (f"/desk/guidance{end}" for end in ("", "/edit", "/take", ".csv"))
TODAY = today_in_china()
UNTIL = (TODAY + timedelta(days=90)).isoformat()
FIELDS = {
    "topics": "低保、最低生活保障",
    "office": "街道公共服务办公室",
    "phone": "0753-2180000、12345",
    "materials": "身份证\n收入证明",
    "link": "https://www.example.gov.cn/dibao",
    "until": UNTIL,
}
QUESTION = "怎么办低保？"
DEED = Deed("test", Action.GUIDE_KEPT)


@pytest.fixture
def desk(editor: FlaskClient, services: Services) -> Iterator[FlaskClient]:
    """An editor's browser; what is written is withdrawn afterwards."""
    yield editor
    for guide in services.guides.serving():
        services.guides.withdraw(guide.number, DEED)


def advised(client: FlaskClient, question: str = QUESTION) -> list[dict[str, Any]]:
    return [part for part in asked(client, question)["parts"] if part["kind"] == "guidance"]


def test_what_is_written_is_shown_below_the_answer_at_once(
    desk: FlaskClient, client: FlaskClient
) -> None:
    before = asked(client, QUESTION)
    assert post(desk, EDIT, FIELDS).status_code == 303
    after = asked(client, QUESTION)
    assert (after["outcome"], after["citations"]) == (before["outcome"], before["citations"])
    (part,) = advised(client)
    assert part["text"] == "办事指引：低保（工作人员提供，不是规划原文）"
    assert part["lines"][-1] == {"label": "网上办理", "text": FIELDS["link"]}
    assert part["phones"] == [{"start": 0, "end": 12}, {"start": 13, "end": 18}]
    page = client.post("/ask", data={"question": QUESTION}).text
    tree = tree_of(page)
    assert texts(tree, ".guidance .guided") == [part["text"]]
    assert not tree.xpath("//*[contains(@class, 'quotes')]//*[contains(@class, 'guidance')]")
    assert 'href="tel:0753-2180000"' in page
    assert f'href="{FIELDS["link"]}"' in page


def test_a_guide_is_changed_and_withdrawn(
    desk: FlaskClient, client: FlaskClient, accounts: Staff
) -> None:
    post(desk, EDIT, FIELDS)
    number = str(advised_number(desk))
    assert post(desk, EDIT, FIELDS | {"number": number, "phone": "1"}).status_code == 400
    changed = FIELDS | {"number": number, "office": "镇政务服务中心"}
    assert post(desk, EDIT, changed).status_code == 303
    assert "镇政务服务中心" in str(advised(client))
    newer = str(advised_number(desk))
    assert post(desk, "/desk/guidance/withdraw", {"number": newer}).status_code == 303
    assert advised(client) == []
    assert post(desk, "/desk/guidance/withdraw", {"number": newer}).status_code == 404
    assert desk.get(f"{EDIT}?number={newer}").status_code == 404
    assert [line.action for line in accounts.trail(2)] == [
        Action.GUIDE_WITHDRAWN,
        Action.GUIDE_KEPT,
    ]


def advised_number(desk: FlaskClient) -> int:
    page = desk.get(LIST).text
    return int(page.partition('id="guide-')[2].partition('"')[0])


def test_what_has_expired_is_listed_for_the_editor_and_shown_to_nobody(
    desk: FlaskClient, client: FlaskClient, services: Services
) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    old = Guidance("低保", yesterday, yesterday, phone="12345")
    services.guides.keep(Guide(0, ("低保",), old), DEED)
    assert advised(client) == []
    assert "已过期，居民看不到" in desk.get(LIST).text
    assert "<b>1</b> 条办事指引已经过期" in desk.get("/desk").text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"topics": " "}, "没有写主题"),
        ({"topics": "保"}, "主题“保”不合适"),
        ({"topics": "、".join("甲乙丙丁戊己庚") * 2}, "主题太多"),
        ({"link": "javascript:alert(1)"}, "网址不对"),
        ({"link": "www.example.gov.cn"}, "网址不对"),
        ({"phone": "打给小王"}, "电话不对"),
        ({"materials": "长" * 301}, "“要带的材料”太长"),
        ({"until": "明年"}, "有效期至不对"),
        ({"until": "2027-02-30"}, "有效期至不对"),
        ({"until": (TODAY - timedelta(days=1)).isoformat()}, "已经过了"),
        (dict.fromkeys(("office", "phone", "materials", "link"), ""), "一项也没有写"),
    ],
)
def test_a_faulty_guide_is_refused_with_all_that_was_typed_still_there(
    desk: FlaskClient, client: FlaskClient, wrong: dict[str, str], told: str
) -> None:
    reply = post(desk, EDIT, FIELDS | wrong)
    assert reply.status_code == 400
    assert told in reply.text
    assert "身份证" in reply.text or "materials" in wrong
    assert advised(client) == []


def test_a_question_is_tried_before_citizens_ask_it(desk: FlaskClient) -> None:
    post(desk, EDIT, FIELDS)
    assert "第" in texts(tree_of(desk.get(f"{LIST}?tried=低保怎么办").text), ".sum")[0]
    assert "不显示办事指引" in desk.get(f"{LIST}?tried=殡葬改革").text


def test_a_table_goes_out_and_comes_in(desk: FlaskClient, client: FlaskClient) -> None:
    post(desk, EDIT, FIELDS)
    table = desk.get(CSV).get_data().decode("utf-8-sig")
    assert "低保、最低生活保障" in table
    more = f'{table}"","殡葬","殡仪馆","","","","","","2027/6/30"\r\n'
    assert "新写 1 条，改了 0 条，1 条没有变" in take(desk, more.encode("gb18030"))
    assert advised(client, "殡葬改革怎么推进？")
    wrong = f'{table.splitlines()[0]}\r\n"五","养老","镇政府","","","","","","2027-1-1"\r\n'
    assert "第 2 行：编号“五”不是数" in take(desk, wrong.encode())
    assert "没有选文件" in take(desk, b"")


def take(desk: FlaskClient, table: bytes) -> str:
    _, _, rest = desk.get(LIST).text.partition('name="token" value="')
    fields = {"token": rest.partition('"')[0], "table": (io.BytesIO(table), "表.csv")}
    return desk.post(TAKE, data=fields).text


def test_a_reviewer_reads_the_guides_and_changes_none(staff: FlaskClient) -> None:
    assert staff.get(LIST).status_code == 200
    assert staff.get(EDIT).status_code == 403
    assert post(staff, EDIT, FIELDS).status_code == 403

"""Many drafts are sent at once and checked one a request; what cannot be read stops no other."""

import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree
from werkzeug.test import TestResponse

from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from chatbot.services import Services
from tests.chatbot.web.conftest import form_token, signed_in
from tests.chatbot.web.elements import texts, tree_of
from tests.chatbot.web.pinning import post

MANY = "/desk/wording/many"
VERBATIM = "持续开展民政系统职业道德教育。"
ALTERED = "各级党委、政府每年听取两次民政工作汇报，及时研究解决民政工作中的重大事项、重大问题。"
ABSENT = "今年全市将新建五十个长者饭堂。"


@pytest.fixture
def desk(staff: FlaskClient, services: Services) -> Iterator[FlaskClient]:
    """A reviewer's browser; what is sent is deleted afterwards."""
    yield staff
    for batch in services.batches.everything():
        services.batches.delete(batch.id, batch.owner)


def word_file(*lines: str) -> bytes:
    document, written = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(written)
    return written.getvalue()


def send(client: FlaskClient, *files: tuple[str, bytes], **more: str) -> TestResponse:
    sent = [(io.BytesIO(content), name) for name, content in files]
    return post(client, MANY, {"files": sent, "document": ""} | more)  # type: ignore[arg-type]


def started(client: FlaskClient, *files: tuple[str, bytes], **more: str) -> str:
    """The address of the batch."""
    reply = send(client, *files, **more)
    assert reply.status_code == 303, reply.text
    return reply.location


def go_on(client: FlaskClient, address: str, times: int) -> str:
    """The page after so many steps."""
    for _ in range(times):
        assert post(client, f"{address}/next", {}).location == address
    return client.get(address).text


def rows(page: str) -> list[list[str]]:
    lines = tree_of(page).xpath("//*[@id='drafts']/tr")
    return [[" ".join(cell.text_content().split()) for cell in line] for line in lines]


def test_each_step_checks_one_draft_and_the_last_page_sums_up_the_worst_first(
    desk: FlaskClient,
) -> None:
    address = started(
        desk,
        ("好的.txt", VERBATIM.encode()),
        ("坏的.docx", word_file(ALTERED, ALTERED.replace("两", "三"))),
        ("没有的.txt", f"{VERBATIM}\n{ABSENT}".encode("gb18030")),
    )
    page = desk.get(address).text
    assert "已经办了 0 份，还有 3 份（0%）" in page
    assert [row[1] for row in rows(page)] == ["等着"] * 3
    page = go_on(desk, address, 1)
    assert "已经办了 1 份，还有 2 份（33%）" in page
    assert "继续核对下一份" in page
    page = go_on(desk, address, 2)
    assert rows(page) == [
        ["坏的.docx", "2", "0", "0", "0", "已核对"],
        ["没有的.txt", "0", "1", "0", "1", "已核对"],
        ["好的.txt", "0", "0", "0", "1", "已核对"],
    ]
    assert texts(tree_of(page), ".sum")[0].startswith(
        "3 份都办完了：实质出入 2，未见 1，只是标点写法 0，一致 2。"
    )
    assert "继续核对下一份" not in page
    assert "2 处实质出入，放在一起看" in page
    link = tree_of(page).xpath("//*[@id='drafts']//a/@href")[0]
    assert "听取" in desk.get(link).text
    assert f'href="{address}">回到这一批文稿' in desk.get(link).text


def test_what_cannot_be_read_stands_with_its_reason_and_the_rest_goes_on(
    desk: FlaskClient,
) -> None:
    address = started(
        desk,
        ("程序.exe", b"MZ"),
        ("坏.docx", b"PK no zip"),
        ("空.txt", b" \n"),
        ("太长.txt", ("老" * 20_001).encode()),
        ("C:\\桌面\\../好.txt", VERBATIM.encode()),
    )
    page = go_on(desk, address, 4)
    assert "5 份都办完了" in page
    assert "4 份没有核对成" in page
    told = {row[0]: row[-1] for row in rows(page)}
    assert told["好.txt"] == "已核对"
    assert "不认识这种文件" in told["程序.exe"]
    assert "文稿太长" in told["太长.txt"]
    assert all(told[name] for name in ("坏.docx", "空.txt"))


def test_a_file_beyond_5_mb_is_not_begun(desk: FlaskClient, services: Services) -> None:
    token = form_token(desk, "/desk")
    begun = f'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'
    head = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    content = b"x" * (services.settings.max_draft_file + 1)
    body = begun.encode() + head.encode() + content + b"\r\n--b--\r\n"
    reply = desk.post(MANY, data=body, content_type="multipart/form-data; boundary=b")
    assert "超过 5 MB" in rows(desk.get(reply.location).text)[0][-1]


def test_only_the_document_chosen_is_compared(desk: FlaskClient) -> None:
    workplan = "civil-affairs-14fyp-drafting-workplan"
    address = started(desk, ("好.txt", VERBATIM.encode()), document=workplan)
    assert rows(go_on(desk, address, 1))[0][-2] == "0"


@pytest.mark.parametrize(
    ("files", "document", "words"),
    [
        (0, "", "还没有选文件"),
        (51, "", "一次最多 50 份"),
        (1, "none", "不存在的文件"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    desk: FlaskClient, services: Services, files: int, document: str, words: str
) -> None:
    reply = send(desk, *[("a.txt", b"x")] * files, document=document)
    assert (reply.status_code, words in reply.text) == (400, True)
    assert services.batches.everything() == ()


def test_fifty_files_are_taken(desk: FlaskClient) -> None:
    address = started(desk, *(("好.txt", VERBATIM.encode()) for _ in range(50)))
    assert "还有 50 份" in desk.get(address).text


def test_it_is_stopped_taken_up_again_and_deleted_by_its_owner(
    desk: FlaskClient, accounts: Staff
) -> None:
    address = started(desk, ("甲.txt", VERBATIM.encode()), ("乙.txt", VERBATIM.encode()))
    post(desk, f"{address}/stop", {})
    page = go_on(desk, address, 1)
    assert "已经停下" in page
    assert "还有 2 份" in page
    post(desk, f"{address}/resume", {})
    assert "还有 1 份" in go_on(desk, address, 1)
    assert "1／2 份" in desk.get("/desk/wording/saved").text
    assert post(desk, f"{address}/delete", {}).location == "/desk/wording/saved"
    assert desk.get(address).status_code == 404
    assert post(desk, f"{address}/next", {}).status_code == 404
    lines = [line for line in accounts.trail(6) if line.action is not Action.SIGNED_IN]
    assert [line.action for line in lines][:4] == [
        Action.CHECK_DELETED,
        Action.DRAFTS_RESUMED,
        Action.DRAFTS_STOPPED,
        Action.DRAFTS_SENT,
    ]
    assert not any("甲" in line.detail or "民政" in line.detail for line in lines)


def test_a_colleague_sees_it_and_changes_nothing(
    desk: FlaskClient, app: Flask, accounts: Staff
) -> None:
    address = started(desk, ("甲.txt", VERBATIM.encode()))
    colleague = signed_in(app, "editor")
    assert "甲.txt" in colleague.get(address).text
    assert accounts.trail(1)[0].action is Action.CHECK_OPENED
    for deed in ("next", "stop", "resume", "again", "rename", "prolong", "delete"):
        assert post(colleague, f"{address}/{deed}", {}).status_code == 403
    assert "还有 1 份" in desk.get(address).text


def test_with_newer_plans_all_are_checked_again_on_demand(
    desk: FlaskClient, services: Services
) -> None:
    address = started(desk, ("甲.txt", VERBATIM.encode()))
    go_on(desk, address, 1)
    assert "规划已更新" not in desk.get(address).text
    with services.batches._database.writing() as database:
        database.execute("update checks set generation = 'a-generation-before' where batch <> ''")
    page = desk.get(address).text
    assert "规划已更新" in page
    assert "全部重新核对" in page
    post(desk, f"{address}/again", {})
    assert "规划已更新" not in go_on(desk, address, 1)


def test_one_workbook_tells_the_sum_and_every_finding(desk: FlaskClient, accounts: Staff) -> None:
    name = "=SUM(1).txt"
    address = started(desk, ("好.txt", VERBATIM.encode()), (name, ALTERED.encode()))
    go_on(desk, address, 2)
    reply = desk.get(f"{address}.xlsx")
    assert str(reply.mimetype).endswith("spreadsheetml.sheet")
    with zipfile.ZipFile(io.BytesIO(reply.data)) as book:
        words = [
            one.text
            for one in etree.fromstring(book.read("xl/sharedStrings.xml"))[:]
            for one in one
        ]
        names = [
            one.get("name")
            for one in etree.fromstring(book.read("xl/workbook.xml")).iter("{*}sheet")
        ]
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml") for number in (1, 2)]
    assert names == ["汇总", "逐处"]
    assert not any(b"<f>" in sheet for sheet in sheets)
    for told in (name, "好.txt", ALTERED, VERBATIM, "有出入", "逐字一致"):
        assert told in words
    assert "《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第五部分(四)" in words
    assert accounts.trail(1)[0].action is Action.DRAFTS_EXPORTED


def test_who_is_not_signed_in_is_led_to_sign_in(client: FlaskClient) -> None:
    assert client.get(MANY).location == f"/desk/sign-in?next={MANY}"
    assert client.post(f"{MANY}/abc/next").status_code == 401

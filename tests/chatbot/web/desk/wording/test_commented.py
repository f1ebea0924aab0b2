"""A Word file sent to the wording check comes back commented; other files are told what to do."""

import io
from urllib.parse import quote

import docx
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.desk.same_outside import differing
from chatbot.records.staff.audit import Action
from chatbot.records.staff.staff import Staff
from tests.chatbot.web.conftest import form_token
from tests.chatbot.web.elements import texts, tree_of

VERBATIM = "持续开展民政系统职业道德教育。"
CHANGED = "各级党委、政府每年听取两次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。"
ABSENT = "今年全市将新建五十个长者饭堂。"


def word_file(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def sent(
    staff: FlaskClient, content: bytes, name: str = "讲话.docx", **more: object
) -> TestResponse:
    fields = {"token": form_token(staff, "/desk/wording"), "file": (io.BytesIO(content), name)}
    return staff.post("/desk/wording/commented.docx", data=fields | more)


def told(reply: TestResponse) -> list[list[str]]:
    assert reply.status_code == 200, reply.text
    return [one.text.splitlines() for one in docx.Document(io.BytesIO(reply.data)).comments]


def test_what_calls_for_a_look_has_a_comment_with_the_plans_words(
    staff: FlaskClient, accounts: Staff
) -> None:
    file = word_file(VERBATIM, CHANGED, ABSENT)
    reply = sent(staff, file)
    opening, changed, absent = told(reply)
    assert differing(file, reply.data) == []
    assert quote("讲话（核对批注）.docx") in reply.headers["Content-Disposition"]
    assert opening[0] == "核对小结"
    assert "有出入 1，未见 1，逐字一致 1" in opening[1]
    assert opening[2].startswith("制作：reviewer")
    assert changed == [
        "有出入",
        "数字：原文“年听取一次民政”，文稿“年听取两次民政”",
        f"原文（相同 97%）：{CHANGED.replace('两', '一')}",
        "——《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》第五部分(一)",
    ]
    assert absent == ["未见：规划里没有这句话"]
    entry = accounts.trail(1)[0]
    assert entry.action is Action.WORDING_COMMENTED
    assert entry.detail.endswith("字，逐字一致 1，有出入 1，未见 1")


def test_who_wants_it_has_a_comment_at_verbatim_words_too(staff: FlaskClient) -> None:
    reply = sent(staff, word_file(VERBATIM), every="1")
    assert told(reply)[1][0] == "逐字一致"
    assert "见于《梅州市" in "".join(told(reply)[1])
    assert len(told(sent(staff, word_file(VERBATIM)))) == 1


def test_the_words_counted_are_those_that_the_page_counts(staff: FlaskClient) -> None:
    file = word_file(VERBATIM, CHANGED, ABSENT)
    fields = {"token": form_token(staff, "/desk/wording"), "file": (io.BytesIO(file), "a.docx")}
    page = tree_of(staff.post("/desk/wording", data=fields).text)
    assert told(sent(staff, file))[0][1] == texts(page, ".sum")[0]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "", "还没有选文件"),
        (b"%PDF-1.4", "讲话.pdf", "只有 .docx 能带着批注取回"),
        (b"PK no zip", "讲话.docx", "不是完整的 Word 文件"),
        (word_file(" "), "讲话.docx", "文件里没有文字"),
        (word_file("老" * 20_001), "讲话.docx", "文稿太长"),
    ],
)
def test_what_cannot_come_back_is_refused_on_the_page(
    staff: FlaskClient, accounts: Staff, content: bytes, name: str, words: str
) -> None:
    before = accounts.trail(1)
    reply = sent(staff, content, name, draft="粘贴的话")
    assert reply.status_code == 400
    assert words in "".join(texts(tree_of(reply.text), ".error"))
    assert "粘贴的话" in reply.text
    assert accounts.trail(1) == before


def test_a_saved_page_is_checked_without_what_stands_around_its_article(staff: FlaskClient) -> None:
    menu = "<ul><li><a href='/'>首页</a></li><li><a href='/a'>政务公开</a></li></ul>"
    page = (
        f"<html><body><div>{menu}</div><div><p>{VERBATIM}</p><p>{CHANGED}</p></div></body></html>"
    )
    fields = {
        "token": form_token(staff, "/desk/wording"),
        "file": (io.BytesIO(page.encode()), "讲话.html"),
    }
    reply = staff.post("/desk/wording", data=fields)
    assert reply.status_code == 200
    shown = "".join(texts(tree_of(reply.text), ".paper"))
    assert VERBATIM in shown
    assert "政务公开" not in shown

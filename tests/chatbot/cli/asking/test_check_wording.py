"""Checking a draft at the command line tells, sentence by sentence, what the plans say."""

import json
from pathlib import Path

import docx
import pytest

from chatbot.app import create_app
from chatbot.records.staff.accounts import Role
from chatbot.settings import Settings
from tests.chatbot.cli.desk import Desk, assert_refused
from tests.chatbot.web.conftest import PASSWORD, sign_in

MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
DRAFT = (
    "《梅州市民政事业发展“十四五”规划》第三部分提出，持续开展民政系统职业道德教育。\n"
    "各级党委、政府每年听取两次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。\n"
    "完善民政领域的社会治理，发挥民政在基层社会治理中的职责作用，创新基层社会治理体制机制，"
    "提升基本社会服务水平。\n"
    "今年全市将新建五十个长者饭堂。"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "讲话.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def checked(desk: Desk, *arguments: str | Path) -> str:
    done = desk.run("check-wording", *arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_sum_comes_first_and_then_every_sentence(real_desk: Desk, draft: Path) -> None:
    lines = checked(real_desk, draft).splitlines()
    assert lines[0] == (
        "与 2 份文件核对：有出入 2，未见 1，逐字一致 0，一致（仅标点或全半角不同）1；出处不符 1。"
    )
    assert "1. 出处不符｜持续开展民政系统职业道德教育。" in lines
    assert "听取【数字：原文“一”，文稿“两”】次" in "".join(lines)
    assert "   标点、写法：,→，（3 处）" in lines
    assert "4. 未见｜今年全市将新建五十个长者饭堂。" in lines


def test_a_source_that_does_not_hold_is_told(real_desk: Desk, draft: Path) -> None:
    shown = checked(real_desk, draft)
    assert "出处不符：文稿说是《梅州市民政事业发展“十四五”规划》第三部分" in shown
    assert "五、保障措施 > (四)加强人才培养" in shown


def test_json_is_what_the_api_returns(real_desk: Desk, draft: Path) -> None:
    app = create_app(Settings(plans=real_desk.plans, data=real_desk.data))
    app.extensions["planbot"].staff.add("wang", Role.REVIEWER, PASSWORD)
    client = app.test_client()
    sign_in(client, "wang", PASSWORD)
    reply = client.post("/api/wording", json={"text": DRAFT})
    assert json.loads(checked(real_desk, "--json", draft)) == reply.get_json()


def test_a_word_file_is_checked_like_a_text_file(real_desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    for line in DRAFT.splitlines():
        document.add_paragraph(line)
    file = tmp_path / "讲话.docx"
    document.save(str(file))
    text = tmp_path / "讲话.txt"
    text.write_text(DRAFT, encoding="utf-8")
    assert checked(real_desk, file) == checked(real_desk, text)


def test_a_word_file_is_saved_with_comments(real_desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    for line in DRAFT.splitlines():
        document.add_paragraph(line)
    file, made = tmp_path / "讲话.docx", tmp_path / "批注.docx"
    document.save(str(file))
    shown = checked(real_desk, file, "--commented", made)
    told = docx.Document(str(made)).comments
    assert {one.author for one in told} == {"规划问答（命令行）"}
    assert [one.text.splitlines()[0] for one in told] == [
        "核对小结",
        "出处不符",
        "有出入",
        "未见：规划里没有这句话",
    ]
    assert shown == checked(real_desk, file)


def test_only_a_docx_is_saved_with_comments(real_desk: Desk, draft: Path, tmp_path: Path) -> None:
    made = tmp_path / "批注.docx"
    assert_refused(real_desk.run("check-wording", draft, "--commented", made), "只有 .docx")
    assert not made.exists()


def test_only_the_documents_named_are_compared(real_desk: Desk, draft: Path) -> None:
    shown = checked(real_desk, draft, "--documents", "civil-affairs-14fyp-drafting-workplan")
    assert shown.startswith("与 1 份文件核对：有出入 0，未见 4")


def test_a_document_that_is_not_there_is_refused(real_desk: Desk, draft: Path) -> None:
    done = real_desk.run("check-wording", draft, "--documents", "none")
    assert_refused(done, "none", MEIZHOU)


def test_a_file_without_words_is_refused(real_desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    assert_refused(real_desk.run("check-wording", tmp_path / "空.txt"), "空.txt")


def test_without_an_index_the_command_says_how_to_build_one(desk: Desk, draft: Path) -> None:
    assert_refused(desk.run("check-wording", draft), "flask build-index")

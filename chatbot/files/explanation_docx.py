"""Why a question is answered so -> a Word file for the file: question, reply, each step."""

from collections.abc import Iterable

from chatbot.files.word_file import WordFile

_NOTE = "答复里的话不是文件原文，就是固定答复；请以发布机关正式文本为准。"


def explanation_docx(
    question: str, reply: str, steps: Iterable[tuple[str, str]], particulars: str
) -> bytes:
    """The bytes of a .docx that says what the page of the explanation shows."""
    file = WordFile("为什么这样答")
    for line in (particulars, f"问题：{question}", _NOTE):
        file.paragraph(line)
    file.heading("一、答复")
    for line in reply.splitlines():
        file.paragraph(line)
    file.heading("二、步骤")
    file.table(("步骤", "结果"), (2, 8), steps)
    return file.content()

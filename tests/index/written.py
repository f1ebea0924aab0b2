"""Plans written for a test: from a text, or from pieces that look like the numbering of plans."""

import hypothesis.strategies as st

from index.intake.cleaning import StyledLine, clean
from index.intake.documents import Document, sha256
from index.reading.paragraphs import Paragraph, Role

WORDS = (
    "坚持以人民为中心",
    "构建大养老体系",
    "按照第三条的规定办理",
    "2025年达到95.5%。",
    "完善“一核四社”机制；",
    "各县(市、区)要全面掌握底数。",
    "加强领导。",
    "为什么？",
    "他说：“好。”",
    "责任科室:",
    " ",
    "\u3000\u3000",
    "\u00a0",
    "",
)
SIGNS = (
    *(
        "一、",
        "二、",
        "三、",
        "十一、",
        "(一)",
        "（二）",
        "(三)",
        "1.",
        "2．",
        "3、",
        "（1）",
        "(2)",
    ),
    *(
        "①",
        "②",
        "第一章",
        "第二章 ",
        "第一节",
        "第一条 ",
        "第二条　",
        "第一编 ",
        "# ",
        "## ",
        "### ",
    ),
    *(
        "--",
        "——",
        "•",
        "第一，",
        "第二，",
        "目录",
        "附件1",
        "专栏2 ",
        "一是",
        "二是",
        "三是",
        "工作任务:",
        "责任科室：",
        "2025.",
        "第3页",
    ),
)
_pieces = st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=4))
_lines = st.lists(_pieces, min_size=1, max_size=8).map("".join)
plan_texts = st.lists(_lines, min_size=1, max_size=14).map("\n".join).filter(str.strip)


def plan(
    text: str, title: str = "", document_id: str = "plan", styles: tuple[StyledLine, ...] = ()
) -> Document:
    """A document of exactly this text, as if it had been cleaned before."""
    return Document(
        id=document_id,
        title=title,
        file=f"{document_id}.txt",
        text=text,
        sha256=sha256(text),
        file_sha256=sha256(text),
        styles=styles,
    )


def styled(*lines: tuple[int, str]) -> Document:
    """A document of lines that their format gives a level; 0 is text."""
    content = clean(
        tuple(Paragraph(text, Role.HEADING if level else Role.TEXT, level) for level, text in lines)
    )
    return plan(content.text, styles=content.styles)


def letters(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())

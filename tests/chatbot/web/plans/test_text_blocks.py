"""Laying out: nothing of the text is lost, doubled or moved, and the mark is exact."""

from hypothesis import given
from hypothesis import strategies as st

from chatbot.web.plans.text_blocks import Block, lay_out
from index.intake.documents import Document, sha256
from index.outlining.outline import outline
from index.spans import Span

LINES = [
    "一、总体要求",
    "(一)指导思想 坚持以人民为中心。",
    "1.第一。2.第二。",
    " ",
    "--坚持。",
    "正文。",
    "",
]
texts = st.lists(st.sampled_from(LINES) | st.text(max_size=12), min_size=1).map("\n".join)


@given(texts.filter(str.strip), st.data())
def test_all_blocks_together_are_the_text_and_all_marks_are_the_span(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    document = Document("d", "t", "d.txt", text, sha256(text), "")
    blocks = lay_out(document, outline(document), span)
    assert "".join(piece.text for block in blocks for piece in block.pieces) == text
    assert marked(blocks) == span.cut(text)
    assert [block.start for block in blocks] == sorted({block.start for block in blocks})
    assert sum(piece.is_first_mark for block in blocks for piece in block.pieces) == 1


def test_a_heading_in_the_middle_of_a_line_becomes_a_heading() -> None:
    text = "题目\n一、总体要求 (一)指导思想 坚持。\n(二)基本原则 公平。"
    document = Document("d", "题目", "d.txt", text, sha256(text), "")
    blocks = lay_out(document, outline(document), None)
    shown = [(block.tag, block.pieces[0].text.strip()) for block in blocks]
    assert shown == [
        ("title", "题目"),
        ("h2", "一、总体要求"),
        ("h3", "(一)指导思想"),
        ("p", "坚持。"),
        ("h3", "(二)基本原则"),
        ("p", "公平。"),
    ]


def marked(blocks: tuple[Block, ...]) -> str:
    return "".join(piece.text for block in blocks for piece in block.pieces if piece.is_marked)

"""A passage is a handful of whole sentences, or an item that stands for itself."""

from index.chunking import LONGEST, chunk
from index.intake.cleaning import clean
from index.intake.documents import Document
from index.language.sentences import sentences
from index.outlining.outline import outline
from index.reading.paragraphs import Paragraph, Role
from tests.index.written import plan


def passages(text: str, title: str = "") -> list[str]:
    document = plan(text, title)
    return [passage.span.cut(text) for passage in chunk(document, outline(document))]


def test_a_title_line_is_no_passage() -> None:
    text = "养老服务规划\n为了发展，制定本规划。"
    assert passages(text, "养老服务规划") == ["为了发展，制定本规划。"]


def test_a_heading_that_only_opens_a_list_is_no_passage_and_its_items_are() -> None:
    text = "二、形势\n(一)面临的挑战\n1.经济下行。2.人口老龄化。"
    assert passages(text) == ["1.经济下行。", "2.人口老龄化。"]


def test_a_heading_on_its_own_line_stays_out_of_the_passage_below_it() -> None:
    text = "(一)构建大养老体系\n构建居家社区机构相协调的养老服务体系。"
    assert passages(text) == ["构建居家社区机构相协调的养老服务体系。"]


def test_a_long_section_is_cut_between_sentences() -> None:
    sentence = "坚持以人民为中心的发展思想，逐步完善养老服务体系。"
    found = passages("(一)养老\n" + sentence * 30)
    assert len(found) > 1
    assert all(len(passage) <= LONGEST and passage.endswith("。") for passage in found)
    assert "".join(found) == sentence * 30


def test_one_sentence_longer_than_a_passage_stays_whole() -> None:
    sentence = "坚持以人民为中心，" * 60 + "完善体系。"
    assert passages(f"(一)养老\n{sentence}\n建设机构。") == [sentence, "建设机构。"]


def test_each_row_of_a_table_is_a_passage_that_knows_its_header() -> None:
    lines = (
        Paragraph("一、指标"),
        Paragraph("指标\t2025年", Role.TABLE_HEADER, table=1),
        Paragraph("护理型床位\t55%", Role.TABLE_ROW, table=1),
        Paragraph("养老机构\t120个。含公办", Role.TABLE_ROW, table=1),
        Paragraph("以上为预期性指标。"),
    )
    content = clean(lines)
    document = plan(content.text, styles=content.styles)
    found = {
        passage.span.cut(content.text): passage.header and passage.header.cut(content.text)
        for passage in chunk(document, outline(document))
    }
    assert found["护理型床位\t55%"] == found["养老机构\t120个。含公办"] == "指标\t2025年"
    assert found["以上为预期性指标。"] is None


def test_the_sentence_that_answers_stands_whole_in_a_passage(
    documents: tuple[Document, ...],
) -> None:
    (document,) = (document for document in documents if document.official)
    wanted = document.text.index("构建居家社区机构相协调")
    (holder,) = (
        passage
        for passage in chunk(document, outline(document))
        if passage.span.start <= wanted < passage.span.end
    )
    assert holder.path == ("四、主要任务", "(二)构建大养老体系")
    assert len(list(sentences(document.text, holder.span))) == 2

"""The laws of outlines and passages, on the real plans and on any text."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from index.chunking import chunk
from index.intake.documents import Document
from index.outlining.markers import find_markers
from index.outlining.outline import outline
from tests.index import laws
from tests.index.written import plan, plan_texts


@given(plan_texts, st.sampled_from(["", "构建大养老体系", "坚持以人民为中心"]))
def test_sections_of_any_text_nest(text: str, title: str) -> None:
    document = plan(text, title)
    laws.assert_sections_nest(document, outline(document))


@given(plan_texts, st.sampled_from(["", "构建大养老体系", "坚持以人民为中心"]))
def test_nothing_between_two_headings_of_any_text_is_lost(text: str, title: str) -> None:
    document = plan(text, title)
    laws.assert_nothing_between_headings_is_lost(document, outline(document))


@given(plan_texts)
@example("目录\n一、任务\n一、任务\n目录")
@example("目录\n一、任务\n目录\n一、任务\n加强领导。")
def test_passages_of_any_text_are_whole_sentences_of_one_section(text: str) -> None:
    document = plan(text)
    sections = outline(document)
    laws.assert_passages_are_whole(document, sections, chunk(document, sections))


@given(plan_texts)
@example("目录\n坚持以人民为中心。")
def test_all_text_of_any_plan_stands_in_a_passage(text: str) -> None:
    document = plan(text)
    sections = outline(document)
    laws.assert_all_text_can_be_found(document, sections, chunk(document, sections))


@given(plan_texts)
def test_markers_stand_in_order_and_apart(text: str) -> None:
    found = find_markers(text)
    assert all(0 <= marker.start < marker.end <= len(text) for marker in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_real_plans_keep_all_laws(documents: tuple[Document, ...]) -> None:
    for document in documents:
        sections = outline(document)
        passages = chunk(document, sections)
        laws.assert_sections_nest(document, sections)
        laws.assert_nothing_between_headings_is_lost(document, sections)
        laws.assert_passages_are_whole(document, sections, passages)
        laws.assert_all_text_can_be_found(document, sections, passages)

"""The link to the official page asks the browser for whole clauses of the quote."""

from dataclasses import replace
from urllib.parse import unquote

import pytest

from chatbot.web.plans.official_link import fragment, official_link
from index.intake.documents import Document
from index.spans import Span

PAGE = "https://www.example.gov.cn/plan.html"


@pytest.mark.parametrize(
    ("quoted", "first_and_last"),
    [
        ("到2025年,护理型床位占比达到55%。", "text=到2025年,护理型床位占比达到55%"),
        ("实施国家战略,推动与健康中国衔接,构建服务体系。", "text=实施国家战略,构建服务体系"),
        ("构建大养老体系", "text=构建大养老体系"),
        ("一、二", "text=一、二"),
    ],
)
def test_the_first_and_the_last_clause_are_asked_for(quoted: str, first_and_last: str) -> None:
    assert unquote(fragment(quoted)) == first_and_last


def test_signs_with_a_meaning_of_their_own_are_encoded() -> None:
    words = fragment("2021-2025年民政规划&指标")
    assert "-" not in words
    assert "&" not in words
    assert words.count(",") == 0
    assert "%2D" in words


def test_without_an_official_page_there_is_no_link(documents: tuple[Document, ...]) -> None:
    for address in ("", "javascript:alert(1)", "data:text/html,x", "/plan.html"):
        assert official_link(replace(documents[0], source_url=address), Span(0, 9)) == ""


def test_the_fragment_joins_the_address(documents: tuple[Document, ...]) -> None:
    document = replace(documents[0], source_url=PAGE)
    assert official_link(document) == PAGE
    assert official_link(document, Span(0, 9)).startswith(f"{PAGE}#:~:text=")
    document = replace(documents[0], source_url=f"{PAGE}#p4")
    assert official_link(document, Span(0, 9)).startswith(f"{PAGE}#p4:~:text=")

"""A plan and a place in it are cited as officials and as librarians do."""

from dataclasses import replace
from datetime import date

import pytest

from chatbot.told.formal_citation import bibliographic_form, official_form, place_path
from index.generation import Generation
from index.intake.documents import Document
from index.spans import Span

TODAY = date(2026, 11, 23)
TITLE = "《梅州市民政事业发展“十四五”规划(征求意见稿)摘要》"


@pytest.fixture
def plan(served: Generation) -> Document:
    return next(document for document in served.documents if document.region == "梅州市")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("四、主要任务", "(二)构建大养老体系"), "第四部分(二)"),
        (("第三章　养老服务", "第十二条 机构"), "第三章第十二条"),
        (("二、形势", "（一）机遇", "1.人口老龄化"), "第二部分（一）第1项"),
        (("前言",), "“前言”"),
        ((), ""),
    ],
)
def test_an_official_text_cites_by_part_and_number(
    plan: Document, path: tuple[str, ...], place: str
) -> None:
    assert official_form(plan, path) == TITLE + place


def test_the_place_is_the_deepest_section_around_the_quote(
    plan: Document, served: Generation
) -> None:
    start = plan.text.index("实施积极应对人口老龄化国家战略")
    path = place_path(served.sections(plan.id), Span(start, start + 20))
    assert path == ("四、主要任务", "(二)构建大养老体系")


def test_a_bibliography_names_author_date_and_page(plan: Document) -> None:
    title = TITLE.strip("《》")
    assert bibliographic_form(plan, TODAY) == f"梅州市民政局. {title}[Z]. 2021-09-18."
    online = replace(plan, source_url="https://www.example.gov.cn/1.html")
    assert bibliographic_form(online, TODAY) == (
        f"梅州市民政局. {title}[EB/OL]. (2021-09-18)[2026-11-23]. https://www.example.gov.cn/1.html."
    )
    nobody = replace(plan, issuer="", published="")
    assert bibliographic_form(nobody, TODAY) == f"{title}[Z]."

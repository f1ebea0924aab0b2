"""The pairs offered for comparing: the same title, the older first, other plans left out."""

import pytest

from chatbot.desk.versions.version_pairs import version_pairs
from index.intake.documents import Document, sha256


def document(title: str, published: str = "", status: str = "") -> Document:
    text = f"{title}\n正文。"
    name = f"{title}{published}"
    return Document(name, title, name, text, sha256(text), "", published=published, status=status)


def offered(*documents: Document) -> list[tuple[str, str]]:
    return [(old.id, new.id) for old, new in version_pairs(documents)]


def test_two_versions_of_one_law_are_offered_the_older_first() -> None:
    old, new = document("慈善法", "2016-03-16"), document("慈善法", "2023-12-29")
    assert offered(new, document("会计法", "2017-11-04"), old) == [(old.id, new.id)]


@pytest.mark.parametrize("draft", ["某市养老规划(征求意见稿)", "某市养老规划（草案）摘要"])
def test_a_draft_goes_before_the_plan_whatever_the_dates_say(draft: str) -> None:
    settled = document("某市养老规划", "2020-01-01")
    assert offered(settled, document(draft, "2021-09-18")) == [
        (f"{draft}2021-09-18", settled.id),
    ]


def test_a_status_tells_of_a_draft_too() -> None:
    settled = document("某市养老规划", "2020-01-01")
    draft = document("某市养老规划", "2021-09-18", "征求意见稿")
    assert offered(settled, draft) == [(draft.id, settled.id)]


def test_the_most_alike_titles_are_offered_first() -> None:
    one, other = document("某市志愿服务条例", "2010"), document("某市志愿服务条例", "2020")
    rules = document("某市志愿者服务条例", "2015")
    assert offered(rules, one, other)[0] == (one.id, other.id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("民政事业发展第十三个五年规划", "民政事业发展第十四个五年规划"),
        ("民政事业“十三五”规划", "民政事业“十四五”规划"),
        ("2020年工作要点", "2021年工作要点"),
        ("养老服务条例", "殡葬管理条例"),
        ("北京市养老服务和社会福利事业促进条例", "上海市养老服务和社会福利事业促进条例"),
        ("（草案）", "（修订）"),
    ],
)
def test_two_plans_are_no_two_versions(one: str, other: str) -> None:
    assert offered(document(one), document(other)) == []

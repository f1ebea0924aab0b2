"""The report of a draft on paper: what differs marked, each place with its source."""

import io

import docx

from chatbot.files.wording_docx import Report, wording_docx
from chatbot.told.findings_told import PLACES_SHOWN
from tests.chatbot.desk.shelves import LAW, PLAN, findings
from tests.chatbot.files.making import MADE


def row(draft: str, *texts: str) -> list[str]:
    """The last row of the report on a draft."""
    report = Report(draft, findings(draft, *texts), "共 1 处。", MADE, "制作：甲")
    document = docx.Document(io.BytesIO(wording_docx(report)))
    *_, found = document.tables[0].rows
    return [cell.text for cell in found.cells]


def test_words_left_out_are_shown_with_what_they_were() -> None:
    draft = "志愿者应当接受培训，服从志愿服务组织的安排。"
    _, words, verdict, places = row(draft, PLAN, LAW)
    assert words == "志愿者应当接受必要的［文字缺］培训，服从志愿服务组织的安排。"
    assert verdict == "有出入"
    assert places.startswith("原文（相同 93%）")


def test_of_many_places_the_first_are_told_and_the_others_counted() -> None:
    texts = [f"{sign}办法\n坚持以人民为中心。" for sign in "甲乙丙丁戊"]
    _, _, verdict, places = row("坚持以人民为中心。", *texts)
    assert verdict == "逐字一致"
    assert places.count("——") == PLACES_SHOWN
    assert places.endswith(f"另有 {len(texts) - PLACES_SHOWN} 处")


def test_words_that_stand_nowhere_have_the_nearest_place_beside_them() -> None:
    draft = "志愿者可以参加一次培训，不服从任何组织的安排。"
    _, words, verdict, places = row(draft, LAW)
    assert (words, verdict) == (draft, "未见")
    assert places.startswith("规划里最相近的一处（相同 ")


def test_a_set_phrase_that_is_missed_is_told_with_the_phrase() -> None:
    _, _, verdict, _ = row("大家谈了“两个拥护”的体会。", "办法\n坚决做到“两个维护”。")
    assert verdict.splitlines()[-1].startswith("固定提法，")
    assert verdict.endswith("：两个维护")

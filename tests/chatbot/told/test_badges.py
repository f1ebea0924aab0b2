"""Badges: what a reader must know before believing a document."""

import dataclasses
from datetime import date

from chatbot.told.badges import badges
from index.intake.documents import Document, sha256

PLAIN = Document("d", "规划", "d.txt", "正文", sha256("正文"), "")


def labels(year: int = 2026, **facts: object) -> list[tuple[str, str]]:
    document = dataclasses.replace(PLAIN, **facts)  # type: ignore[arg-type]
    return [(badge.text, badge.tone) for badge in badges(document, date(year, 6, 30))]


def test_a_draft_and_an_unofficial_source_are_labelled() -> None:
    assert labels(status="征求意见稿") == [("征求意见稿", "caution")]
    assert labels(official=False) == [("非官方来源", "warning")]


def test_a_plan_whose_years_are_over_is_labelled_and_no_other() -> None:
    assert labels(period="2021-2025") == [("规划期已过", "caution")]
    assert labels(period="2021-2025", year=2025) == []
    assert labels(period="2026-2030年") == []


def test_a_rule_whose_last_day_is_over_is_labelled_and_no_other() -> None:
    assert labels(expires="2026-06-29") == [("有效期已过", "caution")]
    assert labels(expires="2026-06-30") == []


def test_what_is_not_known_is_not_labelled() -> None:
    assert labels(official=None) == []
    assert labels(official=True, status="现行") == [("现行", "plain")]

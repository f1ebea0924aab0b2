"""Charts show every day of a period, each bar and dot where its numbers say."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chatbot.records.asked.counting import Day
from chatbot.web.desk.questions.charts import chart_of, share

FIRST, LAST = date(2026, 1, 1), date(2026, 1, 5)
DAYS = (Day(date(2026, 1, 1), 4, 1), Day(date(2026, 1, 2), 8, 8), Day(date(2026, 1, 4), 2, 0))


def test_days_without_questions_are_days_too_and_break_the_line() -> None:
    chart = chart_of(DAYS, FIRST, LAST)
    assert [day.asked for day in chart.days] == [4, 8, 0, 2, 0]
    assert (chart.asked, chart.answered, chart.most) == (14, 9, 8)
    assert [(bar.height, bar.answered) for bar in chart.bars][:2] == [(50, 12.5), (100, 100)]
    assert [(dot.left, dot.top) for dot in chart.dots] == [(10, 75), (30, 0), (70, 100)]
    assert [(one.day.day.day, two.day.day.day) for one, two in chart.lines] == [(1, 2)]


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), max_size=5))
def test_nothing_stands_outside_the_chart(counts: list[tuple[int, int]]) -> None:
    days = [Day(date(2026, 1, n), max(two), min(two)) for n, two in enumerate(counts, 1)]
    chart = chart_of(days, FIRST, LAST)
    assert len(chart.days) == 5
    for bar in chart.bars:
        assert 0 <= bar.left <= bar.left + bar.width <= 100
        assert 0 <= bar.answered <= bar.height <= 100
    assert all(0 <= dot.left <= 100 and 0 <= dot.top <= 100 for dot in chart.dots)


def test_a_share_of_nothing_is_no_share() -> None:
    assert (share(0, 0), share(1, 3), share(3, 3)) == ("—", "33%", "100%")

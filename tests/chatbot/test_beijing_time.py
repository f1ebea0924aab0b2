"""What is kept in UTC is read in China, where the day begins eight hours earlier."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from chatbot.beijing_time import Moment, beginning, in_full, local, to_the_second

SEVEN_IN_THE_MORNING = "2026-01-02T23:00:09+00:00"


@pytest.mark.parametrize(
    "moment",
    [
        SEVEN_IN_THE_MORNING,
        datetime(2026, 1, 2, 23, 0, 9, tzinfo=UTC),
        datetime(2026, 1, 3, 0, 0, 9, tzinfo=timezone(timedelta(hours=1))),
        datetime(2026, 1, 2, 23, 0, 9, tzinfo=UTC).timestamp(),
    ],
)
def test_seven_in_the_morning_is_on_the_day_that_has_begun_in_china(moment: Moment) -> None:
    assert local(moment) == "2026-01-03 07:00"
    assert to_the_second(moment) == "2026-01-03 07:00:09"
    assert in_full(moment) == "2026年1月3日 07:00（北京时间）"


def test_a_day_begins_where_the_one_before_ends() -> None:
    assert beginning(date(2026, 1, 3)) == "2026-01-02T16:00:00+00:00"
    assert local(beginning(date(2026, 1, 3))) == "2026-01-03 00:00"


@pytest.mark.parametrize("moment", ["2026-01-02T23:00:09", datetime(2026, 1, 2)])
def test_a_time_of_no_place_is_refused(moment: Moment) -> None:
    with pytest.raises(ValueError, match="no offset"):
        local(moment)

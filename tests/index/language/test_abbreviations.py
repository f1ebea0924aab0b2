"""A short name stands for the full one that the plans use, if they use it more than once."""

import pytest

from index.language.abbreviations import spelled_out

TEXTS = ("业主委员会由业主大会选举产生。业主委员会每届三年。", "村民委员会、残疾人联合会")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("业委会", "业主委员会"),
        ("村委会", ""),  # the plans write it once: perhaps by chance
        ("业会", ""),  # two characters stand for too much
        ("医联体", ""),
        ("", ""),
        ("abc", ""),
    ],
)
def test_a_short_name_is_spelled_out_as_the_plans_do(short: str, full: str) -> None:
    assert spelled_out(short, TEXTS) == full

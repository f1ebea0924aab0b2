"""A source that a draft names is looked up: the words stand there, or they do not."""

import pytest

from chatbot.desk.wording.claims import Held
from chatbot.desk.wording.finding import Verdict
from tests.chatbot.desk.shelves import only


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("《云山市养老服务规划》第二部分（一）", Held.CONFIRMED),
        ("《云山市养老服务规划》", Held.CONFIRMED),
        ("《养老服务规划》第二部分", Held.CONFIRMED),
        ("《云山市养老服务规划》第一部分", Held.ELSEWHERE),
        ("《云山市志愿服务条例》第二条", Held.ELSEWHERE),
        ("《云山市殡葬管理办法》第三条", Held.UNKNOWN_DOCUMENT),
    ],
)
@pytest.mark.parametrize("form", ["{}提出，{}。", "{}提出：“{}。”", "“{1}”（{0}）。"])
def test_a_source_that_is_named_is_looked_up(source: str, held: Held, form: str) -> None:
    finding = only(form.format(source, "由市民政局牵头，每年举办一次培训，财政补助比例为5%"))
    assert finding.verdict is Verdict.VERBATIM
    assert finding.checked is not None
    assert (finding.checked.claim.text, finding.checked.held) == (source, held)


def test_words_that_are_nowhere_are_not_at_the_place_named_either() -> None:
    finding = only("《云山市养老服务规划》第二部分提出，明天上午九点在一楼大厅召开招聘会。")
    assert finding.verdict is Verdict.ABSENT
    assert finding.checked is not None
    assert finding.checked.held is Held.ABSENT


def test_a_title_inside_the_plans_own_sentence_is_no_claim() -> None:
    text = "某市规划\n依据《某省养老条例》第三条，结合我市实际，制定本规划。"
    assert only("依据《某省养老条例》第三条，结合我市实际，制定本规划。", text).checked is None

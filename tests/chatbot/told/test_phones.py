"""Telephone numbers in fixed replies are found, and nothing else is."""

import pytest

from chatbot.answering.understanding.safety import safe_replies
from chatbot.told.phones import phones


def found(text: str, contact: str = "12345") -> list[str]:
    return [place.cut(text) for place in phones(text, contact)]


def test_every_number_of_the_table_of_safe_replies_is_found() -> None:
    said = "".join(one.reply("0753-2128888") for one in safe_replies().replies)
    assert {"110", "119", "120", "12338", "12355", "12356", "0753-2128888"} <= {
        *found(said, "0753-2128888")
    }


@pytest.mark.parametrize(
    "text",
    [
        "文件里没有“120个”这个表述。",
        "文件中没有出现：2120、1200、100元、123456。",
        "这里列出前8处。",
    ],
)
def test_what_is_no_telephone_number_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_contact_with_signs_of_its_own_is_found_whole() -> None:
    assert found("您可以拨打(0753)110-120咨询。", "(0753)110-120") == ["(0753)110-120"]
    assert found("请拨打120。", "") == ["120"]

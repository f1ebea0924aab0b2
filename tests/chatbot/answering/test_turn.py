"""What may be asked next comes from headings that name something."""

from chatbot.answering.turn import questions_on


def test_a_heading_that_is_only_a_number_is_not_asked_about() -> None:
    headings = ("第十三条", "第二章", "一、社会救助标准", "第三条　补贴对象")
    assert questions_on(headings) == (
        "“社会救助标准”具体讲什么？",
        "“补贴对象”具体讲什么？",
    )


def test_the_same_heading_is_asked_about_once_and_at_most_three_are() -> None:
    asked = questions_on(("养老服务", "养老服务", "儿童福利", "社会救助", "慈善事业"))
    assert asked == tuple(f"“{one}”具体讲什么？" for one in ("养老服务", "儿童福利", "社会救助"))

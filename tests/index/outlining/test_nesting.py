"""A list numbered like its chapters lies where a reader would put it."""

from tests.index.outlining.test_outline import drawn


def test_a_list_numbered_like_its_chapters_lies_inside_the_third() -> None:
    text = (
        "一、现状\n有。\n二、目标\n有。\n三、任务\n一、养老\n有。\n二、托育\n有。\n四、措施\n有。"
    )
    assert drawn(text) == [
        "1 一、现状",
        "1 二、目标",
        "1 三、任务",
        "2 一、养老",
        "2 二、托育",
        "1 四、措施",
    ]


def test_a_list_that_nothing_in_a_spoken_item_announces_lies_beside_it() -> None:
    text = (
        "一、问题\n（一）节约\n第一，降低造价。\n要改进设计。\n第二，减少开支。\n{}\n"
        "一、批判百废俱兴。建设会失去重点。\n二、批判宽打窄用。它会浪费。\n（二）干部\n二、做法"
    )
    beside, inside = (
        [line for line in drawn(text.format(words)) if "批判" in line]
        for words in ("必须批判各种助长浪费的思想。", "要做好以下工作：")
    )
    assert beside == ["3 一、批判百废俱兴", "3 二、批判宽打窄用"]
    assert inside == ["4 一、批判百废俱兴", "4 二、批判宽打窄用"]

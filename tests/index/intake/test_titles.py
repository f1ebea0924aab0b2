"""The title is the line that names a kind of document, with the lines it was broken over."""

import pytest

from index.intake.facts.titles import find_title


@pytest.mark.parametrize(
    "title",
    [
        "云山市养老服务体系建设“十四五”规划",
        "云山市民政事业发展“十四五”规划（征求意见稿）",
        "青河县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
        "云山市人民政府关于加快推进智慧养老的实施意见",
        "云山市人民政府办公室关于印发《云山市儿童友好城市建设方案》的通知",
        "东湖区困境儿童保障工作三年行动计划(2023—2025年)",
        "云山市居家养老服务条例",
        "中华人民共和国社区矫正法",
        "云山市2024年民生实事工作要点",
        "青河县“十四五”卫生健康发展规划摘要",
    ],
)
def test_a_line_that_names_a_kind_of_document_is_the_title(title: str) -> None:
    head = ["云山市民政局", title, "云府〔2022〕15号", "各县（市、区）人民政府：", "一、总体要求"]
    assert find_title(head) == title


@pytest.mark.parametrize(
    "lines",
    [
        ["云山市人民政府办公室", "关于印发云山市养老服务发展规划的通知"],
        ["云山市人民政府", "关于加快推进智慧养老的实施意见"],
        ["云山市人民政府", "关于进一步加强社会救助工作的", "若干意见"],
        ["青河县国民经济和社会发展", "第十四个五年规划", "和二〇三五年远景目标纲要"],
    ],
)
def test_a_title_broken_over_lines_is_joined(lines: list[str]) -> None:
    assert find_title([*lines, "（2022年3月1日）", "一、总体要求"]) == "".join(lines)


def test_a_letter_that_hands_on_a_rule_is_named_to_its_end() -> None:
    head = ["云山市公安局", "关于印发云山市引进人才入户管理办法", "实施细则的通知", "各有关单位："]
    assert find_title(head) == "云山市公安局关于印发云山市引进人才入户管理办法实施细则的通知"


def test_who_signed_an_order_and_when_is_no_part_of_the_title_below() -> None:
    head = ["市\u3000长 李青山", "二零一零年三月五日", "云山市经济适用住房管理办法"]
    assert find_title(head) == "云山市经济适用住房管理办法"


def test_the_number_of_the_document_is_no_part_of_its_title() -> None:
    head = ["云府办〔2022〕15号", "云山市民政局关于规范殡葬服务收费的通知"]
    assert find_title(head) == head[1]


def test_a_short_line_that_names_a_kind_heads_the_page_and_is_no_title() -> None:
    head = ["通知公告", "云山市老年人优待办法"]
    assert find_title(head) == "云山市老年人优待办法"


def test_without_a_kind_of_document_the_first_fitting_line_is_the_title() -> None:
    assert find_title(["（讨论用）", "云山市养老事业的五年", "一、现状"]) == "云山市养老事业的五年"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "为贯彻落实市委决定。",
            "各县（市、区）人民政府：",
            "（2022年3月1日公布）",
            "一、工作方案",
            "目 录",
        ),
        *(
            "2022年3月1日",
            "2022-03-01",
            "——在市人民代表大会上的报告",
            "指标\t2025年规划",
            "云府〔2022〕1号",
        ),
        *("主送：各区民政局", "第三章 应急预案"),
    ],
)
def test_a_line_of_another_use_is_never_the_title(line: str) -> None:
    assert find_title([line]) == ""


def test_nothing_above_gives_no_title() -> None:
    assert find_title([]) == ""

"""The page around a plan is told from the plan, line by line, with the reason."""

import pytest

from index.intake.chrome import chrome

TEXT = ("一、总体要求", "坚持需求导向。", "二、主要任务", "建设养老机构。")


def above(*lines: str) -> dict[int, str]:
    """What goes of lines that stand above a plan's text."""
    return chrome((*lines, *TEXT))


def below(*lines: str) -> list[str]:
    """The reasons, in order, of lines that stand below a plan's text; "" for one that stays."""
    found = chrome((*TEXT, *lines))
    return [found.get(len(TEXT) + place, "") for place in range(len(lines))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("首页 > 政务公开 > 规划计划", "导航路径"),
        ("当前位置：首页 » 通知公告", "导航路径"),
        ("您现在的位置：首页→政策文件→正文", "导航路径"),
        ("2022-03-02 09:00", "发布时间"),
        ("2022/3/2", "发布时间"),
        ("打印 | 关闭 | 分享", "网页按钮"),
        ("【关闭】【打印】", "网页按钮"),
        ("大 中 小", "网页按钮"),
        ("标签：养老 机构", "标签"),
        ("字号：大 中 小", "网页信息行"),
        ("索 引 号：MB1234567/2022-00123", "网页信息行"),
        ("来源：云山日报 浏览次数：12", "网页信息行"),
    ],
)
def test_a_line_of_the_page_above_a_plan_goes_with_its_reason(line: str, reason: str) -> None:
    assert above(line) == {0: reason}


def test_all_above_a_trail_is_the_head_of_the_site() -> None:
    assert above("云山市民政局", "网上办事大厅", "首页 > 规划 > 养老", "云山市养老服务规划") == {
        0: "网站页眉",
        1: "网站页眉",
        2: "导航路径",
    }


def test_a_trail_without_signs_ends_with_the_title_below_it() -> None:
    lines = ("云山市民政局 通知公告 云山市养老服务发展规划", "云山市养老服务发展规划")
    assert above(*lines) == {0: "导航路径"}


@pytest.mark.parametrize(
    "line",
    [
        *(
            "上一篇：云山市殡葬管理办法",
            "下一篇：没有了",
            "版权所有 云山市民政局",
            "主办：云山市民政局",
        ),
        *("粤ICP备12345678号", "扫一扫在手机打开当前页", "相关链接", "责任编辑：王五", "返回顶部"),
        *("Copyright 2022 云山市人民政府", "网站标识码：4400000001", "关键词：养老"),
    ],
)
def test_a_line_of_the_page_below_a_plan_goes(line: str) -> None:
    assert all(below(line))


@pytest.mark.parametrize(
    "line", ["云山市民政局", "2022年3月1日", "附件：任务分工表", "（此件公开发布）"]
)
def test_the_end_of_a_plan_stays(line: str) -> None:
    assert below(line) == [""]
    assert below(line, "打印 关闭") == ["", "网页按钮"]


@pytest.mark.parametrize(
    "number", ["— 3 —", "-12-", "第 3 页", "第3页 共20页", "－ 7 －", "———— 5 ————"]
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_page_number_goes_wherever_it_stands(number: str, place: int) -> None:
    assert chrome((*TEXT[:place], number, *TEXT[place:])) == {place: "页码"}


@pytest.mark.parametrize("line", ["[pic]", "================", "________________"])
def test_what_a_converter_leaves_goes(line: str) -> None:
    assert chrome((*TEXT[:2], line, *TEXT[2:])) == {2: "转换残留"}


@pytest.mark.parametrize("row", ["— 3 —", "打印", "2022-03-02", "来源：本网", "上一篇"])
def test_a_row_of_a_table_is_text_whatever_it_looks_like(row: str) -> None:
    assert chrome((row, *TEXT, row), rows={0, len(TEXT) + 1}) == {}


@pytest.mark.parametrize(
    "line", ["3", "2025年", "云山市养老服务规划", "云府〔2022〕15号", "——为老年人办实事", "目 录"]
)
def test_the_head_of_a_plan_stays(line: str) -> None:
    assert above(line) == {}


def test_no_lines_have_no_chrome_and_a_page_alone_is_all_chrome() -> None:
    assert chrome(()) == {}
    assert set(chrome(("打印", "大 中 小", "2022-03-02"))) == {0, 1, 2}


def test_the_running_head_and_foot_of_a_printed_rule_go_together() -> None:
    both = chrome(("公安部规章", *TEXT, "- 1 - 公安部发布"))
    assert both == {0: "页眉", len(TEXT) + 1: "页脚"}


def test_a_running_head_or_foot_alone_stays() -> None:
    assert chrome(("公安部规章", *TEXT)) == {}
    assert below("公安部发布") == [""]


def test_a_head_and_a_foot_of_different_bodies_stay() -> None:
    assert chrome(("公安部规章", *TEXT, "教育部发布")) == {}


@pytest.mark.parametrize("lines", [("—", "26", "—"), ("－", "7", "－"), ("-", "118", "-")])
def test_a_page_number_that_a_converter_put_on_three_lines_goes(lines: tuple[str, ...]) -> None:
    assert chrome((*TEXT[:2], *lines, *TEXT[2:])) == dict.fromkeys((2, 3, 4), "页码")
    assert chrome((*TEXT[:2], *lines[:2], *TEXT[2:])).keys() <= {2}


def test_the_page_of_a_long_entry_of_contents_goes() -> None:
    entries = ("第一条  加快审批，确保有效落地", "17", "第二条  申报....... 17")
    assert chrome((*entries, *TEXT)) == {1: "页码"}
    assert chrome((*TEXT[:2], "17", *TEXT[2:])) == {}


def test_a_number_alone_at_the_very_end_is_that_of_the_page() -> None:
    assert below("12") == ["页码"]
    assert below("2025") == [""]


@pytest.mark.parametrize(
    "line", ["（责任编辑：王五）", "(来源：云山日报 记者 李四)", "（全文结束）"]
)
def test_what_the_publisher_adds_goes(line: str) -> None:
    assert below(line) == ["发布者的话"]

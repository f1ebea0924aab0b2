"""A line of labels and values tells facts; a line that says anything else tells none."""

import pytest

from index.intake.infolines import InfoLine, info_lines


def facts(*lines: str) -> dict[str, str]:
    return dict(fact for line in info_lines(lines) for fact in line.facts)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("索引号：004567890/2022-00123", {"index_number": "004567890/2022-00123"}),
        ("索 引 号：MB1234567/2022-00123", {"index_number": "MB1234567/2022-00123"}),
        ("发布机构： 云山市民政局", {"issuer": "云山市民政局"}),
        ("【发文字号】云民〔2022〕15号", {"number": "云民〔2022〕15号"}),
        ("成文日期:2022年03月01日", {"issued": "2022年03月01日"}),
        ("来源：本网　发布时间：2022-03-02 09:00", {"published": "2022-03-02 09:00"}),
        ("有效性：失效", {"validity": "失效"}),
        ("标　题：云山市殡葬管理办法", {"title": "云山市殡葬管理办法"}),
        (
            "文号：云府〔2021〕3号 公开日期：2021-05-06",
            {"number": "云府〔2021〕3号", "published": "2021-05-06"},
        ),
        ("实施日期:2023-01-01", {"effective": "2023-01-01"}),
    ],
)
def test_a_label_with_its_value_tells_a_fact(line: str, told: dict[str, str]) -> None:
    assert facts(line) == told


def test_a_bare_label_takes_the_line_below_as_its_value() -> None:
    lines = ("发文机关：", "云山市人民政府", "文号：", "云府〔2022〕15号", "一、总体要求")
    assert facts(*lines) == {"issuer": "云山市人民政府", "number": "云府〔2022〕15号"}
    assert [(line.place, line.values_below) for line in info_lines(lines)] == [(0, (1,)), (2, (3,))]


def test_a_bare_label_takes_no_other_label_as_its_value() -> None:
    assert facts("发文机关：", "文号：云府〔2022〕15号") == {"number": "云府〔2022〕15号"}


def test_a_button_takes_no_line_below_it() -> None:
    assert info_lines(("字号：", "云山市养老服务规划")) == [InfoLine(0, (), ())]


@pytest.mark.parametrize(
    "line", ["浏览次数：128", "作者：佚名 编辑：办公室", "字号：大 中 小", "来源：本网"]
)
def test_labels_of_the_page_are_known_and_tell_nothing(line: str) -> None:
    assert info_lines((line,)) == [InfoLine(0, (), ())]


@pytest.mark.parametrize(
    "line",
    [
        "时间：2022年底前，完成适老化改造。",
        "日期：自文件印发之日起计算，各地要在三十日内把实施方案报送市民政局备案审查",
        "资金来源：财政拨款",
        "本规划的来源：调研",
        "责任单位：市民政局",
        "",
        "云山市养老服务规划",
    ],
)
def test_a_sentence_or_another_label_is_no_information_line(line: str) -> None:
    assert info_lines((line,)) == []

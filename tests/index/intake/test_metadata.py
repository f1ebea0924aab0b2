"""What a plan says about itself is read from its own lines, and nothing is invented."""

import pytest

from index.intake.cleaning import clean
from index.intake.facts.metadata import FoundMetadata, find_metadata
from index.reading.paragraphs import Paragraph

BODY = ("一、总体要求", "坚持需求导向。", "二、主要任务", "建设养老机构。")


def of(*lines: str) -> FoundMetadata:
    return find_metadata(clean(tuple(map(Paragraph, lines))))


def test_a_letter_with_a_red_head_tells_title_number_issuer_and_date() -> None:
    found = of(
        "昆明市人民政府办公室关于印发昆明市养老服务体系建设“十四五”规划的通知",
        "云府办〔2022〕15号",
        "各县（市、区）人民政府，市政府各部门：",
        *BODY,
        "昆明市人民政府办公室",
        "2022年3月1日",
        "（此件公开发布）",
    )
    assert found.title.endswith("规划的通知")
    assert (found.number, found.issuer) == ("云府办〔2022〕15号", "昆明市人民政府办公室")
    assert (found.issued, found.published) == ("2022-03-01", "")
    assert (found.region, found.level) == ("昆明市", "市级")


def test_the_lines_around_a_saved_page_tell_what_they_label() -> None:
    found = of(
        "首页 > 政务公开 > 规划计划",
        "索 引 号：MB1234567/2022-00123",
        "发文机关：嵩明县民政局",
        "成文日期：2022年02月27日",
        "发布日期：2022年03月02日",
        "有效性：失效",
        "嵩明县“十四五”民政事业发展规划",
        *BODY,
    )
    assert found.index_number == "MB1234567/2022-00123"
    assert (found.issuer, found.issued) == ("嵩明县民政局", "2022-02-27")
    assert (found.published, found.status) == ("2022-03-02", "已废止")
    assert (found.title, found.region) == ("嵩明县“十四五”民政事业发展规划", "嵩明县")
    assert (found.level, found.period) == ("县级", "2021-2025")


def test_a_date_told_in_figures_alone_is_read() -> None:
    found = of("发文日期：20150213", "云山市投靠入户规定", *BODY)
    assert found.issued == "2015-02-13"


def test_a_body_that_stands_below_twice_is_named_once() -> None:
    office = "路桥区卫生局办公室"
    found = of("关于同意辞职的批复", *BODY, office, office, "2011年3月10日")
    assert (found.issuer, found.issued) == (office, "2011-03-10")


def test_two_bodies_that_sign_on_one_line_are_both_named() -> None:
    found = of(
        "关于印发云山市医疗保险办法的通知",
        *BODY,
        "云山市人力资源和社会保障局      云 山 市 财 政 局",
        "二 ○一 二 年 七 月 五 日",
    )
    assert found.issuer == "云山市人力资源和社会保障局 云山市财政局"
    assert found.issued == "2012-07-05"


def test_a_report_is_of_the_government_whose_head_speaks() -> None:
    assert of("政府工作报告", "云山市人民政府市长 李青山", *BODY).issuer == "云山市人民政府"


def test_a_law_tells_who_passed_it_when_and_from_when_it_holds() -> None:
    found = of(
        "云南省养老服务条例",
        "（2021年7月30日云南省第十三届人民代表大会常务委员会第二十次会议通过 根据2023年5月31日"
        "云南省第十四届人民代表大会常务委员会第三次会议《关于修改部分法规的决定》修正）",
        "第一章 总则",
        "第一条 为了促进养老服务，制定本条例。",
        "第二条 本条例自2021年10月1日起施行。",
    )
    assert found.issuer == "云南省人民代表大会常务委员会"
    assert (found.issued, found.effective) == ("2023-05-31", "2021-10-01")
    assert (found.level, found.number) == ("省级", "")


@pytest.mark.parametrize(
    "number",
    [
        "云民〔2022〕15号",
        "国发［2019］3号",
        "云府办(2021)8号",
        "青政发〔 2020 〕 第12号",
        "云民发【2022】7号",
    ],
)
def test_a_number_is_found_in_any_brackets(number: str) -> None:
    assert of("昆明市养老服务发展规划", number, *BODY).number == number


def test_a_number_quoted_in_the_text_is_not_that_of_the_plan() -> None:
    text = "根据《关于推进养老服务发展的意见》（国办发〔2019〕5号）要求，制定本规划。"
    assert of("昆明市养老服务发展规划", *BODY[:1], text, *BODY[1:]).number == ""


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("昆明市养老服务“十四五”规划", "2021-2025"),
        ("昆明市民政事业发展“十三五”规划（征求意见稿）", "2016-2020"),
        ("嵩明县“十五五”规划纲要", "2026-2030"),
        ("昆明市养老服务行动计划（2023-2025年）", "2023-2025"),
        ("昆明市养老服务行动计划（2023年—2025年）", "2023-2025"),
        ("昆明市儿童发展规划(2021～2030年)", "2021-2030"),
        ("昆明市国民经济和社会发展第十四个五年规划", "2021-2025"),
        ("昆明市养老服务条例", ""),
    ],
)
def test_the_period_is_read_from_the_title(title: str, period: str) -> None:
    assert of(title, *BODY).period == period


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("昆明市养老服务发展规划（征求意见稿）", "征求意见稿"),
        ("昆明市养老服务管理办法（试行）", "试行"),
        ("昆明市养老服务发展规划（草案）", "草案"),
        ("昆明市养老服务管理暂行办法", "暂行"),
        ("昆明市养老服务发展规划摘要", "摘要"),
        ("昆明市养老服务发展规划", ""),
    ],
)
def test_the_status_is_read_from_the_title(title: str, status: str) -> None:
    assert of(title, *BODY).status == status


@pytest.mark.parametrize(
    ("title", "region", "level"),
    [
        ("云南省养老服务条例", "云南省", "省级"),
        ("北京市居家养老服务条例", "北京市", "省级"),
        ("东湖区养老服务方案", "东湖区", "县级"),
        ("大理白族自治州养老服务规划", "大理白族自治州", "市级"),
        ("国家积极应对人口老龄化规划", "", "国家"),
        ("关于加强社区服务的意见", "", ""),
    ],
)
def test_the_place_and_its_level_are_read_from_the_title(
    title: str, region: str, level: str
) -> None:
    found = of(title, *BODY)
    assert (found.region, found.level) == (region, level)


@pytest.mark.parametrize(
    ("signature", "issued"),
    [
        (("昆明市民政局", "二〇二二年三月一日"), "2022-03-01"),
        (("昆明市民政局", "二Ｏ二二年三月一日"), "2022-03-01"),
        (("昆 明 市 民 政 局", "2022 年 3 月 1 日"), "2022-03-01"),
        (("昆明市民政局", "2022.3.1"), "2022-03-01"),
        (("昆明市民政局", "2022年3月"), "2022-03"),
    ],
)
def test_the_signature_tells_body_and_date(signature: tuple[str, str], issued: str) -> None:
    found = of("养老服务提升方案（内部稿）", *BODY, *signature)
    assert (found.issuer, found.issued) == ("昆明市民政局", issued)


def test_a_signature_above_the_attachments_counts() -> None:
    attached = ("附件1", "任务分工表", "建设机构：市民政局。", "改造住房：市住建局。", *BODY * 3)
    found = of("养老服务提升工作方案", *BODY, "昆明市民政局", "2022年3月1日", *attached)
    assert (found.issuer, found.issued) == ("昆明市民政局", "2022-03-01")


def test_the_date_of_the_letter_counts_before_that_of_its_attachment() -> None:
    letter = ("关于印发养老服务提升方案的通知", *BODY, "昆明市民政局", "2022年3月1日")
    attached = ("附件1", "养老服务提升方案", *BODY * 3, "昆明市养老服务中心", "2021年12月30日")
    found = of(*letter, *attached)
    assert (found.issuer, found.issued) == ("昆明市民政局", "2022-03-01")


def test_of_two_dates_at_the_end_the_last_is_that_of_the_signature() -> None:
    found = of("养老服务提升工作方案", *BODY, "2022年2月1日", "昆明市民政局", "2022年3月1日")
    assert found.issued == "2022-03-01"


def test_a_date_in_the_text_is_no_date_of_the_plan() -> None:
    found = of("昆明市养老服务发展规划", *BODY, "2024年6月30日前完成改造。", *BODY)
    assert (found.issued, found.published, found.effective) == ("", "", "")


def test_what_a_plan_does_not_say_stays_empty() -> None:
    assert of("第一条 应当备案。") == FoundMetadata()

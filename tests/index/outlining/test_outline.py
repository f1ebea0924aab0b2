"""Plans in the numbering styles that offices use give the outline a reader sees."""

import pytest

from index.intake.documents import Document
from index.outlining.markers import Kind
from index.outlining.outline import Section, outline
from index.spans import Span
from tests.index.written import plan, styled


def drawn(text: str, title: str = "") -> list[str]:
    """The outline as lines of level and heading."""
    return headings(plan(text, title))


def headings(document: Document) -> list[str]:
    sections = outline(document)[1:]
    return [f"{each.level} {each.path[-1]}" for each in sections if each.heading]


STYLES = {
    "half width brackets": (
        "一、总体要求\n(一)指导思想\n坚持以人民为中心。\n(二)基本原则\n坚持底线思维。",
        ["1 一、总体要求", "2 (一)指导思想", "2 (二)基本原则"],
    ),
    "full width brackets": (
        "一、总体要求\n（一）指导思想\n坚持以人民为中心。\n（二）基本原则\n1．党的领导。\n2．底线思维。",
        [
            "1 一、总体要求",
            "2 （一）指导思想",
            "2 （二）基本原则",
            "3 1．党的领导",
            "3 2．底线思维",
        ],
    ),
    "four levels": (
        "一、任务\n（一）养老\n1.机构\n（1）公办机构。\n（2）民办机构。\n2.居家\n二、措施",
        [
            "1 一、任务",
            "2 （一）养老",
            "3 1.机构",
            "4 （1）公办机构",
            "4 （2）民办机构",
            "3 2.居家",
            "1 二、措施",
        ],
    ),
    "a heading after another on one line": (
        "一、总体要求 (一)指导思想 以新思想为指导，坚持以人民为中心的发展。\n"
        "(二)基本原则 坚持底线思维，防范化解风险。",
        ["1 一、总体要求", "2 (一)指导思想", "2 (二)基本原则"],
    ),
    "several items on one line": (
        "(一)机遇\n1.党中央作出部署。2.新格局释放活力。3.发展提出新要求。\n"
        "(二)挑战\n1.经济下行。2.人口老龄化。",
        [
            "1 (一)机遇",
            "2 1.党中央作出部署",
            "2 2.新格局释放活力",
            "2 3.发展提出新要求",
            "1 (二)挑战",
            "2 1.经济下行",
            "2 2.人口老龄化",
        ],
    ),
    "chapters, divisions and articles": (
        "第一章 总则\n第一条 为了规范养老服务，制定本条例。\n第二条 本条例适用于全市。\n"
        "第二章 服务\n第一节 居家\n第三条 政府应当提供服务。",
        ["1 第一章 总则", "2 第一条", "2 第二条", "1 第二章 服务", "2 第一节 居家", "3 第三条"],
    ),
    "bullets": (
        "(二)基本原则\n--坚持党的全面领导\n--坚持底线思维。\n(三)总体目标\n完善体系。",
        ["1 (二)基本原则", "2 --坚持党的全面领导", "2 --坚持底线思维", "1 (三)总体目标"],
    ),
    "firstly, secondly": (
        "(三)基本思路 一是明确思想。坚持以人民为中心。\n"
        "二是树立理念。统筹谋划。\n三是聚焦重点。集中攻关。",
        ["1 (三)基本思路", "2 一是明确思想", "2 二是树立理念", "2 三是聚焦重点"],
    ),
    "labels that come again": (
        "1.设施摸底\n工作任务:摸清底数。\n责任科室:养老服务科。\n2.政策摸底\n工作任务:梳理政策。\n责任科室:儿童福利科。",
        ["1 1.设施摸底", "2 工作任务", "2 责任科室", "1 2.政策摸底", "2 工作任务", "2 责任科室"],
    ),
    "numbering that begins anew under a new parent": (
        "一、任务\n(一)养老\n建设机构。\n(二)儿童\n加强保护。\n二、措施\n(一)领导\n加强组织。\n(二)资金\n加大投入。",
        ["1 一、任务", "2 (一)养老", "2 (二)儿童", "1 二、措施", "2 (一)领导", "2 (二)资金"],
    ),
    "numbering that goes on across parents": (
        "一、任务\n(一)养老\n建设机构。\n(二)儿童\n加强保护。\n二、措施\n(三)领导\n加强组织。\n(四)资金\n加大投入。",
        ["1 一、任务", "2 (一)养老", "2 (二)儿童", "1 二、措施", "2 (三)领导", "2 (四)资金"],
    ),
    "articles that go on across chapters": (
        "第一章 总则\n第一条 为了规范。\n第二章 服务\n第二条 政府提供。\n第三条 社会参与。",
        ["1 第一章 总则", "2 第一条", "1 第二章 服务", "2 第二条", "2 第三条"],
    ),
    "first, second": (
        "二、要求\n第一，坚持党的领导，把方向。\n第二，坚持以人民为中心，惠民生。\n三、组织\n加强领导。",
        [
            "1 二、要求",
            "2 第一，坚持党的领导，把方向",
            "2 第二，坚持以人民为中心，惠民生",
            "1 三、组织",
        ],
    ),
    "contents above the text": (
        "目录\n一、总体要求\n二、主要任务\n一、总体要求\n坚持以人民为中心。\n二、主要任务\n加强领导。",
        ["1 目录", "1 一、总体要求", "1 二、主要任务"],
    ),
    "paragraphs that open with a catchword": (
        "(二)基本原则\n以人为本。坚持以人民为中心的发展思想。\n统筹协同。坚持市县共同推进编制工作。\n突出重点。抓住重点领域和薄弱环节。",
        ["1 (二)基本原则", "2 以人为本", "2 统筹协同", "2 突出重点"],
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_the_outline_is_what_a_reader_sees(style: str) -> None:
    text, expected = STYLES[style]
    assert drawn(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "按照第三条的规定，各单位要加强领导。",
        "依据本办法第二条 和第三条 的规定办理。",
        "2025.年底前完成。",
        "到2025年，达到95.5%以上。",
        "1.5万元以上的项目要公示。",
        "第一产业和第二产业协调发展。",
        "推进一、二、三产业融合发展。",
        "一一对应，逐项落实。",
        "责任科室:养老服务科。",
        "坚持问题导向（一）并举。",
        "第二章的规定另行公布。",
    ],
)
def test_a_number_inside_a_sentence_is_no_heading(text: str) -> None:
    assert drawn(f"{text}\n其他事项照旧。") == []


def test_headings_that_the_format_marks_nest_by_their_level() -> None:
    document = styled(
        (1, "总体要求"),
        (0, "坚持以人民为中心。"),
        (2, "基本原则"),
        (0, "坚持底线思维。"),
        (3, "党的领导"),
        (1, "主要任务"),
        (0, "有。"),
    )
    assert headings(document) == ["1 总体要求", "2 基本原则", "3 党的领导", "1 主要任务"]


def test_text_after_a_list_belongs_to_the_section_of_the_list() -> None:
    text = (
        "一、任务\n1.建设机构。2.加强保护。\n以上任务由各科室落实，按季度报送进展情况。\n"
        "二、措施\n加强领导。"
    )
    (holder,) = (
        section
        for section in outline(plan(text))
        if section.body and section.body.cut(text).startswith("以上任务")
    )
    assert holder.path == ("一、任务",)


def test_a_title_is_the_heading_of_the_whole_and_no_section() -> None:
    text = "养老服务规划\n养老服务规划  为了发展，制定本规划。\n一、任务\n建设。"
    root, *sections = outline(plan(text, "养老服务规划"))
    assert root.heading is not None
    assert root.heading.cut(text) == "养老服务规划\n养老服务规划"
    assert root.body is not None
    assert root.body.cut(text) == "为了发展，制定本规划。"
    assert [section.path for section in sections] == [("一、任务",)]


def test_text_after_a_heading_on_its_line_is_the_body() -> None:
    text = "一、总体要求\n(二)基本原则 以人为本，遵循基本，坚持以人民为中心的发展思想。"
    section = outline(plan(text))[-1]
    assert section.body is not None
    assert section.path == ("一、总体要求", "(二)基本原则")
    assert section.body.cut(text) == "以人为本，遵循基本，坚持以人民为中心的发展思想。"


def test_a_text_without_numbering_is_one_section() -> None:
    (root,) = outline(plan("坚持以人民为中心。\n加强领导。"))
    assert root.body == root.span


def test_a_list_inside_a_line_of_a_deeper_list_does_not_resume_the_outer_one() -> None:
    text = (
        "户口登记规范\n（一）立户分户\n1.设立集体户\n①单位申请书。\n"
        "②用证情形：（一）变更登记；（二）兵役登记；（三）婚姻登记。\n"
        "（二）入户登记\n1.出生登记\n提供出生证明。"
    )
    assert drawn(text) == [
        "1 （一）立户分户",
        "2 1.设立集体户",
        "3 ①单位申请书",
        "3 ②用证情形",
        "1 （二）入户登记",
        "2 1.出生登记",
    ]


def test_a_list_in_a_line_needs_a_second_item_near_its_first() -> None:
    far = "养老服务" * 1200
    assert drawn(f"一、任务\n建设机构：1.公办机构。{far}：2.民办机构。") == ["1 一、任务"]
    assert drawn("一、任务\n建设机构：1.公办机构。2.民办机构。")[1:] == [
        "2 1.公办机构",
        "2 2.民办机构",
    ]


def test_lines_that_stand_alone_above_their_paragraphs_are_headings() -> None:
    below = (
        "完善社区居家养老服务网络，推进公共设施适老化改造，" * 3 + "推动专业机构服务向社区延伸。"
    )
    lines = ["生态底色更加亮丽", below, "民生福祉持续增进", below, "治理效能不断提升", below]
    assert drawn("\n".join(lines)) == [f"1 {line}" for line in lines[::2]]
    under = "\n".join(["一、主要成就", *lines])
    assert drawn(under) == ["1 一、主要成就", *(f"2 {line}" for line in lines[::2])]


def test_a_section_that_does_not_hold_its_heading_is_nonsense() -> None:
    with pytest.raises(ValueError, match="holds its heading and its body"):
        Section(1, Kind.HAN, 1, ("一、任务",), Span(0, 4), None, Span(2, 9))

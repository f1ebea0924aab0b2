"""Orders of a government, speeches, and pages whose site says more than their text."""

import pytest

from index.intake.cleaning import clean
from index.intake.facts.issuing import Signature, signature
from index.intake.facts.metadata import FoundMetadata, find_metadata
from index.reading.paragraphs import Paragraph, Role

RULES = ("第一条 为了促进养老服务，制定本办法。", "第二条 本办法自2016年11月1日起施行。")


def of(*lines: str | Paragraph) -> FoundMetadata:
    paragraphs = (Paragraph(line) if isinstance(line, str) else line for line in lines)
    return find_metadata(clean(tuple(paragraphs)))


def test_an_order_tells_body_and_number_on_two_lines_and_is_signed_by_a_person() -> None:
    found = of(
        "昆明市人民政府令",
        "第 135 号",
        "《昆明市养老服务办法》已经2016年8月25日市人民政府第138次常务会议通过，现予公布。",
        "市  长  王某某",
        "2016年9月12日",
        "昆明市养老服务办法",
        *RULES,
    )
    assert (found.issuer, found.number) == ("昆明市人民政府", "昆明市人民政府令第 135 号")
    assert (found.issued, found.effective) == ("2016-09-12", "2016-11-01")


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("住房和城乡建设部部长　张某某", "住房和城乡建设部"),
        ("昆明市市长　张某某", "昆明市市长　张某某"),
    ],
)
def test_who_heads_a_body_signs_for_it_and_who_heads_a_government_speaks(
    line: str, issuer: str
) -> None:
    assert of("公共租赁住房管理办法", line, "二〇一二年五月二十八日", *RULES).issuer == issuer


def test_a_number_that_the_document_goes_by_is_not_its_own() -> None:
    found = of(
        "关于印发昆明市养老保险细则的通知", "根据《办法》（昆政文〔2009〕316号）印发。", *RULES
    )
    assert found.number == ""


def test_a_site_is_asked_for_the_place_only_where_the_text_is_silent() -> None:
    trail = Paragraph("当前位置：昆明市医疗保险管理中心 > 政策", is_outside=True)
    body = ("一、工作目标", "建立统一的医疗保险制度，实现公平享有基本医疗保险权益。")
    assert of(trail, "医疗保险实施方案", *body).region == "昆明市"
    assert of(trail, "大理州医疗保险实施方案", *body).region == "大理州"


def test_what_the_head_of_a_page_declares_counts_last() -> None:
    declared = [
        Paragraph("articletitle\t（转载）昆明市养老服务办法", Role.DECLARED),
        Paragraph("pubdate\t2024-09-12 16:38", Role.DECLARED),
        Paragraph("url\thttps://www.example.gov.cn/zwgk/post_842.html", Role.DECLARED),
    ]
    found = of(*declared, *RULES)
    assert (found.title, found.published) == ("昆明市养老服务办法", "2024-09-12")
    assert found.source_url == "https://www.example.gov.cn/zwgk/post_842.html"


@pytest.mark.parametrize(
    "declared", ["javascript:alert(1)", "/zwgk/post_842.html", "ftp://www.example.gov.cn/post"]
)
def test_what_nobody_can_open_is_no_address(declared: str) -> None:
    assert of(Paragraph(f"url\t{declared}", Role.DECLARED), *RULES).source_url == ""


def test_a_line_of_the_site_with_a_moment_tells_when_it_was_published() -> None:
    found = of(
        "中国政府网　www.gov.cn　 2013年01月21日 14时02分　 来源：昆明市人民政府网站",
        "昆明市养老服务办法",
        *RULES,
    )
    assert (found.title, found.published) == ("昆明市养老服务办法", "2013-01-21")


def test_a_place_counts_only_by_the_table_of_places() -> None:
    assert of("居家社区养老服务办法", *RULES).region == ""
    assert of("关于建立昆明市五华区困境儿童制度的意见", *RULES).region == "昆明市五华区"


def test_a_letter_may_consist_of_its_signature() -> None:
    assert signature(["云山市民政局", "2022年3月1日"]) == Signature("云山市民政局", "2022-03-01")


def test_the_government_of_the_place_that_a_title_begins_with_is_named_in_full() -> None:
    for short in ("省政府", "省人民政府"):
        found = of(f"发文机关：{short}", "云南省养老服务规划", *RULES)
        assert found.issuer == "云南省人民政府"


def test_a_cabinet_that_passed_an_order_is_its_government() -> None:
    passed = "（2016年8月25日昆明市第十四届人民政府第138次常务会议通过）"
    assert of("养老服务办法", passed, *RULES).issuer == "昆明市人民政府"


def test_a_red_head_names_the_body_whose_letter_it_is() -> None:
    assert of("昆明市人民政府 文 件", "养老服务规划", *RULES).issuer == "昆明市人民政府"


def test_a_fact_that_is_told_without_its_value_is_told_by_the_next_line() -> None:
    found = of("成文日期：另行公布", "成文日期：2022年3月1日", "养老服务规划", *RULES)
    assert found.issued == "2022-03-01"

"""A workbook holds what it was given as text and numbers: nothing in it is computed or linked."""

import io
import zipfile

from lxml import etree

from chatbot.files.workbook import Sheet, workbook, workbook_of
from tests.chatbot.files.making import MADE

HOSTILE = [
    '=HYPERLINK("http://example.com")',
    "+1",
    "@SUM(A1)",
    "http://example.com",
    "_x0041_",
    "a\x01b",
    "<b>&",
]
MAIN = "{*}"  # whatever the namespace


def parts(book: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return {name: etree.fromstring(opened.read(name)) for name in opened.namelist()}


def test_every_cell_is_the_text_it_was_given_and_none_a_formula_or_link() -> None:
    found = parts(workbook("提问", ["问题", "次数"], [(one, 3) for one in HOSTILE], MADE))
    shared = [one.findtext(f"{MAIN}t") for one in found["xl/sharedStrings.xml"]]
    kept = [one.replace("_x0041_", "_x005F_x0041_").replace("\x01", "_x0001_") for one in HOSTILE]
    assert shared == ["问题", "次数", *kept]
    sheet = found["xl/worksheets/sheet1.xml"]
    assert [one.tag for one in sheet.iter(f"{MAIN}f", f"{MAIN}hyperlink")] == []
    assert [one.findtext(f"{MAIN}v") for one in sheet.iter(f"{MAIN}c")][3::2] == ["3"] * 7
    assert not any("rels" in name and "sheet" in name for name in found)


def test_the_same_rows_at_the_same_time_give_the_same_bytes() -> None:
    assert workbook("提问", ["问题"], [("甲",)], MADE) == workbook(
        "提问", ["问题"], [("甲",)], MADE
    )


def test_a_text_longer_than_a_cell_is_cut_and_no_rows_give_the_heads() -> None:
    found = parts(workbook("提问", ["问题"], [("长" * 40_000,)], MADE))
    assert len(found["xl/sharedStrings.xml"][1].findtext(f"{MAIN}t") or "") == 32_767
    assert len(parts(workbook("提问", ["问题"], [], MADE))["xl/sharedStrings.xml"]) == 1


def test_several_sheets_stand_in_the_order_given() -> None:
    sheets = [Sheet("汇总", ["文稿"], [("甲",)]), Sheet("逐处", ["序号"], [(1,), (2,)])]
    found = parts(workbook_of("核对表", sheets, MADE))
    assert [one.get("name") for one in found["xl/workbook.xml"].iter(f"{MAIN}sheet")] == [
        "汇总",
        "逐处",
    ]
    cells = [len(list(found[f"xl/worksheets/sheet{n}.xml"].iter(f"{MAIN}c"))) for n in (1, 2)]
    assert cells == [2, 3]


def test_the_sheet_is_ready_to_print_and_tells_who_made_it() -> None:
    found = parts(workbook("提问", ["问题", "次数"], [("甲", 1)], MADE))
    sheet = found["xl/worksheets/sheet1.xml"]
    (page,) = sheet.iter(f"{MAIN}pageSetup")
    assert (page.get("paperSize"), page.get("orientation")) == ("9", "landscape")
    assert (page.get("fitToWidth", "1"), page.get("fitToHeight")) == ("1", "0")
    assert [one.get("fitToPage") for one in sheet.iter(f"{MAIN}pageSetUpPr")] == ["1"]
    assert [one.get("state") for one in sheet.iter(f"{MAIN}pane")] == ["frozen"]
    assert "第 &P 页，共 &N 页" in "".join(one.text or "" for one in sheet.iter(f"{MAIN}oddFooter"))
    names = [one.text for one in found["xl/workbook.xml"].iter(f"{MAIN}definedName")]
    assert names == ["提问!$1:$1"]
    told = {etree.QName(one).localname: one.text for one in found["docProps/core.xml"]}
    assert (told["title"], told["creator"], told["created"]) == (
        *("提问", "王芳"),
        "2026-01-02T03:04:05Z",
    )


def test_a_column_is_as_wide_as_what_stands_in_it_a_chinese_character_counting_two() -> None:
    rows = [("2026-01-02 11:04", "养老" * 400, "短")]
    found = parts(workbook("提问", ["最近一次（北京时间）", "问题", "次数"], rows, MADE))
    widths = [
        float(one.get("width") or 0) for one in found["xl/worksheets/sheet1.xml"].iter(f"{MAIN}col")
    ]
    assert [round(width) for width in widths] == [19, 51, 7]

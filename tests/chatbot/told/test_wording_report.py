"""The lines of a report say of each sentence what it is, what differs, and where that stands."""

from chatbot.told.findings_told import PLACES_SHOWN
from chatbot.told.wording_report import report
from tests.chatbot.desk.shelves import LAW, PLAN, findings


def lines(draft: str, *texts: str) -> list[str]:
    return list(report(findings(draft, *texts), len(texts)))


def test_a_set_phrase_that_is_missed_is_told_with_the_phrase() -> None:
    shown = lines("会上大家谈了“两个拥护”的体会。", "办法\n坚决做到“两个维护”。")
    (told,) = [line for line in shown if "固定提法" in line]
    assert told.endswith("：两个维护")


def test_words_left_out_and_words_put_in_are_told_apart() -> None:
    shown = "\n".join(
        lines(
            "志愿者应当接受培训，服从志愿服务组织的安排。\n"
            "由市民政局牵头，每年认真举办一次培训，财政补助比例为5%。",
            PLAN,
            LAW,
        )
    )
    assert "接受【文字：缺“必要的”】培训" in shown
    assert "每年【文字：多“认真”】举办" in shown


def test_what_is_put_together_is_told_part_by_part_with_every_place() -> None:
    draft = "引导更多的慈善资源进入我县，志愿者应当接受必要的培训，财政补助比例为6%。"
    parts = [line for line in lines(draft, PLAN, LAW) if line.startswith("   其中")]
    assert [line.partition("”见 ")[0] for line in parts] == [
        "   其中“引导更多的慈善资源进入我【名称：原文“市”，文稿“县”】",
        "   其中“志愿者应当接受必要的培训",
        "   其中“财政补助比例为【数字：原文“5%”，文稿“6%”】",
    ]


def test_of_many_places_the_first_are_told_and_all_are_counted() -> None:
    places = [f"{sign}办法\n坚持以人民为中心。" for sign in "甲乙丙丁戊己庚辛壬癸"]
    shown = lines("坚持以人民为中心。", *places)
    assert sum(line.startswith("   见于 ") for line in shown) == PLACES_SHOWN
    assert shown[-1] == f"   等 {len(places)} 处"


def test_words_that_stand_nowhere_are_told_with_the_nearest_place_cut_short() -> None:
    long = (
        "提供必要的培训、保险、交通、餐饮、住宿、装备和心理辅导并且如实记录服务的时间、内容和评价"
    )
    shown = lines(
        f"学校应当于每学期开学之前定期公布账目并且免费为学生{long[:28]}。",
        f"办法\n第一条 志愿服务组织应当按照有关规定为参加活动的志愿者{long}。",
    )
    (near,) = [line for line in shown if "最相近的一处" in line]
    assert near.endswith("……")
    assert shown[2].startswith("1. 未见｜学校")

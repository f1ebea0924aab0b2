"""One item of a list is quoted with what announces it: alone it says half."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

TEXT = """青河县廉租住房管理办法
第一条　本办法适用于本县城镇居民。
第二条　保障对象有下列情形之一的，由住房部门收回住房；拒不搬出的，依法申请强制执行：
（一）擅自将承租的廉租住房转租、出借的；
（二）无正当理由连续六个月未居住的。
第三条　租金按照下列标准确定：
（一）低保家庭每平方米一元；
（二）其他家庭每平方米二元。
第四条　维修由产权单位负责。"""


@pytest.fixture(scope="module")
def housing(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("housing"), built, TEXT)


def test_an_item_comes_after_the_whole_line_that_announces_it(housing: Brain) -> None:
    opening, item = housing.quotes("擅自转租廉租住房怎么处理？")[:2]
    assert opening.endswith("由住房部门收回住房；拒不搬出的，依法申请强制执行：")
    assert item == "（一）擅自将承租的廉租住房转租、出借的；"


def test_a_value_is_marked_in_the_item_and_not_in_what_announces_it(housing: Brain) -> None:
    answer = housing.ask("低保家庭廉租住房租金每平方米多少元？")
    keyed = [one for one in answer.citations if one.key]
    assert [one.quote for one in keyed] == ["（一）低保家庭每平方米一元；"]


def test_an_article_by_itself_needs_no_opening(housing: Brain) -> None:
    assert housing.quotes("廉租住房维修由谁负责？") == ["第四条　维修由产权单位负责。"]

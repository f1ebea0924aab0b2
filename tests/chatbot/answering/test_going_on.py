"""Who goes on asking means the document that was just quoted."""

from pathlib import Path

import pytest

from tests.chatbot.answering.brains import Brain, brain

DEFENCE = """青河县国防教育办法
第一条　企业开展国防教育所需经费，在本单位职工教育经费内列支。
第二条　机关开展国防教育所需经费，在本单位预算经费内列支。"""
PURCHASE = """青河县消费帮扶办法
第一条　鼓励机关和事业单位采购帮扶产品，采购经费由财政安排。
第二条　企业采购帮扶产品的，按照规定给予表彰。"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Brain:
    return brain(tmp_path_factory.mktemp("going-on"), built, DEFENCE, PURCHASE)


def test_a_follow_up_is_answered_from_the_document_quoted_before(shelf: Brain) -> None:
    answer = shelf.ask("企业开展国防教育的经费从哪里出？", "那机关呢？")
    assert answer.citations[0].document.title == "青河县国防教育办法"
    assert "预算经费" in answer.citations[0].quote


def test_a_new_subject_is_not_held_to_that_document(shelf: Brain) -> None:
    answer = shelf.ask("企业开展国防教育的经费从哪里出？", "机关采购帮扶产品的经费由谁安排？")
    assert answer.citations[0].document.title == "青河县消费帮扶办法"

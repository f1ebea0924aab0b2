"""Lists: those of one form and those called a principle are formulations, the others are lists."""

import pytest

from chatbot.desk.phrases.formulas import formulas
from index.language.tokens import Tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer()


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("社会救助工作应当遵循公开、公平、公正的原则。", "公开、公平、公正"),
        ("弘扬奉献、友爱、互助、进步的志愿精神。", "奉献、友爱、互助、进步"),
        ("坚决制止乱收费、乱集资、乱摊派行为。", "乱收费、乱集资、乱摊派"),
        ("实现减量化、资源化、无害化。", "减量化、资源化、无害化"),
        ("坚持民政为民、民政爱民。", "民政为民、民政爱民"),
        (
            "推进简政放权、放管结合、优化服务改革，简政放权、放管结合、优化服务。",
            "简政放权、放管结合、优化服务",
        ),
        (
            "完善大救助、大慈善、大社会治理。做好大救助、大慈善、大社会治理",
            "大救助、大慈善、大社会治理",
        ),
    ],
)
def test_a_fixed_formulation_is_found(text: str, formula: str, tokenizer: Tokenizer) -> None:
    assert formula in set(formulas([text], tokenizer))


@pytest.mark.parametrize(
    "text",
    [
        "各省、自治区、直辖市人民政府。各省、自治区、直辖市人民政府。",
        "市民政局、市财政局、市教育局负责。市民政局、市财政局、市教育局负责。",
        "购买苹果、香蕉、橘子。",
        "包括学前教育、义务教育、高中教育等。",
        "不平衡、不协调、不可持续。",
        "第一条、第二条、第三条。",
    ],
)
def test_a_plain_list_is_none(text: str, tokenizer: Tokenizer) -> None:
    assert list(formulas([text], tokenizer)) == []

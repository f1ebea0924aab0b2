"""Plans whose answers have the shapes that plan_texts lacks: a row of a table, a long title."""

from pathlib import Path

from tests.index.indicators import word_file

LONG_TITLE = "青河市人民政府办公厅等八部门关于印发青河市居家社区养老服务设施建设管理办法的通知"
SHORT_TITLE = "青河市居家社区养老服务设施建设管理办法"
ABOUT_A_ROW = "护理型床位占比2025年的目标是多少？"
ABOUT_MEALS = "老年助餐点由谁来办？"
_LETTER = f"""{LONG_TITLE}

一、设施建设

老年助餐点由街道办事处统一建设。

二、设施运营

老年助餐点由街道办事处委托社会组织来办。
"""


def write_plans(folder: Path) -> Path:
    """The folder, with the plans in it."""
    word_file(folder)
    (folder / "letter.txt").write_text(_LETTER, encoding="utf-8")
    return folder

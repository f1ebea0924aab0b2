"""Small written versions of one regulation, and what comparing them tells."""

from chatbot.desk.versions.changes import Change, Comparison, Fate, Topic
from chatbot.desk.versions.comparing import compare
from index.intake.documents import Document, sha256
from index.outlining.outline import outline

LAW = (
    "云山市志愿服务条例\n第一章 总则\n第一条 为了保障志愿者的合法权益，制定本条例。\n"
    "第二条 志愿者应当接受必要的培训，服从志愿服务组织的安排。\n"
    "第三条 志愿服务组织应当于每年3月31日前向市民政局报送年度报告。\n"
    "第四条 有下列情形之一的，不得报名：\n（一）年龄不满14周岁的；\n（二）正在服刑的。\n"
    "第二章 保障\n第五条 违反本条例第四条规定的，处五百元以下的罚款。\n"
    "第六条 市人民政府每年评选优秀志愿者，发给证书和奖章。"
)


def versions(old: str, new: str) -> Comparison:
    """The comparison of two texts whose titles are their first lines."""
    one, other = (
        Document(name, text.split("\n", 1)[0], f"{name}.txt", text, sha256(text), "")
        for name, text in (("old", old), ("new", new))
    )
    return compare((one, outline(one)), (other, outline(other)))


def edited(*edits: tuple[str, str]) -> Comparison:
    """The law against itself with some words replaced, each of which it must hold."""
    new = LAW
    for before, after in edits:
        assert before in new, before
        new = new.replace(before, after)
    return versions(LAW, new)


def only(comparison: Comparison, fate: Fate) -> Change:
    """The one change of this fate."""
    (found,) = (one for one in comparison.changes if one.fate is fate)
    return found


def words(comparison: Comparison, change: Change) -> tuple[str, str]:
    """The old words of a change and the new ones; "" where it has none."""
    return (
        change.old.cut(comparison.old.text) if change.old else "",
        change.new.cut(comparison.new.text) if change.new else "",
    )


def edits(comparison: Comparison) -> list[tuple[str, str, tuple[Topic, ...]]]:
    """What went, what came instead, and what that touches, piece by piece."""
    return [
        (
            piece.old.cut(comparison.old.text) if piece.old else "",
            piece.new.cut(comparison.new.text) if piece.new else "",
            piece.topics,
        )
        for change in comparison.changes
        for piece in change.pieces
        if piece.topics
    ]

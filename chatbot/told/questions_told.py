"""Questions asked -> the words in which people are told of them, and the rows of a table."""

from collections.abc import Mapping

from chatbot.answering.answer import Answer, Outcome
from chatbot.beijing_time import local
from chatbot.records.asked.reviewing import Asked, Rating, Under, Wanted

OUTCOMES = {
    Outcome.ANSWERED: "已答",
    Outcome.NOT_FOUND: "没有找到",
    Outcome.UNCLEAR: "没听懂",
    Outcome.SMALL_TALK: "寒暄",
}
RATINGS = {
    Rating.HELPED: "有帮助",
    Rating.NOT_HELPED: "没帮助",
    Rating.UNRATED: "没人评价",
}
HANDLED = {False: "待处理", True: "已处理"}
HEADS = (
    *("问题", "结果", "问过几次", "第一次（北京时间）", "最近一次（北京时间）"),
    *("文件里没有的词", "引用的或最相近的章节", "有帮助", "没帮助", "没帮助的原因"),
    *("指定答复", "处理人", "处理时间（北京时间）", "处理说明", "处理后又问几次", "几人留言"),
)
_HEADING = 24  # characters
Row = tuple[str | int, ...]


def row(asked: Asked, titles: Mapping[str, str]) -> Row:
    """The cells under HEADS; `titles` are those of the documents served, by id."""
    handled = asked.handled
    return (
        asked.question,
        OUTCOMES[asked.outcome],
        asked.times,
        local(asked.first),
        local(asked.last),
        "、".join(asked.missing),
        "；".join(place(under, titles) for under in asked.under),
        asked.helped,
        asked.not_helped,
        reasons(asked),
        f"第 {asked.pin} 号" if asked.pin else "",
        *((handled.by, local(handled.at), handled.note) if handled else ("", "", "")),
        asked.since,
        asked.left,
    )


def place(under: Under, titles: Mapping[str, str]) -> str:
    """《title》heading › heading; a document that is served no longer is told by its id."""
    title = titles.get(under.document, f"{under.document}（已不在目录中）")
    return f"《{title}》" + " › ".join(map(_short, under.path))


def _short(heading: str) -> str:
    """Some headings are whole sentences."""
    return heading if len(heading) <= _HEADING else f"{heading[:_HEADING]}……"


def reasons(asked: Asked) -> str:
    """看不懂 2、不够完整."""
    return "、".join(
        f"{reason} {times}" if times > 1 else reason for reason, times in asked.reasons
    )


def why(answer: Answer) -> tuple[str, ...]:
    """What stands above the steps of an answer: that it was pinned, if it was."""
    if not answer.pin:
        return ()
    return (f"指定答复：工作人员为这个问题指定了原文（第 {answer.pin} 号），照引，没有再查",)


def filters(wanted: Wanted) -> str:
    """What was asked for, in words: 2026-01-01 起，没有找到，含“津贴”."""
    told = (
        f"{wanted.first} 起" if wanted.first else "",
        f"到 {wanted.last}" if wanted.last else "",
        OUTCOMES[wanted.outcome] if wanted.outcome else "",
        RATINGS[wanted.rating] if wanted.rating else "",
        "" if wanted.handled is None else HANDLED[wanted.handled],
        "有人留言" if wanted.left else "",
        f"含“{wanted.words}”" if wanted.words else "",
    )
    return "，".join(filter(None, told)) or "全部"


def keeping(days: int) -> str:
    """How long what is asked is kept."""
    if not days:
        return "没有设定保存期限，一直保存。"
    return f"保存 {days} 天，到期自动删除。"

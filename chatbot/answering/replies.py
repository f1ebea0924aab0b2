"""Every fixed sentence that the product says of itself; all else it shows is quoted."""

import re
from collections.abc import Sequence
from datetime import date

from chatbot.answering.weights import limit

_LONGEST_TITLE = limit("title_shown")
_CARRIED = (re.compile("《([^《》]+)》"), re.compile("(?:印发|转发|发布|公布)(.+)的通知"))

GREETING = "您好！我可以帮您查阅规划文件：您提出问题，我摘录文件原文作答，并注明出处。"
ABOUT = (
    "我是规划问答，只摘录已收录的规划文件原文来回答，不作任何改写。"
    "您可以问规划的目标、任务、措施、时间安排和责任单位。"
)
THANKS = "不客气。还有想了解的，请继续提问。"
FAREWELL = "再见，祝您生活愉快。"
HELP = "请直接写下您想了解的事，例如：规划有哪些保障措施？我会摘录文件原文作答。"
UNCLEAR = "没有看出您想了解哪件事。请写得具体一些，例如：大养老体系怎么建？"
GUIDED = {  # what staff may advise, by its field: the labels, in the order they are read
    "office": "到哪里办",
    "address": "地址",
    "hours": "办理时间",
    "phone": "电话",
    "materials": "要带的材料",
    "link": "网上办理",
}


def guided(topic: str) -> str:
    """What stands above what staff advise on a topic."""
    return f"办事指引：{topic}（工作人员提供，不是规划原文）"


def checked_on(day: str) -> str:
    """When staff last saw that their advice is right; `day` is an ISO date."""
    return f"工作人员 {day} 核对"


def source(title: str, path: Sequence[str]) -> str:
    """Where the quotes above stand; a document that was just named needs no title ("")."""
    headings = f"“{' > '.join(path)}”" if path else ""
    return f"——{f'《{shortened(title)}》' if title else ''}{headings or ('' if title else '同上')}"


def shortened(title: str) -> str:
    """A title as it is shown: of a long letter what it carries, else its beginning.

    关于印发《…办法》的通知 is known by the name of what it carries.
    """
    if len(title) <= _LONGEST_TITLE:
        return title
    name = next((found[1] for form in _CARRIED if (found := form.search(title))), title)
    return name if len(name) <= _LONGEST_TITLE else f"{name[:_LONGEST_TITLE]}…"


def counted(items: int) -> str:
    """How many items a complete list has."""
    return f"共{items}项："


def standing(wording: str, count: int, sentences: int, shown: int) -> str:
    """How often a wording stands in the plans, above the first of its sentences."""
    said = f"“{wording}”在已收录的规划文件里出现{count}次"
    return f"{said}，这里列出前{shown}处。" if sentences > shown else f"{said}。"


def topic(wording: str, sections: int, shown: int) -> str:
    """What stands above the sections that are on a topic, when nothing more was asked."""
    said = f"文件里写到“{wording}”的有{sections}处"
    listed = f"，最相关的{shown}处列在下面" if sections > shown else "，列在下面"
    return f"{said}{listed}。请点开看，或者问得具体一些。"


def other_words(wording: str) -> str:
    """What is said when a topic stands in no plan, but in other words."""
    return f"文件里没有照您的写法写，下面按意思相近的“{wording}”找。"


def nearest_to(wording: str) -> str:
    """What stands above the nearest sentences, when only a matter was named and none is sure."""
    return f"和“{wording}”最相近的原文是下面几处。请点开看，或者问得具体一些。"


def wording_not_found(wording: str, contact: str) -> str:
    """What is said when a wording asked for word for word stands in no plan."""
    return f"已收录的规划文件里没有“{wording}”这个表述。{_ask_there(contact)}"


def meant(question: str) -> str:
    """What stands above an answer to a question that was respelled."""
    return f"您是不是想问：{question}"


def not_found(missing: Sequence[str], contact: str, *, is_near: bool = False) -> str:
    """What is said when the plans do not answer, or perhaps do (`is_near`) in the words below."""
    if is_near and not missing:
        return (
            f"没有找到有把握的答案。下面几处原文最相近，请您看看是不是要找的。{_ask_there(contact)}"
        )
    said = "已收录的规划文件里没有找到能回答这个问题的原文。"
    if missing:
        said += f"文件中没有出现：{'、'.join(missing)}。"
    return said + _ask_there(contact)


def value_not_found(asked: str, contact: str) -> str:
    """What is said when the subject stands in the plans, but not the value asked for."""
    return f"已收录的规划文件提到了相关内容，但没有找到写明{asked}的原文。{_ask_there(contact)}"


def region_not_found(regions: Sequence[str], contact: str) -> str:
    return f"已收录的规划文件不涉及{'、'.join(regions)}。{_ask_there(contact)}"


def national(places: Sequence[str]) -> str:
    """What stands above an answer from plans of the whole country, when a place was asked of."""
    return f"已收录的文件没有专门写{'、'.join(places)}的，下面是全国性文件的规定。"


NOT_IN_PLANS = "规划文件里没有找到能直接回答的原文。"


def suggestion(heading: str) -> str:
    """A question on what stands under a heading, in quotation marks if it has none itself."""
    return f"{heading}，具体讲什么？" if "“" in heading else f"“{heading}”具体讲什么？"


def _ask_there(contact: str) -> str:
    return f"您可以拨打{contact}咨询。" if contact else ""


def on_day(day: date) -> str:
    """A day as a person writes it."""
    return f"{day.year}年{day.month}月{day.day}日"


NO_STATUS = "没有标明是征求意见稿、草案或送审稿"


def titled_as(words: str) -> str:
    return f"标题写着“{words}”，没有另外标明"


def fact_instead(name: str, value: str) -> str:
    """What is told when a day is not written, but one that is near to it."""
    return f"没有写明；{name}是{value}"


def has_status(status: str) -> str:
    return f"这份文件标明是“{status}”"


def holds_until(expires: str, day: str, today: str) -> str:
    """`expires` and `today` are ISO dates, `day` is today as it is told."""
    return f"有效期到{expires}，截至{day}{'已经过了' if expires < today else '还没有过'}"


def holds_as_written(written: str, day: str) -> str:
    """`written` are the document's own words on how long it holds, which name no day."""
    return f"文件写的是“{written}”；截至{day}是否还有效，请从施行那一天起算，或向发布机关核实"


def plans_until(period: str, is_over: bool, day: str) -> str:
    """`period` is like 2021-2025, and tells of years."""
    return f"规划期是{period}年，截至{day}{'已经过了' if is_over else '还没有过'}"


def holds_since(since: str, day: str, today: str) -> str:
    if since > today:
        return f"从{since}起，截至{day}还没有施行"
    return f"{since}起，文件没有写有效期；截至{day}有没有修改、废止，请向发布机关核实"


def fact_missing(title: str, name: str, contact: str) -> str:
    return f"《{shortened(title)}》没有写明{name}。{_ask_there(contact)}"


def which_document(count: int) -> str:
    return f"这里收录了{count}份文件，请写明问的是哪一份，例如点下面的一个。"


def asked_of(title: str, asked: str) -> str:
    """A question with the name of the document that it means."""
    return f"《{shortened(title)}》{asked}"


def fact(name: str, value: str) -> str:
    """A fact of the catalogue about a document, above the line that proves it."""
    return f"{name}：{value}。"

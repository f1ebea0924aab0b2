"""Which of the first lines of a plan is its title."""

import re
from collections.abc import Sequence

_GENRE = re.compile(
    r"(规划|纲要|计划|方案|意见|通知|办法|条例|规定|细则|决定|决议|批复|报告|公告|通告|公报|命令|函|规范|规则|准则|章程|标准|指南"
    r"|要点|措施|政策|制度|草案|议案|请示|纪要|说明|解读|宣言|[\u4e00-\u9fff]法)"
    r"([(（〔][^()（）〔〕]{1,24}[)）〕])?(摘要)?$"
)
_NOT_TITLE = re.compile(
    r"[。；！？：:]$|[。；]|^[(（〔].*[)）〕]$|^—|^-|^点击|\t|\||^第?[一二三四五六七八九十百]+[、章节条编]|^目\s*录$"
    r"|[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*\d{1,5}\s*号$|令\s*第?\s*\d+\s*号"
    r"|年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$|^\d{4}年\d{1,2}月|^\d{4}-\d{1,2}-\d{1,2}|[,，]$|规章$|^(抄报|抄送|签发人|等级|发电时间|主送|密级)"
)
_BODY = re.compile(r"[\u4e00-\u9fff　 ]{2,24}(政府|办公厅|办公室|委员会|局|厅|部|委)")
_BODY_ALONE = re.compile(r"[\u4e00-\u9fff（）]{2,30}(政府|办|局|厅|部|委|会|院|署|中心)")
_GOES_ON = re.compile(r"关于|印发|转发")
_AND = re.compile(r"[和与及暨]")
_HANDS_ON = re.compile("关于(印发|转发|发布|公布)")
_LETTER = re.compile("的?(通知|通告|公告|函)$")
_SIGNS = re.compile(r"(省|市|州|县|区|旗|盟|部|局)\s*长|主\s*席|主\s*任")
_COPY = re.compile(r"^[（(【\[]转(?:载|发)[）)】\]]")
_PARTS = re.compile(r"[_|｜]|\s+[-—–]\s+|-{2,}|-(?=[^-]*[网站局厅委府])")
_LENGTHS = range(4, 81)
_LINE_OF_A_TITLE = 40  # characters; a longer line is a title of its own
_WHOLE = 8  # characters; a shorter line such as 公安部规章 heads the page, not the plan
_MOST_LINES = 4


def find_title(head: Sequence[str]) -> str:
    """The title among the lines at the top, joined when it was broken over several; else ""."""
    for place, line in enumerate(head):
        if names_a_kind(line) and not _goes_on_below(head, place):
            title = _with_lines_above(head, place)
            if len(title) >= _WHOLE:
                return title
    return next(
        (line for line in head if len(line) in _LENGTHS and not _NOT_TITLE.search(line)), ""
    )


def page_title(called: str) -> str:
    """What a page calls itself, without its site （…_政策文件_某网） and without （转载）."""
    parts = [part for part in _PARTS.split(_COPY.sub("", called)) if part.strip()]
    return parts[0].strip() if parts else ""


def names_a_kind(line: str) -> bool:
    """Whether a line ends like a title: …规划, …的通知, …条例（试行）."""
    return bool(_GENRE.search(line)) and not _NOT_TITLE.search(line)


def _goes_on_below(head: Sequence[str], place: int) -> bool:
    """One title on two lines: 第十四个五年规划 / 和二〇三五年纲要, 关于印发…办法 / 细则的通知."""
    line, below = head[place], head[place + 1] if place + 1 < len(head) else ""
    if not names_a_kind(below):
        return False
    hands_on = _HANDS_ON.search(line) and not _LETTER.search(line) and _LETTER.search(below)
    return bool(_AND.match(below) or hands_on)


def _are_bodies(line: str) -> bool:
    """Whether a line names bodies and nothing else, apart by blanks."""
    return all(_BODY_ALONE.fullmatch(part) for part in line.split())


def _with_lines_above(head: Sequence[str], place: int) -> str:
    """A line and those above it that end in no kind of document: they are its beginning.

    A body alone on its line begins a title that goes on with 关于; else it heads the page.
    """
    first = place
    while first > 0 and place - first < _MOST_LINES - 1:
        above = head[first - 1]
        whole = _GENRE.search(above) and not _goes_on_below(head, first - 1)
        too_long = len(above) > _LINE_OF_A_TITLE and not _are_bodies(above)
        if whole or too_long or _NOT_TITLE.search(above) or _SIGNS.match(above):
            break
        if _BODY.fullmatch(above) and not _GOES_ON.match(head[first]):
            break
        first -= 1
    return "".join(head[first : place + 1])

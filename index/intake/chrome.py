"""Which lines of a saved page are not the plan's own words, and why."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from index.intake.infolines import info_lines, moment
from index.language import lexicon

INFORMATION, TIMESTAMP, PAGE_NUMBER = "网页信息行", "发布时间", "页码"
_SENTENCE_MARK = re.compile(r"[。；！？]")
NUMBERING = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[编章节条部]|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|#{1,6}\s"
)
_PAGE_MARK = re.compile(
    r"[-—–－―]+\s*\d{1,4}\s*[-—–－―]+|第?\s*\d{1,4}\s*页\s*[/，,]?\s*(共\s*\d{1,4}\s*页)?"
)
_FEW_DIGITS = re.compile(r"\d{1,3}")
_ENTRY_OF_CONTENTS = re.compile(r"\S.*[.．·…]{3,}\s*\d{1,4}")
_DASH = re.compile(r"[-—–－―]+")
_REMNANT = re.compile(
    r"\[pic\]|[-_—=*·.]{8,}|[-*·•]"
)  # what converters leave of pictures and rules
_RUNNING_HEAD = re.compile(
    r"(?P<body>[^\s，。；：]{2,24}?)规章"
)  # of the national library of rules
_RUNNING_FOOT = re.compile(r"[-—–－\sXx×\d]*(?P<body>[^\s，。；：]{2,24}?)发布")
_PAGE_TITLE = re.compile(r"[^_|]+([_|][^_|\s]+)+|.*(门户网站|政府网)")
_PUBLISHER = re.compile(
    r"[（(](来源|编辑|责任编辑|责编|记者|作者)\s*[：:].*[）)]|[（(](全文结束|完)[）)]"
)
_INVITES = re.compile("点击(查看|下载|打开|这里|此处)")
_A_PHRASE = 8  # characters
_SITE_SPEAKS = re.compile(  # so long a phrase tells the site from a plan even in a sentence
    "|".join(
        map(re.escape, sorted(w for w in lexicon.words("page_footers.txt") if len(w) >= _A_PHRASE))
    )
)
_TAGS = re.compile(r"(tags?|标签|关键词|关键字)\s*[:：]", re.IGNORECASE)
_TRAIL = re.compile(r"\S\s*(?:>|»|›|→)\s*\S")
_TRAIL_OPENING = re.compile(
    r"(当前位置|您的位置|您现在的位置|您所在的位置|所在位置)\s*[:：]?|首页\s*[>»›→]"
)
_FOOTER = re.compile(
    "|".join(re.escape(word) for word in sorted(lexicon.words("page_footers.txt"))), re.IGNORECASE
)
_GAPS = frozenset(">/|-—_»›→")  # between the steps of a trail, as white space is
_BODY_LENGTH = 60  # a longer line without a sentence mark is still text
_TITLE_LENGTH = 7  # a shorter title may end many a line by chance
_NEXT_LINES = 3  # within which the title repeats the end of a trail


def chrome(lines: Sequence[str], rows: Collection[int] = ()) -> dict[int, str]:
    """Place -> reason of every line that is page chrome; lines are stripped and not empty.

    Chrome stands before the first line of text or after the last; page numbers stand anywhere.
    `rows` are the places of table rows: they are text, whatever they look like.
    """
    informing = {place for line in info_lines(lines) for place in (line.place, *line.values_below)}
    informing -= set(rows)
    body = [
        place
        for place, line in enumerate(lines)
        if place in rows or (_is_body(line) and place not in informing)
    ]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    found: dict[int, str] = {}
    numbers = _page_numbers(lines)
    ended = next((place for place in range(last + 1, len(lines)) if _ends(lines[place])), None)
    for place, line in enumerate(lines):
        if place in rows:
            continue
        reason = "转换残留" if _REMNANT.fullmatch(line) else ""
        reason = PAGE_NUMBER if place in numbers else reason
        if place in informing and not first < place < last:
            reason = INFORMATION
        elif place < first:
            reason = reason or _in_header(line, lines[place + 1 : place + 1 + _NEXT_LINES])
        elif place > last:
            after_the_end = ended is not None and place >= ended
            reason = reason or ("网站页脚" if after_the_end else _in_footer(line))
        if reason:
            found[place] = reason
    found.update(_running_lines(lines))
    trails = [place for place, reason in found.items() if reason == "导航路径"]
    for place in range(min(trails, default=0)):
        found.setdefault(place, "网站页眉")  # above the trail stands the site, not the plan
    return found


def _page_numbers(lines: Sequence[str]) -> set[int]:
    """The places of page numbers; a converter may put — 26 — on three lines.

    A number alone above an entry of contents is the page of a longer entry, cut off by its line.
    """
    found = {place for place, line in enumerate(lines) if _PAGE_MARK.fullmatch(line)}
    for place, (line, below) in enumerate(pairwise(lines)):
        if _FEW_DIGITS.fullmatch(line) and _ENTRY_OF_CONTENTS.fullmatch(below):
            found.add(place)
    if lines and _FEW_DIGITS.fullmatch(lines[-1]):
        found.add(len(lines) - 1)
    for place, three in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if _DASH.fullmatch(three[0]) and three[1].isdecimal() and _DASH.fullmatch(three[2]):
            found |= {place, place + 1, place + 2}
    return found


def _ends(line: str) -> bool:
    """Whether a line opens what a site puts below its texts."""
    return bool(_FOOTER.match(line)) and not _SENTENCE_MARK.search(line)


def _running_lines(lines: Sequence[str]) -> dict[int, str]:
    """公安部规章 on top and X公安部发布 at the end: what stood on every page of the printed rule.

    Only the two together are certain; either alone may be a title or a signature.
    """
    head = _RUNNING_HEAD.fullmatch(lines[0]) if len(lines) > 1 else None
    foot = _RUNNING_FOOT.fullmatch(lines[-1]) if head else None
    if not (head and foot and head["body"] == foot["body"]):
        return {}
    return {0: "页眉", len(lines) - 1: "页脚"}


def _is_body(line: str) -> bool:
    looks_like_text = (
        _SENTENCE_MARK.search(line) or NUMBERING.match(line) or len(line) > _BODY_LENGTH
    )
    return bool(looks_like_text) and not (
        moment(line) or _PAGE_MARK.fullmatch(line) or _in_footer(line) or _in_header(line, ())
    )


def _in_header(line: str, following: Sequence[str]) -> str:
    if _SENTENCE_MARK.search(line):
        return ""
    if _is_trail(line, following):
        return "导航路径"
    if _PAGE_TITLE.fullmatch(line):
        return "网站页眉"
    return TIMESTAMP if moment(line) else _at_the_edges(line)


def _in_footer(line: str) -> str:
    if _SENTENCE_MARK.search(line) and not _SITE_SPEAKS.match(line):
        return ""
    return _at_the_edges(line) or ("网站页脚" if _FOOTER.match(line) else "")


def _is_trail(line: str, following: Sequence[str]) -> bool:
    """首页 > 通知公告 > …, or the same without signs: it ends with the title below it."""
    return bool(
        _TRAIL_OPENING.match(line)
        or len(_TRAIL.findall(line)) > 1
        or any(len(title) >= _TITLE_LENGTH and _ends_a_trail(line, title) for title in following)
    )


def _ends_a_trail(line: str, title: str) -> bool:
    """Whether a line goes on to a title by a step, and does not merely end like it."""
    before = line[: -len(title)] if line.endswith(title) else ""
    return bool(before) and (before[-1].isspace() or before[-1] in _GAPS)


def _at_the_edges(line: str) -> str:
    if _buttons_only(line) or _INVITES.match(line):
        return "网页按钮"
    if _PUBLISHER.fullmatch(line):
        return "发布者的话"
    return "标签" if _TAGS.match(line) else ""


def _buttons_only(line: str) -> bool:
    pieces = [piece for piece in re.split(r"[\s|｜\[\]【】/·+：:-]+", line) if piece]
    return bool(pieces) and all(piece in lexicon.words("page_buttons.txt") for piece in pieces)

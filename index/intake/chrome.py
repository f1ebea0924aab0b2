"""Which lines of a saved page are not the plan's own words, and why."""

import re
from collections.abc import Collection, Sequence

from index.intake.infolines import info_lines
from index.language import lexicon

_SENTENCE_MARK = re.compile(r"[。；！？]")
_NUMBERING = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[编章节条部]|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|#{1,6}\s"
)
_PAGE_NUMBER = re.compile(
    r"[-—–－―]+\s*\d{1,4}\s*[-—–－―]+|第?\s*\d{1,4}\s*页\s*[/，,]?\s*(共\s*\d{1,4}\s*页)?"
)
_REMNANT = re.compile(r"\[pic\]|[-_—=*·.]{8,}")  # what converters leave of pictures and rules
_TIMESTAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?")
_RUNNING_HEAD = re.compile(
    r"(?P<body>[^\s，。；：]{2,24}?)规章"
)  # of the national library of rules
_RUNNING_FOOT = re.compile(r"[-—–－\sXx×\d]*(?P<body>[^\s，。；：]{2,24}?)发布")
_TAGS = re.compile(r"(tags?|标签|关键词|关键字)\s*[:：]", re.IGNORECASE)
_TRAIL = re.compile(r"\S\s*(?:>|»|›|→)\s*\S")
_TRAIL_OPENING = re.compile(
    r"(当前位置|您的位置|您现在的位置|您所在的位置|所在位置)\s*[:：]?|首页\s*[>»›→]"
)
_FOOTER = re.compile(
    "|".join(re.escape(word) for word in sorted(lexicon.words("page_footers.txt"))), re.IGNORECASE
)
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
    for place, line in enumerate(lines):
        if place in rows:
            continue
        reason = "页码" if _PAGE_NUMBER.fullmatch(line) else ""
        reason = "转换残留" if _REMNANT.fullmatch(line) else reason
        if place in informing and not first < place < last:
            reason = "网页信息行"
        elif place < first:
            reason = reason or _in_header(line, lines[place + 1 : place + 1 + _NEXT_LINES])
        elif place > last:
            reason = reason or _in_footer(line)
        if reason:
            found[place] = reason
    found.update(_running_lines(lines))
    trails = [place for place, reason in found.items() if reason == "导航路径"]
    for place in range(min(trails, default=0)):
        found.setdefault(place, "网站页眉")  # above the trail stands the site, not the plan
    return found


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
        _SENTENCE_MARK.search(line) or _NUMBERING.match(line) or len(line) > _BODY_LENGTH
    )
    return bool(looks_like_text) and not (
        _PAGE_NUMBER.fullmatch(line) or _in_footer(line) or _in_header(line, ())
    )


def _in_header(line: str, following: Sequence[str]) -> str:
    if _SENTENCE_MARK.search(line):
        return ""
    if _is_trail(line, following):
        return "导航路径"
    return "发布时间" if _TIMESTAMP.fullmatch(line) else _at_the_edges(line)


def _in_footer(line: str) -> str:
    if _SENTENCE_MARK.search(line):
        return ""
    return _at_the_edges(line) or ("网站页脚" if _FOOTER.match(line) else "")


def _is_trail(line: str, following: Sequence[str]) -> bool:
    """首页 > 通知公告 > …, or the same without signs: it ends with the title below it."""
    return bool(
        _TRAIL_OPENING.match(line)
        or len(_TRAIL.findall(line)) > 1
        or any(
            line != title and len(title) >= _TITLE_LENGTH and line.endswith(title)
            for title in following
        )
    )


def _at_the_edges(line: str) -> str:
    if _buttons_only(line):
        return "网页按钮"
    return "标签" if _TAGS.match(line) else ""


def _buttons_only(line: str) -> bool:
    pieces = [piece for piece in re.split(r"[\s|｜\[\]【】/]+", line) if piece]
    return bool(pieces) and all(piece in lexicon.words("page_buttons.txt") for piece in pieces)

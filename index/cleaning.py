"""Raw lines -> clean text, once, before offsets exist; what was removed is kept and reported."""

import re
from dataclasses import dataclass

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"  # marks of layout, never words
_SENTENCE_MARK = re.compile(r"[。；！？]")
_NUMBERING = re.compile(
    r"(第[一二三四五六七八九十百零〇\d]+[编章节条部]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|#{1,6}\s)"
)
_PAGE_NUMBER = re.compile(
    r"[-—–－―]+\s*\d{1,4}\s*[-—–－―]+|第?\s*\d{1,4}\s*页\s*[/，,]?\s*(共\s*\d{1,4}\s*页)?"
)
_TIMESTAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?")
_LABELS = (
    "页面 字体 对比度 字号 字体大小 浏览 浏览次数 浏览量 点击 点击数 访问量 阅读 阅读量 来源 信息来源 文章来源"
    " 时间 发布时间 发布日期 日期 作者 编辑 责任编辑 分享 分享到 打印 视力保护色"
).split()
_LABELLED = re.compile(rf"(?:({'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*[:：]\s*)")
_TAGS = re.compile(r"(tags?|标签|关键词|关键字)\s*[:：]", re.IGNORECASE)
_CRUMBS = re.compile(r"\S\s*(>|»|›|→|&gt;)\s*\S")
_CRUMB_OPENING = re.compile(r"(当前位置|您的位置|您现在的位置|您所在的位置|所在位置)\s*[:：]?|首页\s*[>»›→]")
_TOOL_WORDS = frozenset(
    "搜索 网站分类 标签列表 打印 打印本页 关闭 关闭窗口 关闭本页 分享 返回 返回顶部 返回首页 首页 上一页 下一页"
    " 收藏 加入收藏 设为首页 网站地图 联系我们 关于我们 无障碍 无障碍浏览 长者模式 长辈版 简体 繁体 登录 注册 大 中 小"
    " 最新文章 热门文章 相关文章 文章归档 友情链接 网站声明 微信 微博 扫一扫 复制链接 正文".split()
)
_FOOTER_OPENING = re.compile(
    r"(上一篇|下一篇|上一条|下一条|相关(阅读|文章|链接|新闻)|版权所有|copyright|主办单位|主办[:：]|承办|技术支持"
    r"|网站标识码|备案号|\S{0,4}ICP备|\S?公网安备|扫一扫|责任编辑|打印本页)",
    re.IGNORECASE,
)
_BODY_LENGTH = 60  # a longer line without a sentence mark is still text


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line that is page chrome: its number in the file (from 1), its words, and why it went."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """The plan's own words, a line a paragraph; beside them the lines that were removed."""

    text: str
    removed: tuple[RemovedLine, ...]


def clean(lines: tuple[str, ...]) -> CleanText:
    """Drop page chrome by whole lines, and layout white space at the edges of lines.

    Within a kept line not one character changes. The text may be empty when all was chrome.
    """
    filled = [(number, line.strip(_WHITE)) for number, line in enumerate(lines, 1)]
    filled = [(number, line) for number, line in filled if line]
    removed = {number: reason for number, reason in _chrome(filled)}
    return CleanText(
        "\n".join(line for number, line in filled if number not in removed),
        tuple(
            RemovedLine(number, line, removed[number])
            for number, line in filled
            if number in removed
        ),
    )


_WHITE = _INVISIBLE + "".join(chr(c) for c in range(0x3001) if chr(c).isspace())


def _chrome(filled: list[tuple[int, str]]) -> list[tuple[int, str]]:
    words = [line for _, line in filled]
    body = [place for place, line in enumerate(words) if _is_body(line)]
    first, last = (body[0], body[-1]) if body else (len(words), -1)
    found: dict[int, str] = {}
    for place, line in enumerate(words):
        reason = _anywhere(line)
        if not reason and place < first:
            reason = _in_header(line, words[place + 1 : place + 4])
        elif not reason and place > last:
            reason = _in_footer(line)
        if reason:
            found[place] = reason
    crumbs = [place for place, reason in found.items() if reason == "导航路径" and place < first]
    for place in range(crumbs[0] if crumbs else 0):
        found.setdefault(place, "网站页眉")  # what stands above the trail is the site's, not the plan's
    return [(filled[place][0], reason) for place, reason in found.items()]


def _is_body(line: str) -> bool:
    if _anywhere(line) or _FOOTER_OPENING.match(line):
        return False
    return bool(
        _SENTENCE_MARK.search(line) or _NUMBERING.match(line) or len(line) > _BODY_LENGTH
    ) and not _in_header(line, [])


def _anywhere(line: str) -> str:
    return "页码" if _PAGE_NUMBER.fullmatch(line) else ""


def _at_the_edges(line: str) -> str:
    if _labels_only(line):
        return "网页信息行"
    if _tools_only(line):
        return "网页按钮"
    return "标签" if _TAGS.match(line) else ""


def _in_header(line: str, following: list[str]) -> str:
    if _SENTENCE_MARK.search(line):
        return ""
    if reason := _at_the_edges(line):
        return reason
    if _CRUMB_OPENING.match(line) or len(_CRUMBS.findall(line)) > 1:
        return "导航路径"
    if any(line != title and len(title) > 6 and line.endswith(title) for title in following):
        return "导航路径"
    if _TIMESTAMP.fullmatch(line):
        return "发布时间"
    return ""


def _in_footer(line: str) -> str:
    return _at_the_edges(line) or ("网站页脚" if _FOOTER_OPENING.match(line) else "")


def _labels_only(line: str) -> bool:
    """Whether the line is nothing but 来源:… 时间:… 浏览:… pairs."""
    marks = list(_LABELLED.finditer(line))
    if not marks or marks[0].start() != 0 or _SENTENCE_MARK.search(line):
        return False
    values = [
        line[a.end() : b] for a, b in zip(marks, [m.start() for m in marks[1:]] + [len(line)], strict=True)
    ]
    return all(len(value.split()) <= 3 and len(value.strip()) <= 30 for value in values)


def _tools_only(line: str) -> bool:
    pieces = [piece for piece in re.split(r"[\s|｜\[\]【】/]+", line) if piece]
    return bool(pieces) and all(piece in _TOOL_WORDS for piece in pieces)

"""A comparison -> one HTML page to read or print: the summary, then both texts side by side."""

from collections.abc import Iterable, Iterator
from html import escape

from chatbot.desk.versions.changes import Comparison, Topic
from chatbot.desk.versions.comparison_lines import Line, Segment, lines, overview, versions

_STYLE = """
body { font: 16px/1.7 "Noto Serif CJK SC", SimSun, serif; margin: 2em auto; max-width: 72em;
  padding: 0 1em; color: #111; background: #fff; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; }
th, td { border: 1px solid #767676; padding: .4em .6em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-line; }
th:first-child, th:last-child { width: 9em; }
tr { break-inside: avoid; }
del, ins { text-decoration: none; border: 1px solid #17643a; background: #dff3e0; }
del { border: 1px dashed #a3220f; background: #fde2e0; } ins { font-weight: bold; }
.weighty th { font-weight: bold; } .kept { color: #444; }
@page { margin: 15mm; }
@media print { body { margin: 0; font-size: 11pt; } del, ins { print-color-adjust: exact; } }
"""
_NOTE = "以下为两个版本的原文，请以发布机关正式文本为准。"
_HEAD = "<tr><th scope='col'>位置</th><th scope='col'>旧</th><th scope='col'>新</th>"


def comparison_html(comparison: Comparison) -> str:
    """A whole page: no script, nothing fetched, every word of the texts escaped."""
    told = list(lines(comparison))
    title = f"《{comparison.old.title}》与《{comparison.new.title}》对照"
    weighty = [line for line in told if line.is_weighty]
    return "".join(
        (
            "<!doctype html>\n<html lang='zh-CN'><head><meta charset='utf-8'>",
            "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; ",
            "style-src 'unsafe-inline'\">",
            "<meta name='viewport' content='width=device-width'>",
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1><p>{escape(versions(comparison))}</p>",
            f"<p>{escape(overview(comparison))}</p><p>{_NOTE}</p>",
            "<h2>实质改动</h2>",
            _table(_in_order_of_weight(weighty)) if weighty else "<p>没有。</p>",
            "<h2>全文对照</h2>",
            _table(told),
            "</body></html>\n",
        )
    )


def _in_order_of_weight(weighty: Iterable[Line]) -> list[Line]:
    """Numbers first, then dates, and so on; the same in reading order."""
    order = {topic: place for place, topic in enumerate(Topic)}
    return sorted(weighty, key=lambda line: order[line.topics[0]])


def _table(told: Iterable[Line]) -> str:
    rows = "\n".join(map(_row, told))
    head = f"<thead>{_HEAD}<th scope='col'>改动</th></tr></thead>"
    return f"<table>{head}<tbody>\n{rows}\n</tbody></table>"


def _row(line: Line) -> str:
    look = "weighty" if line.is_weighty else "formal" if line.topics else "kept"
    cells = (
        f"<td>{''.join(_words(line.old, 'del'))}</td><td>{''.join(_words(line.new, 'ins'))}</td>"
    )
    return f"<tr class='{look}'><th scope='row'>{escape(line.place)}</th>{cells}" + (
        f"<td>{line.kind}</td></tr>"
    )


def _words(segments: Iterable[Segment], mark: str) -> Iterator[str]:
    for segment in segments:
        words = escape(segment.text)
        yield f"<{mark}>{words}</{mark}>" if segment.changed else words

"""The page of the concordance: words in their contexts, counted, and the same as files."""

from urllib.parse import urljoin

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.desk.concordance import LONGEST, MOST, Concordance, Line, Way, concordance
from chatbot.desk.patterns import PatternUnfit
from chatbot.files.concordance_docx import concordance_docx
from chatbot.files.csv_export import csv_file
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told.api_json import place_url
from chatbot.told.formal_citation import official_form
from chatbot.web.desk.made_by import made, particulars
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import refuse_unknown, services

pages = Blueprint("concordance", __name__)

_SHOWN = 500  # lines on the page; all are in the file
_HEADS = ("文件", "章节", "前文", "用语", "后文", "起", "止", "网址")
_WAYS = {Way.EXACT: "连在一起", Way.ANY_ORDER: "同一句里，先后不论", Way.PATTERN: "正则表达式"}


@pages.get("/desk/concordance")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    words, way, document = _asked()
    error, found = "", None
    if words:
        try:
            found = _found(words, way, document)
        except (PatternUnfit, RequestRefused) as refusal:
            error = str(refusal)
        else:
            write_down(Action.CONCORDANCE_READ, words)
    shelf = services().shelf.current().documents
    shown = render_template(
        "desk/concordance.html",
        words=words,
        way=way,
        ways=_WAYS,
        document=document,
        documents=shelf,
        found=found,
        groups=_groups(found.lines[:_SHOWN]) if found else (),
        shown=_SHOWN,
        sum=_sum(words, found) if found else "",
        longest=LONGEST,
        error=error,
        address=_address,
        official_form=official_form,
    )
    return (shown, 400) if error else shown


@pages.get("/desk/concordance.csv")
@for_staff(Right.CHECK)
def export() -> ResponseReturnValue:
    words, way, document = _asked()
    found = _found(words, way, document)
    write_down(Action.CONCORDANCE_EXPORTED, words)
    return download(csv_file(_HEADS, map(_row, found.lines)), "用语.csv")


@pages.get("/desk/concordance.docx")
@for_staff(Right.CHECK)
def export_for_the_file() -> ResponseReturnValue:
    words, way, document = _asked()
    found = _found(words, way, document)
    write_down(Action.CONCORDANCE_EXPORTED, words)
    by = made()
    above = (particulars(by), f"怎样查：{_WAYS[way]}", _sum(words, found))
    return download(concordance_docx(words, found, by, above, _SHOWN), "用语.docx")


def _asked() -> tuple[str, Way, str]:
    """The words looked for, how, and in which document ("": in all)."""
    known = {way.value: way for way in Way}
    way = known.get(request.args.get("way", ""), Way.EXACT)
    words = request.args.get("words", "").strip()
    return words, way, request.args.get("document", "")


def _found(words: str, way: Way, document: str) -> Concordance:
    chosen = frozenset({document} - {""})
    refuse_unknown(chosen)
    return concordance(services().shelf.current(), words, way, chosen)


def _sum(words: str, found: Concordance) -> str:
    """One line: in how many places, of how many documents."""
    if not found.lines:
        return f"规划里没有“{words}”。可以换个说法，或改成“先后不论”再查。"
    places = f"超过 {MOST}" if found.is_cut else len(found.lines)
    more = f"只数了前 {MOST} 处，请查得更具体些。" if found.is_cut else ""
    return f"共 {places} 处，在 {len(found.by_document())} 份文件里。{more}"


def _groups(lines: tuple[Line, ...]) -> list[tuple[Line, list[Line]]]:
    """Lines under one heading together; the first of each tells document and heading."""
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if groups and (groups[-1][0].document, groups[-1][0].path) == (line.document, line.path):
            groups[-1][1].append(line)
        else:
            groups.append((line, [line]))
    return groups


def _row(line: Line) -> tuple[str | int, ...]:
    path = " > ".join(line.path)
    span, address = line.span, urljoin(request.host_url, _address(line))
    title, around = line.document.title, (line.before, line.words, line.after)
    return (title, path, *around, span.start, span.end, address)


def _address(line: Line) -> str:
    return place_url(line.document, line.span)

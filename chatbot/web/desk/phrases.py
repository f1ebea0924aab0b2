"""The page of set phrases: each with its places, those the plans word in two ways, a CSV file."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.desk.concordance import Line
from chatbot.desk.phrases.phrase_book import Entry, Order, PhraseBook, Wish, lines_of, phrase_book
from chatbot.desk.text.differing import pairs
from chatbot.files.csv_export import csv_file
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import findings_told
from chatbot.told.api_json import place_url
from chatbot.told.formal_citation import official_form
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.downloads import download
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import refuse_unknown, services

pages = Blueprint("phrases", __name__)

_A_PAGE = 100  # phrases
_PLACES = 20  # of a phrase on the page; all are in the file
_LONGEST = 50  # characters looked for
_ORDERS = {Order.COUNT: "次数多的在前", Order.READING: "按拼音"}
_HEADS = ("提法", "次数", "文件数", "出处", "前文", "原文", "后文", "起", "止", "网址")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the address asks for; `document` is "" for all."""

    document: str
    text: str
    order: Order
    page: int

    @property
    def wish(self) -> Wish:
        return Wish(frozenset({self.document} - {""}), self.text, self.order)


@pages.get("/desk/phrases")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    asked = _asked()
    try:
        book = _book(asked)
    except RequestRefused as refusal:
        return _shown(asked, PhraseBook((), ()), str(refusal)), refusal.status
    return _shown(asked, book)


@pages.get("/desk/phrases.csv")
@for_staff(Right.CHECK)
def export() -> ResponseReturnValue:
    asked = _asked()
    book = _book(asked)
    write_down(Action.PHRASES_EXPORTED, asked.text)
    rows = (row for entry in book.entries for row in _rows(entry))
    return download(csv_file(_HEADS, rows), "固定提法.csv")


def _asked() -> _Asked:
    orders = {order.value: order for order in Order}
    return _Asked(
        request.args.get("document", ""),
        request.args.get("text", "").strip()[:_LONGEST],
        orders.get(request.args.get("order", ""), Order.COUNT),
        max(request.args.get("page", 1, type=int), 1),
    )


def _book(asked: _Asked) -> PhraseBook:
    refuse_unknown(asked.wish.documents)
    return phrase_book(services().desk.phrases(), asked.wish)


def _shown(asked: _Asked, book: PhraseBook, error: str = "") -> str:
    first = (asked.page - 1) * _A_PAGE
    shelf = services().shelf.current().documents
    return render_template(
        "desk/phrases.html",
        asked=asked,
        orders=_ORDERS,
        documents=shelf,
        titles={document.id: document.title for document in shelf},
        book=book,
        entries=book.entries[first : first + _A_PAGE],
        first=first,
        has_more=len(book.entries) > first + _A_PAGE,
        longest=_LONGEST,
        error=error,
        places=_PLACES,
        lines_of=lambda entry: _lines(entry)[:_PLACES],
        address=lambda line: place_url(line.document, line.span),
        cited=_cited,
        told=findings_told,
        marks_of=pairs,
    )


def _lines(entry: Entry) -> tuple[Line, ...]:
    return lines_of(entry, services().shelf.current())


def _rows(entry: Entry) -> Iterator[tuple[str | int, ...]]:
    for line in _lines(entry):
        counts = (entry.text, len(entry.places), entry.documents)
        around, span = (line.before, line.words, line.after), line.span
        address = urljoin(request.host_url, place_url(line.document, span))
        yield (*counts, _cited(line), *around, span.start, span.end, address)


def _cited(line: Line) -> str:
    return official_form(line.document, line.path)

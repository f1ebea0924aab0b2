"""One search from every page of the desk: titles, the plans' words, set phrases, questions."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chatbot.desk.concordance import LONGEST, Way, concordance
from chatbot.desk.phrases.phrase_book import Wish, phrase_book
from chatbot.records.asked.reviewing import Wanted
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.told import questions_told
from chatbot.told.api_json import place_url
from chatbot.told.formal_citation import official_form
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.served_by import services
from index.language.tokens import fold

pages = Blueprint("desk_search", __name__)

_FEW = 4  # of each kind; all are on the page that the link leads to


@dataclass(frozen=True, slots=True)
class Item:
    """One thing found: `words` stand out between what is before and after them."""

    address: str
    words: str
    before: str = ""
    after: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What is found of one kind: how many, the first of them, and the page with all."""

    name: str
    told: str
    items: tuple[Item, ...]
    more: str
    more_told: str


@pages.get("/desk/search")
@for_staff(Right.CHECK)
def page() -> ResponseReturnValue:
    sought = " ".join(request.args.get("q", "").split())[:LONGEST]
    groups: tuple[Group, ...] = ()
    if sought:
        write_down(Action.DESK_SEARCHED, sought)
        kinds = (_documents(sought), _places(sought), _phrases(sought), _questions(sought))
        groups = tuple(group for group in kinds if group.items)
    return render_template("desk/search/search.html", sought=sought, groups=groups)


def _documents(sought: str) -> Group:
    words = fold(sought).split()
    found = [
        one
        for one in services().shelf.current().documents
        if all(word in fold(one.title) for word in words)
    ]
    items = tuple(
        Item(url_for("plans.read", document_id=one.id), one.title, about=one.issuer or "")
        for one in found[: 2 * _FEW]
    )
    return Group(
        "文件", f"题名里有，{len(found)} 份", items, url_for("plans.shelf"), "全部规划文件"
    )


def _places(sought: str) -> Group:
    """Several words are looked for in one sentence, in any order."""
    way = Way.ANY_ORDER if " " in sought else Way.EXACT
    found = concordance(services().shelf.current(), sought, way)
    items = tuple(
        Item(
            place_url(line.document, line.span),
            *(line.words, line.before, line.after),
            official_form(line.document, line.path),
        )
        for line in found.lines[:_FEW]
    )
    count = f"{'超过 ' if found.is_cut else ''}{len(found.lines)} 处"
    more = url_for("concordance.page", words=sought, way=way.value)
    return Group(
        "原文", f"{count}，在 {len(found.by_document())} 份文件里", items, more, "到查用语里看"
    )


def _phrases(sought: str) -> Group:
    entries = phrase_book(services().desk.phrases(), Wish(text=sought)).entries
    items = tuple(
        Item(url_for("phrases.page", text=one.text), one.text, about=f"{len(one.places)} 处")
        for one in entries[:_FEW]
    )
    more = url_for("phrases.page", text=sought)
    return Group("固定提法", f"{len(entries)} 条", items, more, "到固定提法里看")


def _questions(sought: str) -> Group:
    asked, total = services().records.asked(Wanted(words=sought), _FEW)
    items = tuple(
        Item(
            url_for("questions.page", words=one.question),
            one.question,
            about=f"{questions_told.OUTCOMES[one.outcome]}，问过 {one.times} 次",
        )
        for one in asked
    )
    more = url_for("questions.page", words=sought)
    return Group("居民提问", f"{total} 个", items, more, "到居民提问里看")

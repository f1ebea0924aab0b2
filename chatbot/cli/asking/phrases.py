"""flask phrases: the set phrases of the plans, with every place where they stand."""

import json
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from chatbot.cli.doors import refusing
from chatbot.desk.phrases.phrase_book import Entry, Order, PhraseBook, Wish, lines_of, phrase_book
from chatbot.services import Services
from chatbot.told import api_json, findings_told


def command(services: Services) -> click.Command:
    @click.command("phrases", help="列出规划里的固定提法，以及规划里前后说法不一的。")
    @click.option("--json", "as_json", is_flag=True, help="输出每一处的出处和起止位置")
    @click.option("--text", default="", help="只列含有这些字的")
    @click.option(
        "--order",
        type=click.Choice([order.value for order in Order]),
        default=Order.COUNT.value,
        help="count 次数多的在前；reading 按拼音",
    )
    @with_appcontext
    def phrases(as_json: bool, text: str, order: str) -> None:
        with refusing():
            book = phrase_book(services.desk.phrases(), Wish(text=text, order=Order(order)))
        if not as_json:
            _show(book)
            return
        # Addresses in the JSON are relative to the site, as in a request.
        with current_app.test_request_context():
            click.echo(json.dumps(_book_json(book, services), ensure_ascii=False, indent=2))

    return phrases


def _show(book: PhraseBook) -> None:
    for entry in book.entries:
        click.echo(f"{len(entry.places)} 处\t{entry.documents} 份文件\t{entry.text}")
    for pair in book.pairs:
        here, there = len(pair.one.places), len(pair.other.places)
        how = findings_told.VARIANTS[pair.slip]
        click.echo(
            f"说法不一（{how}）：{pair.one.text}（{here} 处）｜{pair.other.text}（{there} 处）"
        )
    if not book.entries:
        click.echo("没有这样的提法。")


def _book_json(book: PhraseBook, services: Services) -> dict[str, Any]:
    return {
        "phrases": [_entry_json(entry, services) for entry in book.entries],
        "variants": [
            {
                "slip": pair.slip.value,
                "phrase": _entry_json(pair.one, services),
                "variant": _entry_json(pair.other, services),
            }
            for pair in book.pairs
        ],
    }


def _entry_json(entry: Entry, services: Services) -> dict[str, Any]:
    lines = lines_of(entry, services.shelf.current())
    return {
        "text": entry.text,
        "count": len(entry.places),
        "documents": entry.documents,
        "places": [
            {
                "document": line.document.id,
                "path": list(line.path),
                "quote": line.words,
                "start": line.span.start,
                "end": line.span.end,
                "url": api_json.place_url(line.document, line.span),
            }
            for line in lines
        ],
    }

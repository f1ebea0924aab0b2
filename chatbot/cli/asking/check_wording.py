"""flask check-wording: a draft held against the plans, sentence by sentence."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from chatbot.cli.doors import FILE, refusing
from chatbot.desk.wording.draft_files import read_commentable, read_draft_file
from chatbot.files.commented.comment_part import Author
from chatbot.files.commented.commented_docx import commented_docx
from chatbot.files.commented.remarks import remarks
from chatbot.records.staff.audit import OPERATOR
from chatbot.services import Services
from chatbot.told import api_json
from chatbot.told.findings_told import summary
from chatbot.told.wording_report import report
from index.errors import PlanError

_TO = click.Path(path_type=Path, dir_okay=False)


class DocumentUnknown(PlanError):
    """No document of this id is served."""


def command(services: Services) -> click.Command:
    @click.command("check-wording", help="核对文稿：逐句说明与规划原文一致、有出入还是未见。")
    @click.argument("file", type=FILE)
    @click.option("--json", "as_json", is_flag=True, help="输出接口 /api/wording 的内容")
    @click.option("--documents", multiple=True, metavar="ID", help="只与这份文件比，可以写几次")
    @click.option("--commented", type=_TO, help="另存一份带批注的文稿，只能是 .docx")
    @click.option("--every", is_flag=True, help="一致的也批注")
    @with_appcontext
    def check(
        file: Path, as_json: bool, documents: tuple[str, ...], commented: Path | None, every: bool
    ) -> None:
        with refusing():
            _refuse_unknown(documents, services)
            compared = len(documents) or len(services.shelf.current().documents)
            if commented:
                author = Author.made_by(services.settings.title, OPERATOR, datetime.now(UTC))
                word = read_commentable(file)
                findings = services.desk.check(word.text, frozenset(documents))
                told = (summary(findings, compared),)
                said = remarks(word.text, findings, told, every)
                commented.write_bytes(commented_docx(file, word, said, author))
            else:
                findings = services.desk.check(read_draft_file(file), frozenset(documents))
        if as_json:
            # Addresses in the JSON are relative to the site, as in a request.
            with current_app.test_request_context():
                click.echo(
                    json.dumps(api_json.wording_json(findings), ensure_ascii=False, indent=2)
                )
            return
        for line in report(findings, compared):
            click.echo(line)

    return check


def _refuse_unknown(documents: tuple[str, ...], services: Services) -> None:
    shelf = services.shelf.current()
    for name in documents:
        if shelf.document(name) is None:
            known = "、".join(document.id for document in shelf.documents)
            raise DocumentUnknown(f"没有编号为 {name} 的文件；现有：{known}。")

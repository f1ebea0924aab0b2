"""flask widget-hash: what a portal writes to accept this version of the widget and no other."""

import click

from chatbot.integrity import script_hash
from chatbot.services import Services


def command(_: Services) -> click.Command:
    @click.command("widget-hash", help="打印小窗脚本的校验值，供嵌入的网站写进 integrity。")
    def widget_hash() -> None:
        click.echo(script_hash())

    return widget_hash

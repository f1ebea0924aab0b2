"""flask publish: carry out a build that the desk started; the desk starts it as well."""

import os

import click

from chatbot.cli.doors import refusing
from chatbot.services import Services

_KINDER = 10  # niceness: questions go first


def command(services: Services) -> click.Command:
    @click.command("publish", help="办理工作台上已经点了公布的规划（由工作台启动，不用自己运行）。")
    @click.argument("number", type=int)
    def publish(number: int) -> None:
        os.nice(_KINDER)
        with refusing():
            services.publish(number)

    return publish

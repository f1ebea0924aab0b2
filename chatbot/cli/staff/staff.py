"""flask staff: the accounts of those who work at the desk."""

import click

from chatbot.beijing_time import local
from chatbot.cli.doors import refusing
from chatbot.records.staff.accounts import Role
from chatbot.records.staff.passwords import SHORTEST, new_password
from chatbot.services import Services

_ROLES = {Role.PUBLISHER: "公布", Role.EDITOR: "编辑", Role.REVIEWER: "核对", Role.AUDITOR: "审计"}
_role = click.option(
    "--role",
    required=True,
    type=click.Choice([role.value for role in Role]),
    help="publisher 公布：编辑能做的，加上公布和撤下规划；editor 编辑：核对，并可修改；"
    "reviewer 核对：只核对；auditor 审计：只看操作记录",
)
_generated = click.option("--generate", is_flag=True, help="由程序生成密码，只显示这一次")
_name = click.argument("name")


def command(services: Services) -> click.Command:
    staff = click.Group("staff", help="工作人员的账号：新增、查看、停用、启用、改密码、改角色。")
    for made in (_adding, _listing, _disabling, _enabling, _password, _role_change):
        staff.add_command(made(services))
    return staff


def _adding(services: Services) -> click.Command:
    @click.command("add", help="新增账号；密码输入两遍，或用 --generate 生成。")
    @_name
    @_role
    @_generated
    def add(name: str, role: str, generate: bool) -> None:
        password = _asked_for(generate)
        with refusing():
            account = services.staff.add(name, Role(role), password)
        click.echo(f"已新增账号 {account.name}（{_ROLES[account.role]}）。登录网址：/desk/sign-in")
        _show_once(password, generate)

    return add


def _listing(services: Services) -> click.Command:
    @click.command("list", help="列出全部账号。")
    def show() -> None:
        with refusing():
            accounts = services.staff.everyone()
        for account in accounts:
            state = "停用" if account.is_disabled else "可用"
            click.echo(
                f"{account.name}\t{account.role.value}（{_ROLES[account.role]}）\t{state}"
                f"\t{local(account.created)[:10]} 新增"
            )
        if not accounts:
            click.echo("还没有账号：用 flask staff add 账号名 --role editor 新增。")

    return show


def _disabling(services: Services) -> click.Command:
    @click.command("disable", help="停用账号：不能再登录，已登录的立即退出。")
    @_name
    def disable(name: str) -> None:
        with refusing():
            services.staff.disable(name)
        click.echo(f"已停用 {name}，已登录的都已退出。")

    return disable


def _enabling(services: Services) -> click.Command:
    @click.command("enable", help="重新启用账号。")
    @_name
    def enable(name: str) -> None:
        with refusing():
            services.staff.enable(name)
        click.echo(f"已启用 {name}。")

    return enable


def _password(services: Services) -> click.Command:
    @click.command("set-password", help="改密码；已登录的都要重新登录。")
    @_name
    @_generated
    def set_password(name: str, generate: bool) -> None:
        password = _asked_for(generate)
        with refusing():
            services.staff.set_password(name, password)
        click.echo(f"已改 {name} 的密码，已登录的都要重新登录。")
        _show_once(password, generate)

    return set_password


def _role_change(services: Services) -> click.Command:
    @click.command("set-role", help="改角色，立即生效。")
    @_name
    @_role
    def set_role(name: str, role: str) -> None:
        with refusing():
            services.staff.set_role(name, Role(role))
        click.echo(f"已把 {name} 改为{_ROLES[Role(role)]}。")

    return set_role


def _asked_for(generate: bool) -> str:
    if generate:
        return new_password()
    asked: str = click.prompt(
        f"密码（{SHORTEST} 个字符以上）", hide_input=True, confirmation_prompt="再输一遍"
    )
    return asked


def _show_once(password: str, generated: bool) -> None:
    if generated:
        click.echo(f"密码：{password}\n只显示这一次，请记下并单独交给本人。")

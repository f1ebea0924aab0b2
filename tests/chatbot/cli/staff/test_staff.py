"""flask staff: accounts are made, listed, disabled and changed at the command line."""

from chatbot.app import create_app
from chatbot.settings import Settings
from tests.chatbot.cli.desk import Desk, assert_refused

PASSWORD = "mei-zhou-shi-2026"  # noqa: S105


def typed(desk: Desk, *arguments: str, answers: tuple[str, ...]) -> tuple[int, str]:
    app = create_app(Settings(plans=desk.plans, data=desk.data))
    done = app.test_cli_runner().invoke(args=list(arguments), input="\n".join((*answers, "")))
    return done.exit_code, done.output


def test_a_password_is_asked_for_twice_and_never_shown(desk: Desk) -> None:
    code, shown = typed(
        desk, "staff", "add", "王芳", "--role", "editor", answers=(PASSWORD, PASSWORD)
    )
    assert code == 0, shown
    assert "已新增账号 王芳（编辑）" in shown
    assert PASSWORD not in shown
    assert "王芳\teditor（编辑）\t可用" in desk.run("staff", "list").output


def test_two_passwords_that_differ_are_asked_for_again(desk: Desk) -> None:
    answers = (PASSWORD, "something-else", PASSWORD, PASSWORD)
    code, shown = typed(desk, "staff", "add", "王芳", "--role", "editor", answers=answers)
    assert code == 0, shown


def test_a_generated_password_is_shown_once_and_works(desk: Desk) -> None:
    shown = desk.run("staff", "add", "wang", "--role", "reviewer", "--generate").output
    password = shown.partition("密码：")[2].splitlines()[0]
    app = create_app(Settings(plans=desk.plans, data=desk.data))
    assert app.extensions["planbot"].staff.sign_in("wang", password, "")
    assert password not in desk.run("staff", "list").output


def test_accounts_are_disabled_enabled_and_given_other_roles_and_passwords(desk: Desk) -> None:
    desk.run("staff", "add", "wang", "--role", "reviewer", "--generate")
    assert "已停用 wang" in desk.run("staff", "disable", "wang").output
    assert "停用" in desk.run("staff", "list").output
    assert "已启用 wang" in desk.run("staff", "enable", "wang").output
    assert "改为审计" in desk.run("staff", "set-role", "wang", "--role", "auditor").output
    assert "已改 wang 的密码" in desk.run("staff", "set-password", "wang", "--generate").output
    assert "wang\tauditor（审计）\t可用" in desk.run("staff", "list").output


def test_what_cannot_be_done_is_said_in_one_sentence(desk: Desk) -> None:
    assert "还没有账号" in desk.run("staff", "list").output
    assert_refused(desk.run("staff", "disable", "nobody"), "nobody", "flask staff list")
    assert_refused(desk.run("staff", "add", "a b", "--role", "editor", "--generate"), "不合适")
    code, shown = typed(
        desk, "staff", "add", "wang", "--role", "editor", answers=("short", "short")
    )
    assert (code, "密码长度不合适" in shown) == (1, True)

"""A request about a plan on its way -> the intake it names, and who does what to it."""

from flask import request

from chatbot.records.errors import IntakeUnfit
from chatbot.records.publishing.intakes import Intake
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action, Deed
from chatbot.web.desk.session import address, current_account
from chatbot.web.http.refusals import RequestRefused
from chatbot.web.http.served_by import services
from index.errors import PlanError
from index.intake.documents import Document


def intake_asked(number: int) -> Intake:
    """The intake of this number; RequestRefused when there is none."""
    found = services().intakes.find(number)
    if found is None:
        raise RequestRefused(
            404, "intake_unknown", "没有这一件：它可能已经办完，请回到“收入规划”的清单再看。"
        )
    return found


def intake_posted(number: int) -> Intake:
    """The same, as of the version that the form was made of, so that nothing is written over."""
    found = intake_asked(number)
    version = request.form.get("version", 0, type=int)
    if version != found.version:
        raise IntakeUnfit(
            f"{found.changed_by} 在您打开这一页以后改过，您的改动没有保存，免得盖掉；"
            "请看下面现在的内容，再改一次。"
        )
    return found


def served_documents() -> tuple[Document, ...]:
    """What is served; before the first plan there is nothing."""
    try:
        return services().shelf.current().documents
    except PlanError:
        return ()


def deed(action: Action, detail: str = "") -> Deed:
    """What the current member of staff does, to be written down."""
    return Deed(current_account().name, action, detail, address())


def why_not_published(intake: Intake) -> str:
    """Why the current member of staff may not publish it; "" when they may."""
    account = current_account()
    if not account.may(Right.PUBLISH):
        return "您的账号没有公布的权限：请点“提请公布”，由有权限的同事公布。"
    if services().settings.two_people and account.name in intake.hands:
        return "要求两个人经手：您上传或改过它，请另一位同事公布。"
    return ""

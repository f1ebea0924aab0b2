"""The audit trail as a page, for auditors."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from chatbot.beijing_time import to_the_second
from chatbot.records.staff.accounts import Right
from chatbot.records.staff.audit import Action
from chatbot.web.desk.session import for_staff, write_down
from chatbot.web.http.served_by import services

pages = Blueprint("auditing", __name__)

_SHOWN = 50  # lines a page
_WORDS = {
    Action.SIGNED_IN: "登录",
    Action.SIGN_IN_FAILED: "登录没有成功",
    Action.SIGNED_OUT: "退出",
    Action.ACCOUNT_ADDED: "新增账号",
    Action.ACCOUNT_DISABLED: "停用账号",
    Action.ACCOUNT_ENABLED: "启用账号",
    Action.PASSWORD_SET: "重设密码",
    Action.PASSWORD_CHANGED: "改自己的密码",
    Action.PASSWORD_CHANGE_FAILED: "改自己的密码没有成功",
    Action.SESSIONS_ENDED: "退出其他地方的登录",
    Action.ROLE_SET: "改角色",
    Action.WORDING_CHECKED: "核对文稿",
    Action.WORDING_EXPORTED: "导出核对报告",
    Action.CHECK_SAVED: "保存核对",
    Action.CHECK_OPENED: "看别人保存的核对",
    Action.CHECK_RENAMED: "改保存的核对的名称",
    Action.CHECK_PROLONGED: "延长保存的核对",
    Action.CHECK_DELETED: "删除保存的核对",
    Action.DRAFTS_SENT: "核对多份文稿",
    Action.DRAFTS_STOPPED: "停下核对多份文稿",
    Action.DRAFTS_RESUMED: "接着核对多份文稿",
    Action.DRAFTS_EXPORTED: "导出多份文稿的核对表",
    Action.WORDING_COMMENTED: "取回批注的 Word",
    Action.VERSIONS_COMPARED: "比较版本",
    Action.COMPARISON_EXPORTED: "导出对照表",
    Action.CONCORDANCE_READ: "查用语",
    Action.ANSWER_EXPLAINED: "看为什么这样答",
    Action.EXPLANATION_EXPORTED: "导出为什么这样答",
    Action.CONCORDANCE_EXPORTED: "导出用语",
    Action.QUESTIONS_READ: "看居民提问",
    Action.QUESTIONS_EXPORTED: "导出居民提问",
    Action.QUESTION_HANDLED: "标为已处理",
    Action.QUESTION_REOPENED: "改回待处理",
    Action.ANSWER_PINNED: "指定答复",
    Action.PIN_WITHDRAWN: "撤回指定答复",
    Action.PIN_RESTORED: "恢复指定答复",
    Action.PIN_MOVED: "指定答复随文件移位",
    Action.PIN_SUSPENDED: "指定答复停用待复核",
    Action.GUIDE_KEPT: "写办事指引",
    Action.GUIDE_WITHDRAWN: "撤回办事指引",
    Action.GUIDES_TAKEN: "导入办事指引",
    Action.GUIDES_EXPORTED: "导出办事指引",
    Action.WORDS_ACCEPTED: "收入居民用词",
    Action.WORDS_WITHDRAWN: "撤回居民用词",
    Action.PHRASES_EXPORTED: "导出提法",
    Action.PLAN_UPLOADED: "上传规划",
    Action.PLAN_CORRECTED: "更正规划",
    Action.PLAN_OFFERED: "提请公布规划",
    Action.PLAN_RETURNED: "退回规划",
    Action.PLAN_DISCARDED: "取消收入规划",
    Action.PLAN_PUBLISHED: "公布规划",
    Action.PLAN_NOT_PUBLISHED: "规划没有公布成",
    Action.WITHDRAWAL_ASKED: "提请撤下规划",
    Action.BUILD_STARTED: "开始公布",
    Action.BUILD_CANCELLED: "取消公布",
    Action.DESK_SEARCHED: "在工作台里搜索",
    Action.AUDIT_READ: "查看操作记录",
}


@pages.get("/desk/audit")
@for_staff(Right.AUDIT)
def trail() -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    if before is None:
        write_down(Action.AUDIT_READ)
    entries = services().staff.trail(_SHOWN + 1, before)
    shown = entries[:_SHOWN]
    older = shown[-1].number if len(entries) > _SHOWN else None
    return render_template(
        "desk/audit.html", entries=shown, older=older, words=_WORDS, told=to_the_second
    )

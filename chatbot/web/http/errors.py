"""Exceptions -> replies: JSON for programs, a page for people, always in Chinese."""

import logging

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from chatbot.records.errors import AnswerUnknown
from chatbot.web.http.refusals import RequestRefused
from index.errors import IndexNotBuilt, PlanError

log = logging.getLogger(__name__)

MESSAGES = {
    400: ("bad_request", "请求不完整或格式不对：请检查后再发。"),
    404: ("not_found", "没有这个地址：请检查网址，或回到首页重新打开。"),
    405: ("method_not_allowed", "这个地址不支持这种请求方式：请按接口说明换一种方式。"),
    413: ("body_too_large", "内容太长：请把一次发送的内容缩短到 16 KB 以内。"),
    415: ("not_json", "请求不是 JSON：请把 Content-Type 设为 application/json 后再发。"),
    500: ("internal_error", "系统出了差错，这次没有办成：请稍后再试，或拨打咨询电话。"),
}


def register(app: Flask) -> None:
    app.register_error_handler(RequestRefused, _refused)
    app.register_error_handler(PlanError, _unavailable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _refused(error: RequestRefused) -> tuple[Response | str, int]:
    return reply(error.status, error.code, str(error))


def _unavailable(error: PlanError) -> tuple[Response | str, int]:
    if isinstance(error, AnswerUnknown):
        return reply(404, "answer_unknown", str(error))
    log.error("cannot serve: %s", error, exc_info=error)
    code = "index_not_built" if isinstance(error, IndexNotBuilt) else "unavailable"
    return reply(503, code, str(error))


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    response = make_response(reply(status, *MESSAGES.get(status, MESSAGES[400])))
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    return response


def _unexpected(error: Exception) -> tuple[Response | str, int]:
    log.error("unexpected error on %s", request.endpoint, exc_info=error)
    return reply(500, *MESSAGES[500])


def reply(status: int, code: str, message: str) -> tuple[Response | str, int]:
    if request.path.startswith(("/api/", "/healthz", "/openapi.json", "/widget/")):
        return jsonify({"error": {"code": code, "message": message}}), status
    return render_template("error.html", status=status, message=message), status

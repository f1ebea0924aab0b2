"""Requests that cannot be served: an HTTP status, a stable code, a Chinese sentence."""

from index.errors import PlanError


class RequestRefused(PlanError):
    """The request is at fault: `code` is for programs and never changes, the text is for people."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


def bad_request(code: str, message: str) -> RequestRefused:
    return RequestRefused(400, code, message)


def not_json() -> RequestRefused:
    return RequestRefused(
        415, "not_json", "请求不是 JSON：请把 Content-Type 设为 application/json 后再发。"
    )


def body_too_large(limit: int) -> RequestRefused:
    """`limit` in bytes."""
    return RequestRefused(
        413, "body_too_large", f"内容太长：请把一次发送的内容缩短到 {limit // 1024} KB 以内。"
    )


def document_unknown() -> RequestRefused:
    return RequestRefused(
        404, "document_unknown", "没有这份文件：它可能已经下架或换了编号，请从文件目录重新选择。"
    )

"""The headers of every reply: a strict content policy, and who may call the API from afar."""

from flask import Flask, Response, request

from chatbot.web.http.served_by import services

STAFF_PATHS = ("/desk", "/api/wording")  # the browser sends the session there, nowhere else
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
)
# A policy on what is never shown as a page would only be a burden on the way.
_NEVER_SHOWN = frozenset({"text/javascript", "text/css"})
_FRAMED = "frame-ancestors 'self'"
_NEVER_FRAMED = "frame-ancestors 'none'"


def register(app: Flask) -> None:
    app.after_request(add_security)
    app.after_request(allow_origin)


def is_for_staff(path: str) -> bool:
    return any(path == start or path.startswith(f"{start}/") for start in STAFF_PATHS)


def add_security(response: Response) -> Response:
    of_staff = is_for_staff(request.path)
    framed = _NEVER_FRAMED if of_staff else " ".join((_FRAMED, *services().settings.origins))
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    if response.mimetype not in _NEVER_SHOWN:
        headers.setdefault("Content-Security-Policy", POLICY + framed)  # a page may ask for less
        headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        response.vary.add("Sec-Fetch-Dest")  # within a frame a page leaves its masthead out
    if of_staff or request.path.startswith("/api/") or request.method == "POST":
        headers["Cache-Control"] = "no-store"
    return response


def allow_origin(response: Response) -> Response:
    """Cross-origin calls to the API from the listed portals only, never with credentials."""
    if not request.path.startswith("/api/") or is_for_staff(request.path):
        return response
    response.vary.add("Origin")
    origin = request.headers.get("Origin", "")
    if origin in services().settings.origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Max-Age"] = "600"
    return response

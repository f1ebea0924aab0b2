"""A bureau's own web site, on another origin than the service, with a content policy of its own."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self


class PortalSite:
    """Serves the pages it is given; use it as a context."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._pages))
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def publish(self, body: str, policy: str) -> str:
        """The address of a page with this body and this content policy."""
        path = f"/{len(self._pages)}"
        html = f'<!doctype html><html lang="zh-CN"><title>某局</title><body>{body}</body></html>'
        self._pages[path] = (html, policy)
        return self.origin + path

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(pages: dict[str, tuple[str, str]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, policy = pages.get(self.path, ("", ""))
            body = html.encode()
            self.send_response(200 if html else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Requests are not news."""

    return Handler

"""A browser signed in to the desk of a service, and the memory that the service holds."""

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

NAME, PASSWORD = "bench", "liang-yi-liang-2026"  # of an account that lives as long as a run
_MADE = '<input type="hidden" name="token" value="'
_EDGE = "edge-of-a-part"


@dataclass(frozen=True, slots=True)
class Client:
    """A browser at the service, signed in to the desk."""

    address: str
    opener: OpenerDirector

    def ask(self, question: str) -> float:
        return self._send("/api/answers", {"question": question})

    def check(self, draft: str) -> float:
        return self._send("/api/wording", {"text": draft})

    def ask_page(self, question: str) -> float:
        """As a citizen asks who has no scripts: the milliseconds until the page is there."""
        begun = time.perf_counter()
        form = urlencode({"question": question}).encode()
        with self.opener.open(f"{self.address}/ask", form, timeout=60) as page:
            page.read()
        return 1000 * (time.perf_counter() - begun)

    def page(self, path: str) -> str:
        with self.opener.open(self.address + path, timeout=60) as page:
            return str(page.read().decode())

    def send_files(self, path: str, files: Mapping[str, bytes]) -> str:
        """Send a form of the desk with files; the path that it leads to."""
        body = _part("token", self._token())
        body += b"".join(_part("files", content, name) for name, content in files.items())
        return self._post(path, body + f"--{_EDGE}--\r\n".encode())

    def press(self, path: str) -> str:
        """Send a form of the desk that holds nothing but its token."""
        return self._post(path, _part("token", self._token()) + f"--{_EDGE}--\r\n".encode())

    def _token(self) -> str:
        return self.page("/desk").partition(_MADE)[2].partition('"')[0]

    def _post(self, path: str, body: bytes) -> str:
        kind = {"Content-Type": f"multipart/form-data; boundary={_EDGE}"}
        request = Request(self.address + path, body, kind)  # noqa: S310  our own address
        with self.opener.open(request, timeout=120) as reply:
            reply.read()
            return str(reply.url).removeprefix(self.address)

    def _send(self, path: str, body: dict[str, str]) -> float:
        """The milliseconds until the reply is there."""
        request = Request(  # noqa: S310  our own address
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        begun = time.perf_counter()
        with self.opener.open(request, timeout=60) as reply:
            reply.read()
        return 1000 * (time.perf_counter() - begun)


def _part(name: str, content: str | bytes, file: str = "") -> bytes:
    named = f'; filename="{file}"' if file else ""
    head = f'--{_EDGE}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode() + (content.encode() if isinstance(content, str) else content) + b"\r\n"


def signed_in(address: str) -> Client:
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    with opener.open(f"{address}/desk/sign-in") as page:
        token = page.read().decode().partition(_MADE)[2].partition('"')[0]
    form = {"token": token, "name": NAME, "password": PASSWORD}
    opener.open(f"{address}/desk/sign-in", urlencode(form).encode()).close()
    return Client(address, opener)


def memory() -> float:
    """The megabytes that our child processes hold for themselves, shared pages by halves."""
    return sum(map(_held, _children(os.getpid()))) / 1024


def _children(process: int) -> Iterator[int]:
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from _children(int(child))


def _held(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))

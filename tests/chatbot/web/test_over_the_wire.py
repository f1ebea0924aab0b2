"""Bad requests over a real connection: the server refuses them and goes on serving."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def connection(server: str) -> Iterator[http.client.HTTPConnection]:
    opened = http.client.HTTPConnection(urlsplit(server).netloc, timeout=20)
    yield opened
    opened.close()


def test_a_chunked_body_that_grows_too_long_is_refused(
    connection: http.client.HTTPConnection,
) -> None:
    chunks = iter([b'{"question": "', *[b"a" * 1000] * 20, b'"}'])
    connection.request("POST", "/api/answers", chunks, JSON, encode_chunked=True)
    assert connection.getresponse().status == 413


def test_nested_brackets_do_not_bring_a_worker_down(
    connection: http.client.HTTPConnection,
) -> None:
    for length, status in ((16_000, 400), (20_000, 413)):
        connection.request("POST", "/api/answers", b"[" * length, JSON)
        assert connection.getresponse().status == status
        connection.close()
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
